using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Assessments.List;

/// <summary>Reads the list: filtered, ordered and paged by the database, its status worked out from the dates.</summary>
public sealed class AssessmentListQuery(PortalDb db, UkClock clock)
{
    public const int PageSize = 25;

    /// <summary>The most rows of one CSV.</summary>
    public const int MostRows = 10_000;

    private static readonly string[] Sorts = ["due", "-due", "received", "-received", "reference", "-reference"];

    /// <summary>One page of the list.</summary>
    public async Task<AssessmentListPage> PageAsync(AssessmentFilters filters, string? sort, int page, CancellationToken ct)
    {
        sort = Array.IndexOf(Sorts, sort) >= 0 ? sort! : "due";
        var matching = Matching(filters);
        var total = await matching.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var isService = db.Scope.Kind == ScopeKind.DcoService;
        return new AssessmentListPage
        {
            List = new(await RowsAsync(Ordered(matching, sort).Skip((page - 1) * PageSize).Take(PageSize), ct), page, PageSize, total),
            Filters = filters,
            Sort = sort,
            Today = clock.Today,
            ShowAuthority = isService,
            Marks = [.. AssessmentMarks.All.Select(m => new SelectListItem(m.Label(), m.Address(), m == filters.Mark))],
            Needs = [.. PrimaryNeeds.All.Select(n => new SelectListItem(n.Name, n.Code, n.Code == filters.Need))],
            Authorities = isService ? await AuthoritiesAsync(filters.Authority, ct) : [],
        };
    }

    /// <summary>Every row that matches, up to <see cref="MostRows"/>.</summary>
    public Task<List<AssessmentRow>> AllAsync(AssessmentFilters filters, string? sort, CancellationToken ct) =>
        RowsAsync(Ordered(Matching(filters), Array.IndexOf(Sorts, sort) >= 0 ? sort! : "due").Take(MostRows), ct);

    private IQueryable<Assessment> Matching(AssessmentFilters filters)
    {
        var found = db.Assessments.AsNoTracking();
        if (filters.Mark is { } mark) { found = found.In(mark, db, clock.Today); }
        if (filters.Authority is { } authority) { found = found.Where(a => a.LocalAuthorityId == authority); }
        if (filters.Need is { } need) { found = found.Where(a => a.PrimaryNeed == need); }
        return string.IsNullOrWhiteSpace(filters.Search) ? found : Search(found, filters.Search);
    }

    /// <summary>A whole reference or NHS number is looked up by its index; anything else is looked for word by word.</summary>
    private static IQueryable<Assessment> Search(IQueryable<Assessment> found, string search)
    {
        if (AssessmentReference.TryParse(search, out var reference, out _))
        {
            var text = reference.ToString();
            return found.Where(a => a.Reference == text);
        }
        var digits = new string([.. search.Where(c => c is not (' ' or '-'))]);
        if (digits.Length == 10 && digits.All(char.IsAsciiDigit)) { return found.Where(a => a.Child.NhsNumber == digits); }
        foreach (var word in SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Where(a => a.SearchText.Contains(word));
        }
        return found;
    }

    private static IQueryable<Assessment> Ordered(IQueryable<Assessment> found, string sort) => sort switch
    {
        "-due" => found.OrderBy(a => a.Outcome != null || a.Decision == AssessmentDecision.DoNotAssess)
            .ThenByDescending(a => a.Decision == null ? a.DecisionDueOn : a.FinalPlanDueOn).ThenBy(a => a.Reference),
        "received" => found.OrderBy(a => a.RequestReceivedOn).ThenBy(a => a.Reference),
        "-received" => found.OrderByDescending(a => a.RequestReceivedOn).ThenBy(a => a.Reference),
        "reference" => found.OrderBy(a => a.Reference),
        "-reference" => found.OrderByDescending(a => a.Reference),
        // what has ended comes last: the list is for acting on
        _ => found.OrderBy(a => a.Outcome != null || a.Decision == AssessmentDecision.DoNotAssess)
            .ThenBy(a => a.Decision == null ? a.DecisionDueOn : a.FinalPlanDueOn).ThenBy(a => a.Reference),
    };

