using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Parts.Worklist;

/// <summary>The worklist section of assessments on which every service has no advice.</summary>
public sealed class AllNilWorklistQuery(PortalDb db, UkClock clock, CurrentPerson person)
{
    /// <summary>The part of the DCO service's worklist, or none when nothing waits.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        var (waiting, unanswered) = (AllNil.Waiting(db), db.AdviceRequests.Where(AllNil.Unanswered));
        // this order follows an index that also holds decision and outcome, so only open cases are read
        var rows = await waiting.OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference)
            .Select(a => new
            {
                a.Reference,
                a.AdviceRequestReceivedOn,
                a.AllNil,
                a.AllNilDecidedUtc,
                a.Child.KnownAs,
                a.Child.Forenames,
                a.Child.LegalSurname,
                a.Child.DateOfBirth,
                Setting = a.Setting.Name,
                LastUtc = db.AdviceRequests.Where(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed).Max(r => r.SubmittedUtc),
                HasUnanswered = unanswered.Any(r => r.AssessmentId == a.Id),
                Total = waiting.Count(),
            })
            .Take(HomeRows.Most).ToListAsync(ct);
        if (rows.Count == 0) { return []; }
        var decides = person.May(Permission.DecideAllNil);
        return [new($"{AllNilWords.Heading(rows.Exists(a => a.HasUnanswered))}: {(decides ? "decide" : "the DCO decides")}", [.. rows.Select(a =>
        {
            var mustAsk = a.AllNil == AllNilDecision.AssessmentCommissioned && !AllNil.MustDecide(a.AllNilDecidedUtc, a.LastUtc ?? DateTime.MinValue);
            var child = ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference);
            var item = new HomeItem(mustAsk ? Addresses.AssessmentRequestAdvice(a.Reference) : Addresses.AssessmentAllNil(a.Reference), child.Name,
                mustAsk ? "an assessment is commissioned: ask a service" : decides ? "no health needs known, or commission an assessment" : "waits for the DCO")
            {
                ToDo = mustAsk ? "Ask a service to assess" : decides ? a.HasUnanswered ? "Decide: no service that answered has advice" : "Decide: no service has advice" : null,
                OnlyYou = decides && !mustAsk,
                Button = mustAsk ? "Ask" : "Decide",
                Child = child,
                Who = mustAsk ? "No service yet" : "Designated Clinical Officer",
                Since = a.LastUtc is { } last ? UkClock.DateOf(last) : null,
            };
            return a.AdviceRequestReceivedOn is { } received ? item.Due(StatutoryClock.ForHealthAdvice(received), clock.Today) : item;
        })], "") { SeeAll = Addresses.AllNil, Total = rows[0].Total }];
    }
}
