using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Figures;
using DcoPortal.Casework.Ties;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Triage;

/// <summary>Reads a page of triage: cases in which it is still open whom to ask, the next legal date first.</summary>
public sealed class TriageQuery(PortalDb db, AskableDirectoryQuery directories, ClockSettingsQuery settings, OtherAuthorityQuery elsewhere, StoppedAskings askings, UkClock clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    /// <summary>One page.</summary>
    public async Task<TriagePage> LoadAsync(TriageFilters filters, int page, CancellationToken ct)
    {
        var found = Narrow(db.Assessments.AsNoTracking().InTriage(), filters);
        var total = await found.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var assessments = await ByNextDate(found).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var rows = assessments.Count == 0 ? [] : await RowsAsync(assessments, ct);
        return new TriagePage(new ListPage<TriageRow>(rows, page, PageSize, total), filters, await AuthoritiesAsync(ct), clock.Today);
    }

    /// <summary>By health's due date while its advice is awaited, else by the limit of the authority's decision, else by that of the plan.</summary>
    private IQueryable<Assessment> ByNextDate(IQueryable<Assessment> found)
    {
        var today = clock.Today;
        var awaited = HealthAwaited.Of(db);
        // the law's six weeks as days, for the order alone: the dates shown are the clock's
        var days = StatutoryClock.ForHealthAdvice(today).Due.DayNumber - today.DayNumber;
        return found.OrderBy(a => awaited.Any(w => w.Id == a.Id) ? a.AdviceRequestReceivedOn!.Value.AddDays(days) : a.Decision == null && a.DecisionDueOn != null ? a.DecisionDueOn : a.FinalPlanDueOn)
            .ThenBy(a => a.RequestReceivedOn).ThenBy(a => a.Reference);
    }

    private static IQueryable<Assessment> Narrow(IQueryable<Assessment> found, TriageFilters filters)
    {
        if (filters.Authority is { } authority) { found = found.Where(a => a.LocalAuthorityId == authority); }
        return filters.Decision switch
        {
            "decided" => found.Where(a => a.Decision != null),
            "undecided" => found.Where(a => a.Decision == null),
            _ => found,
        };
    }

    private async Task<IReadOnlyList<SelectListItem>> AuthoritiesAsync(CancellationToken ct) =>
        await db.LocalAuthorities.Where(a => db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == db.Scope.IcbId))
            .OrderBy(a => a.Name).Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(ct);

    private async Task<List<TriageRow>> RowsAsync(List<Assessment> assessments, CancellationToken ct)
    {
        List<Guid> ids = [.. assessments.Select(a => a.Id)], authorityIds = [.. assessments.Select(a => a.LocalAuthorityId).Distinct()];
        var authorities = await db.LocalAuthorities.Where(a => authorityIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var named = (await db.InvolvedProfessionals.AsNoTracking().Where(p => ids.Contains(p.AssessmentId)).ToListAsync(ct)).ToLookup(p => p.AssessmentId);
        var documents = await MissingFromNotification.Documents(db).Where(d => ids.Contains(d.AssessmentId))
            .GroupBy(d => d.AssessmentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var requests = (await db.AdviceRequests.AsNoTracking().Where(r => ids.Contains(r.AssessmentId)).ToListAsync(ct)).ToLookup(r => r.AssessmentId);
        var along = await NoMedicalAdvice.CameAlong(db).Where(c => ids.Contains(c.AssessmentId)).GroupBy(c => c.AssessmentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var awaited = (await HealthAwaited.Of(db).Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct)).ToHashSet();
        var more = await MoreAsync(ids, ct);
        var twice = await elsewhere.OfAsync(assessments, ct);
        var directory = await directories.LoadAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        return [.. assessments.Select(a => Row(a, conventions.For(a.LocalAuthorityId), authorities[a.LocalAuthorityId], [.. named[a.Id]], directory, documents.GetValueOrDefault(a.Id), [.. requests[a.Id]], awaited.Contains(a.Id)) with { Elsewhere = [.. twice[a.Id]], ToAskForMore = [.. more[a.Id]], CameAlong = along.GetValueOrDefault(a.Id) })];
    }

    // one that is hidden still is of somebody whom the family excludes
    private async Task<ILookup<Guid, Guid>> MoreAsync(List<Guid> assessments, CancellationToken ct)
    {
        var stopped = (await askings.OfAsync(assessments, ct)).Select(s => s.RequestId).ToList();
        var shown = stopped.Count == 0 ? [] : await db.AdviceRequests.Where(r => stopped.Contains(r.Id) && r.ShownToService && r.Stage == RequestStage.Returned).OrderBy(r => r.Id).Select(r => new { r.AssessmentId, r.Id }).ToListAsync(ct);
        return shown.ToLookup(r => r.AssessmentId, r => r.Id);
    }

    private TriageRow Row(Assessment a, ClockSettings local, string authority, List<InvolvedProfessional> named, AskableDirectory directory, int documents, List<AdviceRequest> requests, bool isAwaited)
    {
        var today = clock.Today;
        var law = a.Deadlines(local, today);
        var decision = law.DecisionToAssess;
        return new TriageRow
        {
            Reference = a.Reference,
            Child = ChildLine.Of(a),
            Authority = authority,
            StartedBy = a.StartedBy,
            Position = RouteWords.Position(a.StartedBy, a.RequestReceivedOn, Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn), today),
            RequestReceivedOn = a.RequestReceivedOn,
            Decision = a.Decision,
            Seen = AskTerms.Of(a, local, named.Count).Seen,
            DecisionDue = decision,
            DecisionStatus = decision?.Status(today, a.DecidedOn),
            HealthDue = isAwaited && a.AdviceRequestReceivedOn is { } received ? StatutoryClock.ForHealthAdvice(received, local) : null,
            PlanDue = a.Decision == AssessmentDecision.Assess ? law.FinalPlan : null,
            Named = named.Count,
            FamilyAsked = named.Count(p => p.FamilyAsked),
            Matched = named.Count(p => InvolvedMatch.Of(p, directory).Target is not null),
            Prepared = requests.Count(r => r.Stage.IsWithNobody()),
            Ready = requests.Count(r => r.Stage == RequestStage.ToSend),
            EarlyOnly = EarlyOnly.ServicesIn(a, requests, named).Count(),
            Missing = MissingFromNotification.Of(a, named.Count, documents),
        };
    }
}
