using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>What a local authority itself owes on its assessments: decisions, plans, and telling health of a plan, and what health owes it; of all its cases, or of one owner’s.</summary>
public sealed class AuthorityCasesQuery(PortalDb db, RequestListQuery list, ClockSettingsQuery settings, UkClock clock, CurrentPerson person)
{
    /// <summary>Decisions and notices to families that are not recorded yet.</summary>
    public async Task<HomeSection> DecisionsAsync(Guid? of, CancellationToken ct)
    {
        var rows = await ReadAsync(Of(of).Where(a => a.Decision == null && a.Outcome == null), q => q.OrderBy(a => a.DecisionDueOn).ThenBy(a => a.Reference), ct);
        var local = await LocalAsync(ct);
        return Section("Decisions due", rows, "No decision or notice to a family is waiting.", "undecided", of, r => Item(r, Addresses.AssessmentDecision(r.Reference), RouteWords.ToDecide(r.StartedBy).Replace(" it ", " you ", StringComparison.Ordinal)) with
        {
            ToDo = RouteWords.CountsTheNotice(r.StartedBy) ? "Tell the family" : "Decide whether to assess",
            Button = "Record",
            Since = r.RequestReceivedOn,
        }, r => StatutoryClock.ForAssessment(r.StartedBy, r.RequestReceivedOn, null, local).DecisionToAssess!);
    }

