using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Ties;

/// <summary>Who hears that two cases are one child's. The emails hold references and nothing of the child.</summary>
public sealed class TieEmails(Outbox outbox, UkClock clock)
{
    private const string OtherInbox = "The other side: the DCO service's inbox when the authority does it, the authority's inbox when health does";
    private const string Holder = "Whoever holds the request, or covers for them";

    private static readonly Announcement WereLinked = new("cases-linked", "two-cases", OtherInbox, "Two cases are linked as two assessments of one child", Again: "moment");

    private static readonly Announcement WereMerged = new("cases-merged", "two-cases", OtherInbox, "Two cases are merged, because one assessment was logged twice");

    private static readonly Announcement WereUndone = new("merge-undone", "two-cases", OtherInbox, "A merge of two cases is undone on the same day");

    private static readonly Announcement RequestWasMoved = new("request-merged", "request-other-reference", Holder,
        "A merge gives a request to another reference", IsForHolder: true, Unless: "The request is with nobody or has ended", Again: "merge");

    private static readonly Announcement RequestWasMovedBack = new("request-merge-undone", "request-other-reference", Holder,
        "A merge is undone, and a request has its old reference again", IsForHolder: true, Unless: "The request is with nobody or has ended", Again: "merge");

    /// <summary>Every announcement about two cases.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [WereLinked, WereMerged, WereUndone, RequestWasMoved, RequestWasMovedBack];

    public void Linked(Assessment one, string other, string to, string by, Guid tie) =>
        Queue(WereLinked, WereLinked.KeyOf(tie, clock.UtcNow.Ticks), one, to, by, $"{one.Reference} and {other} are two assessments of one child or young person. Both go on");

    public void Merged(Assessment kept, string duplicate, string to, string by, Guid tie) =>
        Queue(WereMerged, WereMerged.KeyOf(tie), kept, to, by, $"{duplicate} was logged twice and is now part of {kept.Reference}, with everything that was in it");

    public void Undone(Assessment kept, string duplicate, string to, string by, Guid tie) =>
        Queue(WereUndone, WereUndone.KeyOf(tie), kept, to, by, $"{duplicate} is a case of its own again, apart from {kept.Reference}");

    public void RequestMoved(AdviceRequest request, string kept, string duplicate, string to, string by, Guid tie) =>
        Queue(RequestWasMoved, request, to, by, $"The case was logged twice. What was asked under {duplicate} is now kept under {kept}", tie);

    public void RequestMovedBack(AdviceRequest request, string kept, string duplicate, string to, string by, Guid tie) =>
        Queue(RequestWasMovedBack, request, to, by, $"The request is kept under {duplicate} again, and no longer under {kept}. Its due date is again what it was", tie);

    private void Queue(Announcement what, string key, Assessment assessment, string to, string by, string stage) =>
        outbox.Queue(what, key, to, Addresses.Assessment(assessment.Reference), Values(assessment.Reference, by, stage), assessment.Keys);

    private void Queue(Announcement what, AdviceRequest request, string to, string by, string stage, Guid tie)
    {
        var email = outbox.Queue(what, what.KeyOf(request.Id, $"{tie:N}"), to, AdviceEmails.Path(request), Values(request.AssessmentReference, by, stage), request.Keys, request.Id);
        email.IsForHolder = request.Stage.IsOutstanding();
    }

    private static Dictionary<string, string> Values(string reference, string by, string stage) => new() { ["reference"] = reference, ["organisation-name"] = by, ["stage"] = stage };
}
