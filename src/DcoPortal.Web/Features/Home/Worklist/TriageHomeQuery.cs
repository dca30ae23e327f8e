using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Requests;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The notifications that the DCO service has not dealt with, the first due first.</summary>
public sealed class TriageHomeQuery(PortalDb db, ClockSettingsQuery settings, UkClock clock)
{
    /// <summary>The part of the worklist.</summary>
    public async Task<HomeSection> SectionAsync(CancellationToken ct)
    {
        var (today, soon) = (clock.Today, clock.Light.Soon);
        var sixWeeks = StatutoryClock.ForHealthAdvice(today).Due.DayNumber - today.DayNumber;
        var waiting = db.Assessments.AsNoTracking().InTriage();
        var awaited = HealthAwaited.Of(db);
        // the limit that runs out next: health's 6 weeks while an answer is awaited, else the authority's decision or plan
        var dated = waiting.Select(a => new { Assessment = a, IsAwaited = awaited.Any(w => w.Id == a.Id) })
            .Select(d => new { d.Assessment, d.IsAwaited, Due = d.IsAwaited ? d.Assessment.AdviceRequestReceivedOn!.Value.AddDays(sixWeeks) : d.Assessment.Decision == null && d.Assessment.DecisionDueOn != null ? d.Assessment.DecisionDueOn : d.Assessment.FinalPlanDueOn });
        var rows = await (
            from d in dated
            join l in db.LocalAuthorities on d.Assessment.LocalAuthorityId equals l.Id
            orderby d.Due, d.Assessment.Reference
            select new Row
            {
                Reference = d.Assessment.Reference,
                LocalAuthorityId = d.Assessment.LocalAuthorityId,
                StartedBy = d.Assessment.StartedBy,
                RequestReceivedOn = d.Assessment.RequestReceivedOn,
                AdviceRequestReceivedOn = d.Assessment.AdviceRequestReceivedOn,
                IsAwaited = d.IsAwaited,
                DecidedOn = d.Assessment.DecidedOn,
                DraftServedOn = d.Assessment.DraftServedOn,
                KnownAs = d.Assessment.Child.KnownAs,
                Forenames = d.Assessment.Child.Forenames,
                LegalSurname = d.Assessment.Child.LegalSurname,
                DateOfBirth = d.Assessment.Child.DateOfBirth,
                Setting = d.Assessment.Setting.Name,
                Authority = l.Name,
                Total = waiting.Count(),
                Oldest = waiting.Min(a => (DateOnly?)a.RequestReceivedOn),
                Soon = dated.Count(x => x.Due >= today && x.Due <= soon),
            }).Take(HomeRows.Most).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var items = rows.ConvertAll(r => Item(r, conventions.For(r.LocalAuthorityId)));
        return new("To triage", items, "It is settled in every case whom to ask.")
        {
            SeeAll = $"{Addresses.Triage}?{ViewLists.Everything}=true",
            Total = rows.FirstOrDefault()?.Total ?? 0,
            Note = rows.Count == 0 ? null : Note(rows[0], items[0], today),
        };
    }

    private static string Note(Row row, HomeItem first, DateOnly today) => string.Join(", ", new[]
    {
        $"oldest {SectionNote.Age(row.Oldest ?? today, today)}",
        first.DueOn < today ? $"up to {UkText.Days(today.DayNumber - first.DueOn.Value.DayNumber)} overdue" : null,
        row.Soon > 0 ? $"{row.Soon.ToString("N0", UkText.Culture)} due within {UkText.Days(TrafficLight.DueSoonDays)}" : null,
    }.OfType<string>());

    private HomeItem Item(Row r, ClockSettings local)
    {
        var child = ChildLine.Of(r.KnownAs, r.Forenames, r.LegalSurname, r.DateOfBirth, r.Setting, r.Reference);
        var (decided, told) = (r.AdviceRequestReceivedOn is not null, AssessmentStarts.MustAssess(r.StartedBy));
        var limits = StatutoryClock.ForAssessment(r.StartedBy, r.RequestReceivedOn, decided ? r.DecidedOn : null, local).GivenDraft(r.DraftServedOn, clock.Today);
        var detail = decided ? $"decided {RouteWords.ToAssess(r.StartedBy)}, {(r.IsAwaited ? "health advice due" : "no answer of health is awaited, final plan due")}" : told ? "must assess, notice to the family due" : "not yet decided, decision due";
        return new HomeItem(Addresses.AssessmentRequestAdvice(r.Reference), child.Name, $"{r.Authority}, {detail}")
        {
            ToDo = "Request advice",
            Button = "Request",
            Child = child,
            Who = r.Authority,
            WhoNote = decided ? r.IsAwaited ? "Health advice due" : "Final plan due" : told ? "Notice to the family due" : "Decision due",
            Since = r.AdviceRequestReceivedOn ?? r.RequestReceivedOn,
        }.Due(r is { IsAwaited: true, AdviceRequestReceivedOn: { } received } ? StatutoryClock.ForHealthAdvice(received, local) : (decided ? limits.FinalPlan : limits.DecisionToAssess)!, clock.Today);
    }

    private sealed record Row
    {
        public required string Reference { get; init; }
        public Guid LocalAuthorityId { get; init; }
        public ClockEvent StartedBy { get; init; }
        public DateOnly RequestReceivedOn { get; init; }
        public DateOnly? AdviceRequestReceivedOn { get; init; }
        public bool IsAwaited { get; init; }
        public DateOnly? DecidedOn { get; init; }
        public DateOnly? DraftServedOn { get; init; }
        public string? KnownAs { get; init; }
        public required string Forenames { get; init; }
        public required string LegalSurname { get; init; }
        public DateOnly DateOfBirth { get; init; }
        public string? Setting { get; init; }
        public required string Authority { get; init; }
        public int Total { get; init; }
        public DateOnly? Oldest { get; init; }
        public int Soon { get; init; }
    }
}
