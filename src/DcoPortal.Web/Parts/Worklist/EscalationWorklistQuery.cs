using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Escalations;

namespace DcoPortal.Web.Parts.Worklist;

/// <summary>The escalations that the person must answer, those they raised, and those that wait too long on their board.</summary>
public sealed class EscalationWorklistQuery(PortalDb db, AwaitedEscalationsQuery awaited, UkClock clock)
{
    private const int RecentDays = 7;

    // there are few, so each line holds all of its own
    private const int Most = 50;

    /// <summary>The sections of a worklist; an empty section is left out.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionsAsync(CancellationToken ct)
    {
        var (mine, late) = await awaited.WaitingAsync(EscalationPatience.RaisedBefore(clock.Today), Most + 1, ct);
        return
        [
            .. Part("Escalated to you: answer", await ToMeAsync(ct)),
            .. Part("Waiting for an answer to what you escalated", [.. mine.Select(e => Stuck(Item(e, $"waits for {e.ToName}")))]),
            .. Part("Escalations not answered for 2 working days", [.. late.Select(e => Item(e, $"waits for {e.ToName}, asked by {e.RaisedByName}") with { ToDo = "Get an escalation answered" })]),
            .. Part("Answers to what you escalated", await SettledAsync(ct)),
        ];
    }

    /// <summary>One escalation that awaits an answer: since when and, when no answer can come, why.</summary>
    public static HomeItem Item(EscalationFacts e, string detail) => new(Addresses.Escalation(e.Id), e.Reference, detail)
    {
        Words = e.WhyNoAnswer is { } why ? $"Since {On(e.RaisedUtc)}. {why}" : $"Since {On(e.RaisedUtc)}",
        Trouble = e.WhyNoAnswer is null ? null : "No answer will come",
        Who = e.ToName,
        WhoNote = e.WhyNoAnswer is null ? $"Asked by {e.RaisedByName}" : "No answer will come",
        Since = UkClock.DateOf(e.RaisedUtc),
    };

    // while an answer can still come, there is nothing to do for whoever asked
    private static HomeItem Stuck(HomeItem item) => item.Trouble is null ? item : item with { ToDo = "Ask somebody else" };

    private async Task<List<HomeItem>> ToMeAsync(CancellationToken ct)
    {
        var me = db.Scope.UserId;
        var waiting = await (
            from e in db.Escalations.AsNoTracking()
            join r in db.AdviceRequests on e.AdviceRequestId equals r.Id
            join a in db.Assessments on r.AssessmentId equals a.Id into cases
            from a in cases.DefaultIfEmpty()
            where e.ToUserId == me && e.AnsweredUtc == null && e.WithdrawnUtc == null && r.EndedUtc == null
            orderby e.RaisedUtc, e.Id
            select new { e.Id, r.AssessmentReference, e.RaisedByName, e.RaisedUtc, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, DateOfBirth = (DateOnly?)a.Child.DateOfBirth, Setting = a.Setting.Name }).Take(Most + 1).ToListAsync(ct);
        return waiting.ConvertAll(e => new HomeItem(Addresses.Escalation(e.Id), e.AssessmentReference, $"asked by {e.RaisedByName}")
        {
            ToDo = "Answer an escalation",
            OnlyYou = true,
            Button = "Answer",
            Child = e.DateOfBirth is { } born ? ChildLine.Of(e.KnownAs, e.Forenames, e.LegalSurname, born, e.Setting, e.AssessmentReference) : null,
            Who = "You",
            WhoNote = $"Asked by {e.RaisedByName}",
            Since = UkClock.DateOf(e.RaisedUtc),
            Words = $"Since {On(e.RaisedUtc)}",
        });
    }

    private async Task<List<HomeItem>> SettledAsync(CancellationToken ct)
    {
        var settled = await awaited.SettledAsync(UkClock.StartOf(clock.Today.AddDays(-RecentDays)), Most + 1, ct);
        return [.. settled.Select(e => new HomeItem(Addresses.Escalation(e.Id), e.Reference, e.Words) { Words = $"On {On((e.AnsweredUtc ?? e.WithdrawnUtc)!.Value)}", Since = UkClock.DateOf((e.AnsweredUtc ?? e.WithdrawnUtc)!.Value) })];
    }

    private static IEnumerable<HomeSection> Part(string heading, List<HomeItem> items) =>
        items.Count == 0 ? [] : [new(heading, [.. items.Take(Most)], "") { Group = "Escalations", Total = items.Count, IsAtLeast = items.Count > Most }];

    private static string On(DateTime utc) => UkText.LongDate(UkClock.DateOf(utc));
}
