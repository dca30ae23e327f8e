using DcoPortal.Casework.Notifications.Importing.Reading;
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
    public string? KnownAs { get; init; }

    /// <summary>What the child was called before, one name a line; a row does not say it.</summary>
    public string FormerNames { get; init; } = "";
    public required DateOnly DateOfBirth { get; init; }
    public required string? NhsNumber { get; init; }
    public required string? Upn { get; init; }
    public required string? Postcode { get; init; }

    /// <summary>Whom the family does not want to know, or null.</summary>
    public string? DoNotShareWith { get; init; }

    /// <summary>The day health was told; null for a row that does not say it.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>The day health was asked for advice, or null.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>Whether the DCO service records for its authority.</summary>
    public bool IsRecordedByHealth { get; init; }

    /// <summary>What of a row could not be read; of an assessment it is compared later.</summary>
    public IReadOnlyList<CellToCorrect> ToCorrect { get; init; } = [];

    /// <summary>All that a row says; null for an assessment, which is compared later.</summary>
    public SaidOfCase? Said { get; init; }

    /// <summary>Whom a row names; of an assessment they are compared later.</summary>
    public IReadOnlyList<NamedProfessional> Professionals { get; init; } = [];

    /// <summary>Where its case goes on, in words, where it moved away; or null.</summary>
    public string? GoesOn { get; init; }

    /// <summary>Whether it still runs; a row of the file does.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>What of it tells its child from another.</summary>
    public ChildKeys Child => field ??= new(LegalSurname, Forenames, KnownAs, DateOfBirth, NhsNumber, Upn, Postcode, FormerNames);

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
    private readonly LikeChildren like = new();
    private readonly Dictionary<Guid, string> references = [];

    public static async Task<KnownCases> LoadAsync(PortalDb db, MergedCases merged, Guid authorityId, ISet<Guid> ownRows, CancellationToken ct)
    {
        var known = new KnownCases();
        // a row that was imported and merged since was imported all the same
        foreach (var a in (await merged.Rows.AsNoTracking().Where(a => a.LocalAuthorityId == authorityId).Select(a => new { a.Id, a.Reference }).ToListAsync(ct)).Where(a => ownRows.Contains(a.Id))) { known.references[a.Id] = a.Reference; }
        var stored = db.Assessments.AsNoTracking().Where(a => a.LocalAuthorityId == authorityId).OrderBy(a => a.Reference)
            .Select(a => new
            {
                a.Id,
                a.Reference,
                a.AuthorityReference,
                a.Child.NhsNumber,
                a.Child.Upn,
                a.ChildMatchKey,
                a.RequestReceivedOn,
                a.Child.LegalSurname,
                a.Child.Forenames,
                a.Child.KnownAs,
                a.Child.FormerNames,
                a.Child.DateOfBirth,
                a.Child.Postcode,
                a.Outcome,
                a.Decision,
                a.DecidedOn,
                a.Family.DoNotShareWith,
                a.NotifiedOn,
                a.AdviceRequestReceivedOn,
                a.IsRecordedByHealth,
            });
        var moves = await MovesAsync(db, authorityId, ct);
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
                KnownAs = a.KnownAs,
                FormerNames = a.FormerNames,
                DateOfBirth = a.DateOfBirth,
                NhsNumber = a.NhsNumber,
                Upn = a.Upn,
                Postcode = a.Postcode,
                MatchKey = a.ChildMatchKey,
                DoNotShareWith = a.DoNotShareWith,
                ToldOn = a.NotifiedOn,
                AskedOn = a.AdviceRequestReceivedOn,
                IsRecordedByHealth = a.IsRecordedByHealth,
                GoesOn = moves.GetValueOrDefault(a.Id),
                IsOpen = a.Outcome is null && a.Decision != AssessmentDecision.DoNotAssess,
            });
        }
        await known.AddMergedAsync(db, merged, authorityId, ownRows, ct);
        await known.AddWaitingAsync(db, authorityId, ct);
        return known;
    }

    // what a record of the old side says of where its case is now
    private static async Task<Dictionary<Guid, string>> MovesAsync(PortalDb db, Guid authorityId, CancellationToken ct)
    {
        var moves = await (from t in db.CaseTransfers.AsNoTracking()
                           join to in db.LocalAuthorities on t.ToAuthorityId equals to.Id
                           where t.FromAuthorityId == authorityId && t.State == TransferState.Taken
                           orderby t.SentUtc
                           select new { t.FromId, t.ToReference, to.Name }).ToListAsync(ct);
        return moves.DistinctBy(m => m.FromId).ToDictionary(m => m.FromId, m => $"{m.ToReference} with {m.Name}");
    }

    // what a merged case was called, and what its family's spreadsheet still says, means the case that it became part of
    private async Task AddMergedAsync(PortalDb db, MergedCases merged, Guid authorityId, ISet<Guid> ownRows, CancellationToken ct)
    {
        var rows = await (from a in merged.Rows.AsNoTracking()
                          join t in db.CaseTies.AsNoTracking() on a.Id equals t.OtherId
                          where a.LocalAuthorityId == authorityId && t.Kind == TieKind.SameAssessment
                          orderby a.Reference
                          select new { a.Id, a.Reference, a.Child.NhsNumber, a.Child.Upn, a.ChildMatchKey, a.RequestReceivedOn, a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.FormerNames, a.Child.DateOfBirth, a.Child.Postcode, Into = t.Reference, t.Before }).ToListAsync(ct);
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
                KnownAs = a.KnownAs,
                FormerNames = a.FormerNames,
                DateOfBirth = a.DateOfBirth,
                NhsNumber = a.NhsNumber,
                Upn = a.Upn,
                Postcode = a.Postcode,
                MatchKey = a.ChildMatchKey,
            });
        }
    }

    /// <summary>By name and date of birth, who sent the authority a case of that child which waits to be taken.</summary>
    private readonly Dictionary<string, string> waiting = [];

    /// <summary>Who sent the authority a case of the row's child that waits to be taken, or null.</summary>
    public string? WaitsFrom(ChildOrYoungPerson child) => waiting.GetValueOrDefault(WaitingKey(child.FullName, child.DateOfBirth));

    private async Task AddWaitingAsync(PortalDb db, Guid authorityId, CancellationToken ct)
    {
        var sent = await db.CaseTransfers.AsNoTracking().Where(t => t.ToAuthorityId == authorityId && t.FromAuthorityId != authorityId && t.State == TransferState.Sent)
            .Select(t => new { t.ChildName, t.ChildDateOfBirth, From = db.LocalAuthorities.Where(a => a.Id == t.FromAuthorityId).Select(a => a.Name).First() }).ToListAsync(ct);
        foreach (var one in sent) { waiting[WaitingKey(one.ChildName!, one.ChildDateOfBirth!.Value)] = one.From; }
    }

    private static string WaitingKey(string fullName, DateOnly born) => $"{SearchKey.Joined(fullName)}|{born:yyyyMMdd}";

    /// <summary>References of the authority that cases elsewhere have, of which nothing else is known here.</summary>
    public IReadOnlySet<string> TakenElsewhere { get; set; } = new HashSet<string>();

    /// <summary>The reference of a row of this import that was imported, or null.</summary>
    public string? ReferenceOf(Guid id) => references.GetValueOrDefault(id);

    public void AddRow(int line, string? reference, NotificationDetails details, ImportedNotification said) => Add(new()
    {
        Said = SaidOfCase.Of(details, said),
        ToCorrect = said.ToCorrect,
        Name = $"row {line} of this file",
        Line = line,
        Reference = reference,
        RequestReceivedOn = details.RequestReceivedOn,
        AuthorityReference = details.AuthorityReference,
        LegalSurname = details.Child.LegalSurname,
        Forenames = details.Child.Forenames,
        KnownAs = details.Child.KnownAs,
        DateOfBirth = details.Child.DateOfBirth,
        NhsNumber = details.Child.NhsNumber,
        Upn = details.Child.Upn,
        Postcode = details.Child.Postcode,
        MatchKey = details.Child.MatchKey,
        DoNotShareWith = details.Family.DoNotShareWith,
        Decision = details.Decision,
        DecidedOn = details.DecidedOn,
        ToldOn = details.HealthToldOn,
        AskedOn = details.AdviceRequestedOn,
        IsRecordedByHealth = details.RecordedFor is not null,
        Professionals = details.Professionals,
    });

    /// <summary>What of a row is that of somebody else than the case to which it seems to belong: which number, and whose it is; or null.</summary>
    public (string Column, KnownCase Holder)? NumberOfAnother(NotificationDetails details, KnownCase there)
    {
        (string, KnownCase?)[] holders =
        [
            (NotificationColumns.AuthorityReference, Other(byAuthorityReference, details.AuthorityReference, there)),
            (NotificationColumns.NhsNumber, Other(byNhsNumber, details.Child.NhsNumber, there)),
            (NotificationColumns.Upn, Other(byUpn, details.Child.Upn, there)),
        ];
        return Array.Find(holders, h => h.Item2 is not null) is (var column, { } holder) ? (column, holder) : null;
    }

    // the same child's earlier case has the same numbers
    private static KnownCase? Other(Dictionary<string, List<KnownCase>> index, string? key, KnownCase there) =>
        key is null || index.GetValueOrDefault(key) is not { } held || held.Exists(k => k.Name == there.Name) ? null : held.Find(k => k.MatchKey != there.MatchKey);

    /// <summary>Whose reference it is, or null.</summary>
    public KnownCase? WithReference(string? authorityReference) =>
        authorityReference is null ? null : byAuthorityReference.GetValueOrDefault(authorityReference)?[0];

    /// <summary>
    /// Every case that shares a key with the row: the authority's reference, the NHS number, the UPN, name and date of birth (either
    /// the other way round too), a former name, or so much of names, birth date, home and day of the request that it may be the same child's.
    /// </summary>
    public IReadOnlyList<KnownCase> Sharing(NotificationDetails details)
    {
        List<KnownCase>?[] found =
        [
            details.AuthorityReference is { } reference ? byAuthorityReference.GetValueOrDefault(reference) : null,
            details.Child.NhsNumber is { } number ? byNhsNumber.GetValueOrDefault(number) : null,
            details.Child.Upn is { } upn ? byUpn.GetValueOrDefault(upn) : null,
            .. details.Child.LikeKeys.Select(key => byChild.GetValueOrDefault(key)),
            like.To(ChildKeys.Of(details.Child), details.RequestReceivedOn),
        ];
        return [.. found.OfType<List<KnownCase>>().SelectMany(l => l).Distinct()];
    }

    /// <summary>A case of somebody whom only the forenames tell from the row's child, or null.</summary>
    public KnownCase? TwinOf(NotificationDetails details) => like.TwinOf(ChildKeys.Of(details.Child));

    /// <summary>Every case that may be of the child of a row which cannot be read as a whole.</summary>
    public IEnumerable<KnownCase> Of(SaidOfChild said)
    {
        List<KnownCase>?[] found =
        [
            said.AuthorityReference is { } reference ? byAuthorityReference.GetValueOrDefault(reference) : null,
            said.NhsNumber is { } number ? byNhsNumber.GetValueOrDefault(number) : null,
            said.Upn is { } upn ? byUpn.GetValueOrDefault(upn) : null,
            said is { Surname: { } surname, DateOfBirth: { } born } ? like.Named(surname, said.Forenames, born) : null,
        ];
        return found.OfType<List<KnownCase>>().SelectMany(l => l).Distinct();
    }

    private void Add(KnownCase known)
    {
        if (known.AuthorityReference is { } reference) { List(byAuthorityReference, reference).Add(known); }
        if (known.NhsNumber is { } number) { List(byNhsNumber, number).Add(known); }
        if (known.Upn is { } upn) { List(byUpn, upn).Add(known); }
        List(byChild, known.MatchKey).Add(known);
        like.Add(known);
    }

    private static List<KnownCase> List(Dictionary<string, List<KnownCase>> index, string key)
    {
        if (!index.TryGetValue(key, out var list)) { index[key] = list = []; }
        return list;
    }
}
