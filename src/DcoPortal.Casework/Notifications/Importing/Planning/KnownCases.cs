using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>An assessment, or an earlier row of the same file, that a row can be the same as. Personal data.</summary>
internal sealed record KnownCase
{
    /// <summary>Its reference, or "row 4 of this file".</summary>
    public required string Name { get; init; }

    /// <summary>The row of the file, or null for an assessment.</summary>
    public int? Line { get; init; }

    /// <summary>Its reference, or null for a row.</summary>
    public required string? Reference { get; init; }

    /// <summary>The day of its request.</summary>
    public required DateOnly RequestReceivedOn { get; init; }

    /// <summary>What was decided, or null.</summary>
    public AssessmentDecision? Decision { get; init; }

    /// <summary>The day of that, or null.</summary>
    public DateOnly? DecidedOn { get; init; }

    public required string? AuthorityReference { get; init; }
    public required string LegalSurname { get; init; }
    public required string Forenames { get; init; }
    public required DateOnly DateOfBirth { get; init; }
    public required string? NhsNumber { get; init; }
    public required string? Upn { get; init; }
    public required string? Postcode { get; init; }

    /// <summary>Whom the family does not want to know, or null.</summary>
    public string? DoNotShareWith { get; init; }

    /// <summary>Whether it still runs; a row of the file does.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Name and date of birth, normalised.</summary>
    public required string MatchKey { get; init; }
}

// the authority's own assessments by what identifies a row; no other authority's data is read
internal sealed class KnownCases
{
    private readonly Dictionary<string, List<KnownCase>> byAuthorityReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<KnownCase>> byNhsNumber = [];
    private readonly Dictionary<string, List<KnownCase>> byUpn = [];
    private readonly Dictionary<string, List<KnownCase>> byChild = [];
    private readonly Dictionary<string, List<KnownCase>> byFamily = [];
    private readonly Dictionary<string, List<KnownCase>> byForenames = [];
    private readonly Dictionary<Guid, string> references = [];

    public static async Task<KnownCases> LoadAsync(PortalDb db, MergedCases merged, Guid authorityId, ISet<Guid> ownRows, CancellationToken ct)
    {
        var known = new KnownCases();
        // a row that was imported and merged since was imported all the same
        foreach (var a in (await merged.Rows.AsNoTracking().Where(a => a.LocalAuthorityId == authorityId).Select(a => new { a.Id, a.Reference }).ToListAsync(ct)).Where(a => ownRows.Contains(a.Id))) { known.references[a.Id] = a.Reference; }
        var stored = db.Assessments.AsNoTracking().Where(a => a.LocalAuthorityId == authorityId).OrderBy(a => a.Reference)
            .Select(a => new { a.Id, a.Reference, a.AuthorityReference, a.Child.NhsNumber, a.Child.Upn, a.ChildMatchKey, a.RequestReceivedOn, a.Child.LegalSurname, a.Child.Forenames, a.Child.DateOfBirth, a.Child.Postcode, a.Outcome, a.Decision, a.DecidedOn, a.Family.DoNotShareWith });
        await foreach (var a in stored.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (ownRows.Contains(a.Id)) { known.references[a.Id] = a.Reference; continue; }
            // it goes on with another board: as a record that is read here too, where the authority reads
            if (a.Outcome == AssessmentOutcome.OtherBoard && db.Scope.Kind == ScopeKind.LocalAuthority) { continue; }
            known.Add(new()
            {
                Name = a.Outcome == AssessmentOutcome.OtherBoard ? $"{a.Reference}, which moved to another board," : a.Reference,
                Reference = a.Reference,
                RequestReceivedOn = a.RequestReceivedOn,
                Decision = a.Decision,
                DecidedOn = a.DecidedOn,
                AuthorityReference = a.AuthorityReference,
                LegalSurname = a.LegalSurname,
                Forenames = a.Forenames,
                DateOfBirth = a.DateOfBirth,
                NhsNumber = a.NhsNumber,
                Upn = a.Upn,
                Postcode = a.Postcode,
                MatchKey = a.ChildMatchKey,
                DoNotShareWith = a.DoNotShareWith,
                IsOpen = a.Outcome is null && a.Decision != AssessmentDecision.DoNotAssess,
            });
        }
        await known.AddMergedAsync(db, merged, authorityId, ownRows, ct);
        return known;
    }

