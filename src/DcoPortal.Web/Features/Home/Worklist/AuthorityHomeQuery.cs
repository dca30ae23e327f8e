using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of a local authority's caseworkers and managers.</summary>
public sealed class AuthorityHomeQuery(PortalDb db, RequestListQuery list, ClockSettingsQuery settings, UntoldFamiliesQuery untold, UkClock clock, CurrentPerson person)
{
    private const int RecentDays = 14;

    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var since = UkClock.StartOf(today.AddDays(-RecentDays));
        var requests = db.AdviceRequests.AsNoTracking();
        var local = (await settings.ConventionsAsync(ct)).For(person.Scope.LocalAuthorityId);
        var returned = await list.FirstAsync(requests.Where(r => r.ReturnedUtc >= since), HomeRows.Most + 1, ct, "-returned");
        var late = await list.FirstAsync(requests.Where(clock.Light.In(RequestBox.Overdue)), HomeRows.Most + 1, ct);
        var pastTarget = await list.FirstAsync(requests.Where(clock.Light.In(RequestBox.PastTarget)), HomeRows.Most + 1, ct);
        var drafts = person.May(Permission.LogNotification) ? await DraftsAsync(ct) : [];
        var families = person.May(Permission.RecordDecision) ? await untold.OfAuthorityAsync(ct) : [];
        var decisions = await DecisionsAsync(local, ct);
        var unsent = await PlansNotSentAsync(ct);
        var plans = await PlansAsync(local, ct);
        return new HomePage
        {
            Today = today,
            Action = person.May(Permission.LogNotification) ? ("Log a notification", Addresses.AssessmentsLog) : null,
            Sections =
            [
                .. drafts.Count == 0 ? Array.Empty<HomeSection>() : [new HomeSection("Notifications to finish", drafts, "")],
                new HomeSection("Decisions due", [.. decisions.Take(HomeRows.Most)], "No decision or notice to a family is waiting.")
                { SeeAll = $"{Addresses.Assessments}?mark=undecided", HasMore = decisions.Count > HomeRows.Most },
                new HomeSection("Plans due", [.. plans.Take(HomeRows.Most)], $"No final plan is due in the next {TrafficLight.DueSoonDays} days.")
                { SeeAll = $"{Addresses.Assessments}?mark=plan-due", HasMore = plans.Count > HomeRows.Most },
                .. UntoldFamiliesQuery.Section(families),
                .. unsent.Count == 0 ? Array.Empty<HomeSection>() : [new HomeSection("Final plans not sent to health", [.. unsent.Take(HomeRows.Most)], "") { SeeAll = $"{Addresses.Assessments}?mark=plan-not-sent", HasMore = unsent.Count > HomeRows.Most }],
                HomeRows.Section("Advice returned in the last 14 days", returned, today, "No advice was returned in the last 14 days. You get an email when it is.", $"{Addresses.AdviceRequests}?box=Returned&sort=-returned",
                    r => Addresses.Assessment(r.Reference), r => $"Returned on {UkText.LongDate(r.ReturnedOn!.Value)}"),
                HomeRows.Section("Health advice that is late", late, today, "No health advice is late.", $"{Addresses.Assessments}?mark=health-late", r => Addresses.Assessment(r.Reference)),
                .. pastTarget.Count == 0 ? Array.Empty<HomeSection>() : [HomeRows.Section("Early information past its local target", pastTarget, today, "", $"{Addresses.AdviceRequests}?box=PastTarget", r => Addresses.Assessment(r.Reference))],
            ],
            Children = Math.Min(returned.Count, HomeRows.Most) + Math.Min(late.Count, HomeRows.Most) + Math.Min(pastTarget.Count, HomeRows.Most) + Math.Min(decisions.Count, HomeRows.Most) + Math.Min(unsent.Count, HomeRows.Most)
                + Math.Min(plans.Count, HomeRows.Most) + families.Count,
        };
    }

    private async Task<List<HomeItem>> DraftsAsync(CancellationToken ct)
    {
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.Kind == "notification").OrderByDescending(d => d.SavedUtc).ThenBy(d => d.Id)
            .Take(HomeRows.Most).Select(d => new { d.Id, d.SavedUtc }).ToListAsync(ct);
        return [.. drafts.Select(d => new HomeItem(Addresses.AssessmentsLogDraft(d.Id), "Draft notification", "Not sent to the DCO service yet") { Words = $"Saved on {UkText.LongDateTime(d.SavedUtc)}" })];
    }

    /// <summary>Final plans that the authority itself must issue: late or due soon.</summary>
    private async Task<List<HomeItem>> PlansAsync(ClockSettings local, CancellationToken ct)
    {
        var rows = await db.Assessments.AsNoTracking().In(AssessmentMark.PlanDue, db, clock.Today)
            .OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.StartedBy, a.RequestReceivedOn, a.DecidedOn, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname })
            .Take(HomeRows.Most + 1).ToListAsync(ct);
        return [.. rows.Select(a => new HomeItem(Addresses.Assessment(a.Reference),
            new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName, $"{a.Reference}, issue the final plan").Due(StatutoryClock.ForAssessment(a.StartedBy, a.RequestReceivedOn, a.DecidedOn, local).FinalPlan!, clock.Today))];
    }

    private async Task<List<HomeItem>> DecisionsAsync(ClockSettings local, CancellationToken ct)
    {
        var rows = await db.Assessments.AsNoTracking().Where(a => a.Decision == null && a.Outcome == null)
            .OrderBy(a => a.DecisionDueOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.StartedBy, a.RequestReceivedOn, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname })
            .Take(HomeRows.Most + 1).ToListAsync(ct);
        return [.. rows.Select(a => new HomeItem(Addresses.AssessmentDecision(a.Reference),
            new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName, $"{a.Reference}, {RouteWords.ToDecide(a.StartedBy).Replace(" it ", " you ", StringComparison.Ordinal)}")
            .Due(StatutoryClock.ForAssessment(a.StartedBy, a.RequestReceivedOn, null, local).DecisionToAssess!, clock.Today))];
    }

    /// <summary>Cases whose final plan was not sent to health yet (reg 13(2)(c)).</summary>
    private async Task<List<HomeItem>> PlansNotSentAsync(CancellationToken ct)
    {
        var rows = await db.Assessments.AsNoTracking().In(AssessmentMark.PlanNotSent, db, clock.Today)
            .OrderBy(a => a.OutcomeOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.OutcomeOn, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname })
            .Take(HomeRows.Most + 1).ToListAsync(ct);
        return [.. rows.Select(a => new HomeItem(Addresses.AssessmentHealthTold(a.Reference),
            new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName, $"{a.Reference}, say when health was sent the plan")
        { Words = $"Issued on {UkText.LongDate(a.OutcomeOn)}" })];
    }
}
