namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>An assessment, or an earlier row of the same file, that a row can be the same as.</summary>
/// <param name="Name">Its reference, or "row 4".</param>
/// <param name="Reference">Its reference, or null for a row.</param>
/// <param name="RequestReceivedOn">The day of its request.</param>
internal sealed record KnownCase(string Name, string? Reference, DateOnly RequestReceivedOn);

// the authority's own assessments by what identifies a row; no other authority's data is read
internal sealed class KnownCases
{
    private readonly Dictionary<string, KnownCase> byAuthorityReference = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<KnownCase>> byNhsNumber = [];
    private readonly Dictionary<string, List<KnownCase>> byChild = [];
    private readonly Dictionary<Guid, string> references = [];

    public static async Task<KnownCases> LoadAsync(PortalDb db, ISet<Guid> ownRows, CancellationToken ct)
    {
        var known = new KnownCases();
        var stored = db.Assessments.AsNoTracking().OrderBy(a => a.Reference)
            .Select(a => new { a.Id, a.Reference, a.AuthorityReference, a.Child.NhsNumber, a.ChildMatchKey, a.RequestReceivedOn });
        await foreach (var a in stored.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (ownRows.Contains(a.Id)) { known.references[a.Id] = a.Reference; }
            else { known.Add(new(a.Reference, a.Reference, a.RequestReceivedOn), a.AuthorityReference, a.NhsNumber, a.ChildMatchKey); }
        }
        return known;
    }

    /// <summary>The reference of a row of this import that was imported, or null.</summary>
    public string? ReferenceOf(Guid id) => references.GetValueOrDefault(id);

    public void AddRow(int line, string? reference, NotificationDetails details) =>
        Add(new($"row {line} of this file", reference, details.RequestReceivedOn), details.AuthorityReference, details.Child.NhsNumber, details.Child.MatchKey);

    public KnownCase? WithReference(string? authorityReference) =>
        authorityReference is null ? null : byAuthorityReference.GetValueOrDefault(authorityReference);

    public IReadOnlyList<KnownCase> OfChild(ChildOrYoungPerson child) =>
        [.. (child.NhsNumber is { } number ? byNhsNumber.GetValueOrDefault(number) : null) ?? [], .. byChild.GetValueOrDefault(child.MatchKey) ?? []];

    private void Add(KnownCase known, string? authorityReference, string? nhsNumber, string child)
    {
        if (authorityReference is not null) { byAuthorityReference.TryAdd(authorityReference, known); }
        if (nhsNumber is not null) { List(byNhsNumber, nhsNumber).Add(known); }
        List(byChild, child).Add(known);
    }

    private static List<KnownCase> List(Dictionary<string, List<KnownCase>> index, string key)
    {
        if (!index.TryGetValue(key, out var list)) { index[key] = list = []; }
        return list;
    }
}