    // what a merged case was called, and what its family's spreadsheet still says, means the case that it became part of
    private async Task AddMergedAsync(PortalDb db, MergedCases merged, Guid authorityId, ISet<Guid> ownRows, CancellationToken ct)
    {
        var rows = await (from a in merged.Rows.AsNoTracking()
                          join t in db.CaseTies.AsNoTracking() on a.Id equals t.OtherId
                          where a.LocalAuthorityId == authorityId && t.Kind == TieKind.SameAssessment
                          orderby a.Reference
                          select new { a.Id, a.Reference, a.Child.NhsNumber, a.Child.Upn, a.ChildMatchKey, a.RequestReceivedOn, a.Child.LegalSurname, a.Child.Forenames, a.Child.DateOfBirth, a.Child.Postcode, Into = t.Reference, t.Before }).ToListAsync(ct);
        var further = rows.ToDictionary(a => a.Reference, a => a.Into);
        foreach (var a in rows.Where(a => !ownRows.Contains(a.Id)))
        {
            var into = a.Into;
            for (var i = 0; i < rows.Count && further.TryGetValue(into, out var next); i++) { into = next; }
            Add(new()
            {
                Name = into,
                Reference = into,
                RequestReceivedOn = a.RequestReceivedOn,
                AuthorityReference = MergeRecord.Of(a.Before!).AuthorityReference,
                LegalSurname = a.LegalSurname,
                Forenames = a.Forenames,
                DateOfBirth = a.DateOfBirth,
                NhsNumber = a.NhsNumber,
                Upn = a.Upn,
                Postcode = a.Postcode,
                MatchKey = a.ChildMatchKey,
            });
        }
    }

    /// <summary>References of the authority that cases elsewhere have, of which nothing else is known here.</summary>
    public IReadOnlySet<string> TakenElsewhere { get; set; } = new HashSet<string>();

    /// <summary>The reference of a row of this import that was imported, or null.</summary>
    public string? ReferenceOf(Guid id) => references.GetValueOrDefault(id);

    public void AddRow(int line, string? reference, NotificationDetails details) => Add(new()
    {
        Name = $"row {line} of this file",
        Line = line,
        Reference = reference,
        RequestReceivedOn = details.RequestReceivedOn,
        AuthorityReference = details.AuthorityReference,
        LegalSurname = details.Child.LegalSurname,
        Forenames = details.Child.Forenames,
        DateOfBirth = details.Child.DateOfBirth,
        NhsNumber = details.Child.NhsNumber,
        Upn = details.Child.Upn,
        Postcode = details.Child.Postcode,
        MatchKey = details.Child.MatchKey,
        DoNotShareWith = details.Family.DoNotShareWith,
        Decision = details.Decision,
        DecidedOn = details.DecidedOn,
    });

    /// <summary>Whose reference it is, or null.</summary>
    public KnownCase? WithReference(string? authorityReference) =>
        authorityReference is null ? null : byAuthorityReference.GetValueOrDefault(authorityReference)?[0];

    /// <summary>
    /// Every case that shares a key with the row: the authority's reference, the NHS number, the UPN, name and date of birth, or
    /// forenames, date of birth and postcode (a surname that was written wrong, or changed).
    /// </summary>
    public IReadOnlyList<KnownCase> Sharing(NotificationDetails details) => [.. new[]
    {
        details.AuthorityReference is { } reference ? byAuthorityReference.GetValueOrDefault(reference) : null,
        details.Child.NhsNumber is { } number ? byNhsNumber.GetValueOrDefault(number) : null,
        details.Child.Upn is { } upn ? byUpn.GetValueOrDefault(upn) : null,
        byChild.GetValueOrDefault(details.Child.MatchKey),
        details.Child.Postcode is { } postcode ? byForenames.GetValueOrDefault(FamilyKey(details.Child.Forenames, details.Child.DateOfBirth, postcode)) : null,
    }.OfType<List<KnownCase>>().SelectMany(l => l).Distinct()];

    /// <summary>A case of somebody with the same surname, birth date and postcode and another forename: a twin, or the same child written in another way.</summary>
    public KnownCase? TwinOf(NotificationDetails details) => details.Child.Postcode is null ? null
        : byFamily.GetValueOrDefault(FamilyKey(details.Child.LegalSurname, details.Child.DateOfBirth, details.Child.Postcode))?.Find(k => k.MatchKey != details.Child.MatchKey);

    private static string FamilyKey(string name, DateOnly born, string postcode) => $"{SearchKey.Joined(name)}|{born:yyyyMMdd}|{postcode}";

    private void Add(KnownCase known)
    {
        if (known.Postcode is { } postcode)
        {
            List(byFamily, FamilyKey(known.LegalSurname, known.DateOfBirth, postcode)).Add(known);
            List(byForenames, FamilyKey(known.Forenames, known.DateOfBirth, postcode)).Add(known);
        }
        if (known.AuthorityReference is { } reference) { List(byAuthorityReference, reference).Add(known); }
        if (known.NhsNumber is { } number) { List(byNhsNumber, number).Add(known); }
        if (known.Upn is { } upn) { List(byUpn, upn).Add(known); }
        List(byChild, known.MatchKey).Add(known);
    }

    private static List<KnownCase> List(Dictionary<string, List<KnownCase>> index, string key)
    {
        if (!index.TryGetValue(key, out var list)) { index[key] = list = []; }
        return list;
    }
}