    private async Task<List<AssessmentRow>> RowsAsync(IQueryable<Assessment> page, CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await page.Select(a => new
        {
            a.Reference,
            a.Child.KnownAs,
            a.Child.Forenames,
            a.Child.LegalSurname,
            a.PrimaryNeed,
            a.Route,
            a.RequestReceivedOn,
            a.Decision,
            a.DecidedOn,
            a.Outcome,
            a.OutcomeOn,
            a.DecisionDueOn,
            a.NoPlanDueOn,
            a.FinalPlanDueOn,
            Authority = db.LocalAuthorities.Where(l => l.Id == a.LocalAuthorityId).Select(l => l.Name).FirstOrDefault(),
            Asked = db.AdviceRequests.Count(r => r.AssessmentId == a.Id && r.ClosedUtc == null),
            Back = db.AdviceRequests.Count(r => r.AssessmentId == a.Id && r.ClosedUtc == null && r.ReturnedUtc != null),
            Overdue = db.AdviceRequests.Count(r => r.AssessmentId == a.Id && r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && r.SentUtc != null && r.DueOn < today),
        }).ToListAsync(ct);
        return [.. rows.Select(a =>
        {
            var (limit, due, done) = Next(a.Decision, a.DecidedOn, a.Outcome, a.OutcomeOn, a.DecisionDueOn, a.NoPlanDueOn, a.FinalPlanDueOn);
            return new AssessmentRow
            {
                Reference = a.Reference,
                ChildName = new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName,
                Authority = a.Authority ?? "",
                Need = AssessmentWords.Need(a.PrimaryNeed),
                ReceivedOn = a.RequestReceivedOn,
                Week = StatutoryClock.WeekOf(a.RequestReceivedOn, a.OutcomeOn ?? (a.Decision == AssessmentDecision.DoNotAssess ? a.DecidedOn : null) ?? today),
                Stage = AssessmentWords.Stage(a.Decision, a.Outcome),
                Asked = a.Asked,
                Back = a.Back,
                HealthOverdue = a.Overdue,
                NextLimit = limit,
                NextDue = due,
                DoneOn = done,
                Why = Explain(limit, StatutoryClock.ForAssessment(a.Route, a.RequestReceivedOn)),
                Status = due is { } d ? StatusOn(d, done, today) : null,
            };
        })];
    }

    /// <summary>The authority's next limit, or the one it met or missed at the end. None for a request withdrawn or moved away.</summary>
    private static (string Limit, DateOnly? Due, DateOnly? Done) Next(AssessmentDecision? decision, DateOnly? decidedOn, AssessmentOutcome? outcome, DateOnly? outcomeOn,
        DateOnly decideBy, DateOnly? refuseBy, DateOnly planBy) => (decision, outcome) switch
        {
            (_, AssessmentOutcome.PlanIssued) => ("Plan", planBy, outcomeOn),
            (_, AssessmentOutcome.NoPlan) => ("No plan", refuseBy, outcomeOn),
            (_, { }) => ("None", null, null),
            (AssessmentDecision.DoNotAssess, _) => ("Decision", decideBy, decidedOn),
            (null, _) => ("Decision", decideBy, null),
            _ => ("Plan", planBy, null),
        };

    private static string? Explain(string limit, AssessmentDeadlines law) => limit switch
    {
        "Plan" => law.FinalPlan.Explain(),
        "No plan" => law.NoPlanNotice.Explain(),
        "Decision" => law.DecisionToAssess.Explain(),
        _ => null,
    };

    private static RagStatus StatusOn(DateOnly due, DateOnly? done, DateOnly today) =>
        done is { } d ? d <= due ? RagStatus.Done : RagStatus.DoneLate
        : due < today ? RagStatus.Overdue
        : due <= today.AddDays(Domain.Advice.RequestBoxes.DueSoonDays) ? RagStatus.DueSoon : RagStatus.OnTrack;

    private async Task<IReadOnlyList<SelectListItem>> AuthoritiesAsync(Guid? chosen, CancellationToken ct)
    {
        var icb = db.Scope.IcbId;
        var authorities = await db.LocalAuthorities.AsNoTracking()
            .Where(l => db.IcbCoverages.Any(c => c.IcbId == icb && c.LocalAuthorityId == l.Id))
            .OrderBy(l => l.Name).ThenBy(l => l.Id).Select(l => new { l.Id, l.Name }).ToListAsync(ct);
        return [.. authorities.Select(l => new SelectListItem(l.Name, l.Id.ToString(), l.Id == chosen))];
    }
}
