using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.RightAuthority;

/// <summary>Tells both authorities that cases were recorded under the wrong one. The emails hold references and nothing of the child.</summary>
public sealed class RightAuthorityEmails(PortalDb db, Outbox outbox, CurrentPerson person)
{
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
            $"{all} is yours. The DCO service had recorded it under another authority by mistake. Its days are as they were");
    }

    private static (string First, string Words) Which(IReadOnlyList<string> references) => (references[0], references.Count == 1 ? references[0] : $"{references[0]} and {UkText.Count(references.Count - 1, "other case")}");

    private Task<string> SendInboxAsync(Guid authority, CancellationToken ct) => db.LocalAuthorities.Where(a => a.Id == authority).Select(a => a.SendInbox).SingleAsync(ct);

    private void Queue(Announcement what, string key, string to, string path, string reference, CaseKeys keys, string stage) =>
        outbox.Queue(what, key, to, path, new Dictionary<string, string> { ["reference"] = reference, ["organisation-name"] = person.Actor.Organisation, ["stage"] = stage }, keys);
}
