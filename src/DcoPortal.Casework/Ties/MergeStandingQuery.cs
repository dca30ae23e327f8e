namespace DcoPortal.Casework.Ties;

/// <summary>Whether what was merged can still be put apart: nothing has happened to it since that putting apart would lose.</summary>
public sealed class MergeStandingQuery(PortalDb db, CaseRows rows)
{
    // another merge that was undone has happened to nobody
    private static List<AuditEntry> ButUndone(IEnumerable<AuditEntry> newestFirst)
    {
        List<AuditEntry> kept = [];
        var undone = 0;
        foreach (var entry in newestFirst)
        {
            if (entry.Fact == nameof(MergeUndone)) { undone++; }
            else if (undone > 0 && entry.Fact is nameof(CaseMerged) or nameof(CaseTakenIn)) { undone--; }
            else { kept.Add(entry); }
        }
        return kept;
    }

    /// <summary>What stops it, in a sentence; null when nothing does. Whose turn and which day is another question.</summary>
    /// <param name="tie">The merge.</param>
    /// <param name="duplicate">The case that became part of the other.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string?> WhatStopsAsync(CaseTie tie, Assessment duplicate, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(duplicate);
        var record = MergeRecord.Of(tie.Before!);
        var told = await rows.ToldAsync(tie.AssessmentId, tie.OtherId, record.Requests.Select(r => r.Id).ToHashSet(), ct);
        if (told.Count > record.Told)
        {
            var later = ButUndone(told.Take(told.Count - record.Told));
            var since = later.Select(t => $"{t.Sentence} ({UkText.LongDateTime(t.AtUtc)})").ToList();
            if (since.Count > 0) { return $"This merge can no longer be undone, because something has happened since: {string.Join("; ", since)}."; }
        }
        return record.AuthorityReference is { } own && await db.Assessments.Where(a => a.LocalAuthorityId == duplicate.LocalAuthorityId && a.AuthorityReference == own && a.Id != tie.AssessmentId).Select(a => a.Reference).FirstOrDefaultAsync(ct) is { } holder
            ? $"This merge can no longer be undone, because the authority’s reference {own} has been given to {holder} since."
            : null;
    }
}
