using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.RightAuthority;

/// <summary>Tells both authorities that cases were recorded under the wrong one. The emails hold references and nothing of the child.</summary>
public sealed class RightAuthorityEmails(PortalDb db, Outbox outbox, CurrentPerson person)
{
    private const int MostPairs = 20;

    private static readonly Announcement NotYours = new("case-not-yours", "case-moved", "The inbox of the authority under which it was recorded by mistake",
        "The DCO service puts cases under the right authority that it had recorded under the wrong one", Again: "reference");

    private static readonly Announcement Yours = new("case-yours-after-all", "case-moved", "The inbox of the authority whose cases they are",
        "The DCO service puts cases under the right authority that it had recorded under the wrong one", Again: "reference");

    /// <summary>Every email about it.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [NotYours, Yours];

    /// <summary>One email to each authority, however many cases there are.</summary>
    public async Task MovedAsync(IReadOnlyList<(CaseKeys Was, Assessment Case)> moved, CancellationToken ct)
    {
        foreach (var own in moved.GroupBy(m => m.Was.LocalAuthorityId))
        {
            var (first, which) = Which([.. own.Select(m => m.Was.Reference)]);
            Queue(NotYours, NotYours.KeyOf(own.First().Was.AssessmentId, own.First().Was.Reference), await SendInboxAsync(own.Key, ct), Addresses.Assessment(first), which, own.First().Was,
                $"{which} was recorded for you by mistake. It is another authority’s, and you can no longer open it. Delete everything of it that was saved, printed or sent on");
        }
        var now = moved[0].Case;
        var (reference, all) = Which([.. moved.Select(m => m.Case.Reference)]);
        Queue(Yours, Yours.KeyOf(now.Id, now.Reference), await SendInboxAsync(now.LocalAuthorityId, ct), moved.Count == 1 ? Addresses.Assessment(reference) : Addresses.Assessments, all, now.Keys,
            $"{all} is yours. The DCO service had recorded it under another authority by mistake. Its days are as they were{await BeforeAsync(moved, ct)}");
    }

    // the authority was told of the earlier reference that nothing of it was its own
    private async Task<string> BeforeAsync(IReadOnlyList<(CaseKeys Was, Assessment Case)> moved, CancellationToken ct)
    {
        var (authority, ids) = (moved[0].Case.LocalAuthorityId, moved.Select(m => m.Case.Id).ToList());
        var had = await db.AuditEntries.Where(e => e.Fact == nameof(CaseWasNotTheirs) && e.LocalAuthorityId == authority && e.AssessmentId != null && ids.Contains(e.AssessmentId.Value))
            .OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => new { Case = e.AssessmentId!.Value, e.AssessmentReference }).ToListAsync(ct);
        var pairs = moved.Select(m => (m.Case.Reference, Had: had.Where(h => h.Case == m.Case.Id).Select(h => h.AssessmentReference!).ToList())).Where(m => m.Had.Count > 0).ToList();
        if (pairs.Count == 0) { return ""; }
        var words = string.Join("; ", pairs.Take(MostPairs).Select(p => $"{p.Reference} is the case that you had as {string.Join(" and ", p.Had)}"));
        return $". {words}{(pairs.Count > MostPairs ? $"; and {pairs.Count - MostPairs} more" : "")}. What we then told you to delete is yours";
    }

    private static (string First, string Words) Which(IReadOnlyList<string> references) => (references[0], references.Count == 1 ? references[0] : $"{references[0]} and {UkText.Count(references.Count - 1, "other case")}");

    private Task<string> SendInboxAsync(Guid authority, CancellationToken ct) => db.LocalAuthorities.Where(a => a.Id == authority).Select(a => a.SendInbox).SingleAsync(ct);

    private void Queue(Announcement what, string key, string to, string path, string reference, CaseKeys keys, string stage) =>
        outbox.Queue(what, key, to, path, new Dictionary<string, string> { ["reference"] = reference, ["organisation-name"] = person.Actor.Organisation, ["stage"] = stage }, keys);
}
