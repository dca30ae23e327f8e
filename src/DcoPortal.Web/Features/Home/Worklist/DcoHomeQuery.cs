using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Emails;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of the DCO service.</summary>
public sealed class DcoHomeQuery(PortalDb db, RequestListQuery list, ClockSettingsQuery settings, UntoldFamiliesQuery untold, UkClock clock)
{
    private static readonly Dictionary<RequestBox, string> Colours = new()
    {
        [RequestBox.ToSend] = "grey",
        [RequestBox.WithProfessionals] = "blue",
        [RequestBox.DueSoon] = "amber",
        [RequestBox.Overdue] = "red",
        [RequestBox.PastTarget] = "amber",
        [RequestBox.ToCheck] = "plum",
        [RequestBox.Returned] = "green",
        [RequestBox.Closed] = "grey",
    };

    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var all = db.AdviceRequests.AsNoTracking();
        var counts = await list.CountAsync(all, ct);
        var failed = await db.Emails.CountAsync(EmailStandings.Undelivered, ct);
        var families = await untold.OfHealthAsync(ct);
        var triage = await TriageAsync(ct);
        var overdue = await list.FirstAsync(all.Where(clock.Light.In(RequestBox.Overdue)), HomeRows.Most + 1, ct);
        var givenBack = await list.FirstAsync(all.Open().Where(r => r.Stage == RequestStage.GivenBack), HomeRows.Most + 1, ct);
        var pastTarget = await list.FirstAsync(all.Where(clock.Light.In(RequestBox.PastTarget)), HomeRows.Most + 1, ct);
        var toCheck = await list.FirstAsync(all.Open().Where(r => r.Stage == RequestStage.ToCheck), HomeRows.Most + 1, ct);
        var ready = await list.FirstAsync(all.Open().Where(r => r.Stage == RequestStage.ToReturn), HomeRows.Most + 1, ct);
        return new HomePage
        {
            Today = today,
            Tiles =
            [
                .. AdviceWords.Boxes.Select(b => new HomeTile(b.Label(), counts[b].ToString("N0", UkText.Culture), $"{Addresses.AdviceRequests}?box={b}", Colours[b])),
                .. failed == 0 ? Array.Empty<HomeTile>() : [new HomeTile("Emails not delivered", failed.ToString("N0", UkText.Culture), $"{Addresses.AdminEmails}?status=undelivered", "red")],
            ],
            Sections =
            [
                new HomeSection("To triage, the oldest first", [.. triage.Take(HomeRows.Most)], "Every notification has been dealt with.") { SeeAll = Addresses.Triage, HasMore = triage.Count > HomeRows.Most },
                .. givenBack.Count == 0 ? Array.Empty<HomeSection>() : [HomeRows.Section("Given back: ask somebody else", givenBack, today, "", $"{Addresses.AdviceRequests}?box=ToSend", r => Addresses.AssessmentRequestAdvice(r.Reference))],
                HomeRows.Section("Overdue", overdue, today, "No request is late.", $"{Addresses.AdviceRequests}?box=Overdue"),
                .. pastTarget.Count == 0 ? Array.Empty<HomeSection>() : [HomeRows.Section("Early information past its local target", pastTarget, today, "", $"{Addresses.AdviceRequests}?box=PastTarget")],
                .. UntoldFamiliesQuery.Section(families),
                HomeRows.Section("To check", toCheck, today, "No answer waits to be checked.", Addresses.Check, r => Addresses.CheckAnswer(r.Id), Answered),
                HomeRows.Section("Ready to return", ready, today, "Nothing accepted waits to be returned.", Addresses.Check, r => Addresses.AssessmentReturn(r.Reference), Answered),
            ],
            Children = new[] { triage.Count, givenBack.Count, overdue.Count, pastTarget.Count, toCheck.Count, ready.Count }.Sum(n => Math.Min(n, HomeRows.Most)) + families.Count,
        };
    }

    private static string Answered(RequestRow r) => $"Answered on {UkText.LongDate(r.SubmittedOn!.Value)}";

    /// <summary>The limit that runs out next: health's 6 weeks once they run, else the authority's decision.</summary>
    private static Deadline Next(DateOnly? healthReceivedOn, ClockEvent startedBy, DateOnly requestReceivedOn, ClockSettings settings) =>
        healthReceivedOn is { } received ? StatutoryClock.ForHealthAdvice(received, settings) : StatutoryClock.ForAssessment(startedBy, requestReceivedOn, null, settings).DecisionToAssess!;

    private async Task<List<HomeItem>> TriageAsync(CancellationToken ct)
    {
        var rows = await (
            from a in db.Assessments.AsNoTracking()
            join l in db.LocalAuthorities on a.LocalAuthorityId equals l.Id
            where a.TriagedUtc == null && a.Outcome == null && (a.Decision == null || a.Decision != AssessmentDecision.DoNotAssess)
            orderby a.RequestReceivedOn, a.Reference
            select new { a.Reference, a.LocalAuthorityId, a.StartedBy, a.RequestReceivedOn, a.AdviceRequestReceivedOn, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, Authority = l.Name })
            .Take(HomeRows.Most + 1).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        return [.. rows.Select(a => new HomeItem(Addresses.AssessmentRequestAdvice(a.Reference),
            new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName,
            $"{a.Reference}, {a.Authority}, {(a.AdviceRequestReceivedOn is not null ? $"decided {RouteWords.ToAssess(a.StartedBy)}, health advice due" : AssessmentStarts.MustAssess(a.StartedBy) ? "must assess, notice to the family due" : "not yet decided, decision due")}").Due(Next(a.AdviceRequestReceivedOn, a.StartedBy, a.RequestReceivedOn, conventions.For(a.LocalAuthorityId)), clock.Today))];
    }
}
