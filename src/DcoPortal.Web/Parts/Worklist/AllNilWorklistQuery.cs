namespace DcoPortal.Web.Parts.Worklist;

/// <summary>The worklist section of assessments on which every service has no advice.</summary>
public sealed class AllNilWorklistQuery(PortalDb db, UkClock clock, CurrentPerson person)
{
    /// <summary>The part of the DCO service's worklist, or none when nothing waits.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        var waiting = AllNil.Waiting(db);
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
                LastUtc = db.AdviceRequests.Where(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed).Max(r => r.SubmittedUtc)
            })
            .Take(HomeRows.Most + 1).ToListAsync(ct);
        if (rows.Count == 0) { return []; }
        var decides = person.May(Domain.Access.Permission.DecideAllNil);
        return [new(decides ? "Every service has no advice: decide" : "Every service has no advice: the DCO decides", [.. rows.Take(HomeRows.Most).Select(a =>
        {
            var mustAsk = a.AllNil == AllNilDecision.AssessmentCommissioned && !AllNil.MustDecide(a.AllNilDecidedUtc, a.LastUtc ?? DateTime.MinValue);
            var item = new HomeItem(mustAsk ? Addresses.AssessmentRequestAdvice(a.Reference) : Addresses.AssessmentAllNil(a.Reference),
                new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName,
                $"{a.Reference}, {(mustAsk ? "an assessment is commissioned: ask a service" : decides ? "no health needs known, or commission an assessment" : "waits for the DCO")}");
            return a.AdviceRequestReceivedOn is { } received ? item.Due(StatutoryClock.ForHealthAdvice(received), clock.Today) : item;
        })], "") { SeeAll = Addresses.AllNil, HasMore = rows.Count > HomeRows.Most }];
    }
}
