namespace DcoPortal.Tests.Features.Lives;

/// <summary>
/// What people do to a case, each through the page that they would use. A step that the case does not allow now does nothing; one that the
/// page refuses is said so and changes nothing.
/// </summary>
internal static class Steps
{
    public static IReadOnlyList<(string Name, Func<Life, Task<bool>> Do)> All { get; } =
    [
        ("LA names somebody", AuthoritySteps.NameAsync),
        ("LA names somebody", AuthoritySteps.NameAsync),
        ("LA adds a report", AuthoritySteps.AddReportAsync),
        ("LA decides to assess", AuthoritySteps.DecideAsync),
        ("LA decides to assess", AuthoritySteps.DecideAsync),
        ("LA takes back the last record", AuthoritySteps.TakeBackAsync),
        ("LA presses Undo of the decision", AuthoritySteps.UndoAsync),
        ("LA records that the request is withdrawn", AuthoritySteps.EndAsync),
        ("LA corrects the days", AuthoritySteps.CorrectDatesAsync),
        ("LA corrects the days", AuthoritySteps.CorrectDatesAsync),
        ("LA takes a report out", AuthoritySteps.TakeOutAsync),
        ("LA puts a report back", AuthoritySteps.PutBackAsync),
        ("LA merges another case of the child", AuthoritySteps.MergeAsync),
        ("LA moves the case, and the other authority takes it", AuthoritySteps.MoveAsync),
        ("DCO asks", DcoSteps.AskAsync),
        ("DCO asks", DcoSteps.AskAsync),
        ("DCO asks", DcoSteps.AskAsync),
        ("DCO sends what is ticked in triage", DcoSteps.TriageAsync),
        ("DCO sends what is ticked in triage", DcoSteps.TriageAsync),
        ("DCO says why somebody is not asked", DcoSteps.NotAskedAsync),
        ("DCO takes the case out of triage", DcoSteps.NoRequestAsync),
        ("DCO closes a request", DcoSteps.CloseAsync),
        ("DCO opens a request again", DcoSteps.ReopenAsync),
        ("DCO sends what was given back again", DcoSteps.SendAgainAsync),
        ("DCO accepts and returns", DcoSteps.AcceptAsync),
        ("DCO accepts and returns", DcoSteps.AcceptAsync),
        ("DCO sends an answer back", DcoSteps.SendBackAsync),
        ("DCO withdraws what was returned", DcoSteps.WithdrawAsync),
        ("DCO asks for a new version or an addendum", DcoSteps.MoreAsync),
        ("DCO records what a service sent by email", DcoSteps.RecordAsync),
        ("LA records whom the family leaves out", AuthoritySteps.WishAsync),
        ("clinician saves a draft", ServiceSteps.DraftAsync),
        ("clinician answers", ServiceSteps.AnswerAsync),
        ("clinician answers", ServiceSteps.AnswerAsync),
        ("clinician has no advice", ServiceSteps.NilAsync),
        ("clinician gives it back", ServiceSteps.GiveBackAsync),
        ("clinician adds to what was returned", ServiceSteps.MoreAsync),
        ("lead arranges cover", ServiceSteps.CoverAsync),
    ];
}