    /// <summary>Final plans that the authority itself must issue: late or due soon.</summary>
    public async Task<HomeSection> PlansAsync(Guid? of, CancellationToken ct)
    {
        var rows = await ReadAsync(Of(of).In(AssessmentMark.PlanDue, db, clock.Today), q => q.OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference), ct);
        var local = await LocalAsync(ct);
        return Section("Plans due", rows, $"No final plan is due in the next {TrafficLight.DueSoonDays} days.", "plan-due", of, r => Item(r, Addresses.Assessment(r.Reference), "issue the final plan") with
        {
            ToDo = "Issue the final plan",
            Since = r.RequestReceivedOn,
        }, r => StatutoryClock.ForAssessment(r.StartedBy, r.RequestReceivedOn, r.DecidedOn, local).GivenDraft(r.DraftServedOn, clock.Today).FinalPlan!);
    }

    /// <summary>Cases whose final plan was not sent to health yet (reg 13(2)(c)).</summary>
    public async Task<HomeSection> PlansNotSentAsync(Guid? of, CancellationToken ct)
    {
        var rows = await ReadAsync(Of(of).In(AssessmentMark.PlanNotSent, db, clock.Today), q => q.OrderBy(a => a.OutcomeOn).ThenBy(a => a.Reference), ct);
        return Section("Final plans not sent to health", rows, "", "plan-not-sent", of, r => Item(r, Addresses.AssessmentHealthTold(r.Reference), "say when health was sent the plan") with
        {
            ToDo = "Send the plan to health",
            Button = "Record",
            Since = r.OutcomeOn,
            Words = $"Issued on {UkText.LongDate(r.OutcomeOn)}",
        });
    }

    /// <summary>Cases that wait for health advice that is late: those of the tile, each once, by the request that has waited longest.</summary>
    public async Task<HomeSection> HealthLateAsync(Guid? of, CancellationToken ct)
    {
        var overdue = db.AdviceRequests.AsNoTracking().HealthIsLateWith(clock.Today);
        var days = StatutoryClock.ForHealthAdvice(clock.Today).Due.DayNumber - clock.Today.DayNumber;
        var rows = await ReadAsync(Of(of).In(AssessmentMark.HealthLate, db, clock.Today),
            q => q.OrderBy(a => overdue.Where(r => r.AssessmentId == a.Id).Min(r => (DateOnly?)r.DueOn) ?? a.AdviceRequestReceivedOn!.Value.AddDays(days)).ThenBy(a => a.Reference), ct);
        List<string> cases = rows.ConvertAll(r => r.Reference);
        var awaited = cases.Count == 0 ? null : (await list.FirstAsync(overdue.Where(r => cases.Contains(r.AssessmentReference)), HomeRows.MostWhole, ct)).Rows.ToLookup(r => r.Reference);
        var local = await LocalAsync(ct);
        return Section("Health advice that is late", rows, "No health advice is late.", AssessmentMark.HealthLate.Address(), of, r => Late(r, [.. awaited![r.Reference]], local));
    }

    // health owes it: the authority may ask, but nothing waits for the authority
    private HomeItem Late(Row r, IReadOnlyList<RequestRow> awaited, ClockSettings local)
    {
        if (awaited is [var first, ..])
        {
            var item = HomeRows.Item(first, clock.Today) with { Href = Addresses.Assessment(r.Reference) };
            if (first.Box is RequestBox.ToSend or RequestBox.ToCheck) { item = item with { WhoNote = first.Box == RequestBox.ToSend ? "Nobody has it: the DCO service is to send it" : "With the DCO service, to check and return" }; }
            return awaited.Count == 1 ? item : item with { Detail = $"{item.Detail}, and {UkText.Count(awaited.Count - 1, "other")} late" };
        }
        return (Item(r, Addresses.Assessment(r.Reference), "Nobody is asked now") with { Who = "Nobody is asked now", Since = r.HealthAskedOn }).Due(StatutoryClock.ForHealthAdvice(r.HealthAskedOn!.Value, local), clock.Today);
    }

    /// <summary>Cases of which an import could not read something: it may be a wish of the family.</summary>
    public async Task<HomeSection> ToCorrectAsync(Guid? of, CancellationToken ct)
    {
        var rows = await ReadAsync(Of(of).In(AssessmentMark.ToCorrect, db, clock.Today), q => q.OrderBy(a => a.RequestReceivedOn).ThenBy(a => a.Reference), ct);
        return Section("To be corrected after an import", rows, "", AssessmentMark.ToCorrect.Address(), of, r => Item(r, $"{Addresses.Assessment(r.Reference)}#to-correct", "put right what the import could not read") with
        {
            ToDo = "Correct what was imported",
            Since = r.RequestReceivedOn,
        });
    }

    private IQueryable<Assessment> Of(Guid? owner) => owner is null ? db.Assessments.AsNoTracking() : db.Assessments.AsNoTracking().Where(a => a.OwnerUserId == owner);

    private static async Task<List<Row>> ReadAsync(IQueryable<Assessment> cases, Func<IQueryable<Assessment>, IQueryable<Assessment>> order, CancellationToken ct) => await order(cases).Take(HomeRows.Most)
        .Select(a => new Row(a.Reference, a.StartedBy, a.RequestReceivedOn, a.DecidedOn, a.DraftServedOn, a.OutcomeOn, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, a.Setting.Name, a.AdviceRequestReceivedOn, cases.Count())).ToListAsync(ct);

    private async Task<ClockSettings> LocalAsync(CancellationToken ct) => (await settings.ConventionsAsync(ct)).For(person.Scope.LocalAuthorityId);

    private HomeSection Section(string heading, List<Row> rows, string empty, string mark, Guid? of, Func<Row, HomeItem> item, Func<Row, Deadline>? deadline = null) =>
        new(heading, rows.ConvertAll(r => deadline is null ? item(r) : item(r).Due(deadline(r), clock.Today)), empty) { SeeAll = $"{Addresses.Assessments}?mark={mark}{(of is null ? "" : "&owner=me")}", Total = rows.FirstOrDefault()?.Total ?? 0 };

    private static HomeItem Item(Row r, string href, string detail)
    {
        var child = ChildLine.Of(r.KnownAs, r.Forenames, r.LegalSurname, r.DateOfBirth, r.Setting, r.Reference);
        return new(href, child.Name, detail) { Child = child, Who = "Your authority" };
    }

    private sealed record Row(string Reference, ClockEvent StartedBy, DateOnly RequestReceivedOn, DateOnly? DecidedOn, DateOnly? DraftServedOn, DateOnly? OutcomeOn, string? KnownAs, string Forenames, string LegalSurname, DateOnly DateOfBirth, string? Setting, DateOnly? HealthAskedOn, int Total);
}
