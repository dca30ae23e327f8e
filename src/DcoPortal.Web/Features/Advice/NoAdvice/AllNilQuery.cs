using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Features.Home.Worklist;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>Reads where assessments stand of which every service has no advice.</summary>
public sealed class AllNilQuery(PortalDb db, UkClock clock, CurrentPerson person)
{
    private const int MostListed = 50;

    /// <summary>How one assessment stands; for those who see every service's answers.</summary>
    public async Task<AllNilStanding> StandingAsync(Assessment a, CancellationToken ct)
    {
        var answers = await db.AdviceRequests.AsNoTracking().NotClosed().Where(r => r.AssessmentId == a.Id && r.Kind == AdviceKind.Statutory)
            .Select(r => new { r.SubmittedUtc, r.NilReason }).ToListAsync(ct);
        var isAllNil = a.IsOpen && answers.Count > 0 && answers.TrueForAll(r => r.NilReason is not null);
        return Of(a, isAllNil, isAllNil && AllNil.MustDecide(a.AllNilDecidedUtc, answers.Max(r => r.SubmittedUtc!.Value)));
    }

    /// <summary>What was decided, for those who do not see every service's answers.</summary>
    public static AllNilStanding Of(Assessment a, bool isAllNil = false, bool mustDecide = false) =>
        new(a.Reference, isAllNil, mustDecide, a.AllNil, a.AllNilDecidedUtc is { } at ? UkClock.DateOf(at) : null, a.AllNilDecidedByName, a.AllNilReason);

    /// <summary>The page, or null when the assessment is not in scope.</summary>
    public async Task<AllNilPage?> PageAsync(string reference, CancellationToken ct)
    {
        var found = await (
            from a in db.Assessments.AsNoTracking()
            where a.Reference == reference
            join l in db.LocalAuthorities on a.LocalAuthorityId equals l.Id
            select new { Assessment = a, Authority = l.Name }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var a0 = found.Assessment;
        var nil = await (
            from r in db.AdviceRequests.AsNoTracking()
            where r.AssessmentId == a0.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed && r.NilReason != null && r.SubmittedOn != null
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            orderby r.SubmittedUtc, r.Id
            select new { r.Id, Service = s.Name, Provider = p.ShortName, r.SubmittedOn, r.NilReason, r.NilNote }).Take(MostListed).ToListAsync(ct);
        return new(await StandingAsync(a0, ct), a0.Keys, CaseHeader.Of(a0, found.Authority, clock.Today),
            [.. nil.Select(x => new NilLine(x.Id, x.Service, x.Provider, x.SubmittedOn!.Value, x.NilReason!.Value.Label(), x.NilNote))],
            a0.AdviceRequestReceivedOn is { } received ? StatutoryClock.ForHealthAdvice(received) : null, a0.Version);
    }

    /// <summary>The part of the DCO service's worklist, or none when nothing waits.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        var waiting = AllNil.Waiting(db);
        // in the order of the index that also holds what ends a case: only open ones are looked at
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
            var item = new HomeItem(mustAsk ? $"/assessments/{a.Reference}/request-advice" : $"/assessments/{a.Reference}/all-nil",
                new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName,
                $"{a.Reference}, {(mustAsk ? "an assessment is commissioned: ask a service" : decides ? "no health needs known, or commission an assessment" : "waits for the DCO")}");
            return a.AdviceRequestReceivedOn is { } received ? item.Due(StatutoryClock.ForHealthAdvice(received), clock.Today) : item;
        })], "") { SeeAll = "/all-nil", HasMore = rows.Count > HomeRows.Most }];
    }

    /// <summary>Every assessment that waits, the one whose plan is due first before the others, a page at a time.</summary>
    public async Task<ListPage<HomeItem>> ListAsync(int page, CancellationToken ct)
    {
        // each open case is looked at once, for the count and the page together
        var ids = await AllNil.Waiting(db).OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference).Select(a => a.Id).ToListAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (ids.Count + MostListed - 1) / MostListed));
        var shown = ids.Skip((page - 1) * MostListed).Take(MostListed).ToList();
        var rows = await db.Assessments.AsNoTracking().Where(a => shown.Contains(a.Id)).OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname }).ToListAsync(ct);
        return new([.. rows.Select(a => new HomeItem($"/assessments/{a.Reference}/all-nil",
            new ChildOrYoungPerson { KnownAs = a.KnownAs, Forenames = a.Forenames, LegalSurname = a.LegalSurname }.DisplayName, a.Reference))], page, MostListed, ids.Count);
    }
}
