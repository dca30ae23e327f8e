namespace DcoPortal.Casework.Ties;

/// <summary>
/// Where the reference of a merged case went, for a health service, which sees no merged case: it answers with a reference alone, and
/// what that opens the row scope decides.
/// </summary>
public sealed class MergedReferences(PortalDbFactory databases)
{
    private const int MostMerges = 20;

    /// <summary>The reference that stands for it now, or null where it was not merged.</summary>
    public async Task<string?> NowAsync(string reference, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        string? now = null;
        for (var i = 0; i < MostMerges && await all.CaseTies.Where(t => t.OtherReference == (now ?? reference) && t.Kind == TieKind.SameAssessment).Select(t => t.Reference).FirstOrDefaultAsync(ct) is { } into; i++) { now = into; }
        return now;
    }
}
