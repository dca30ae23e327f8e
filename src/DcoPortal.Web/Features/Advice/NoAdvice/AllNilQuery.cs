using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>Reads assessments on which every service has no advice.</summary>
public sealed class AllNilQuery(PortalDb db, AllNilStandingQuery standings, NotAskedQuery notAsked, WhoCanSignIn people, UkClock clock)
{
    private const int MostListed = 50;

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
            where r.AssessmentId == a0.Id && r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed && (r.NilReason != null || (r.Stage == RequestStage.Returned && !r.AnswerStands && r.UnsettledUtc == null)) && r.SubmittedOn != null
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            orderby r.SubmittedUtc, r.Id
            select new { r.Id, Service = s.DistinctName, Provider = p.ShortName, r.SubmittedOn, r.NilReason, r.NilNote }).Take(MostListed).ToListAsync(ct);
        return new(await standings.StandingAsync(a0, ct), a0.Keys, AssessmentBanner.Of(a0, found.Authority, clock.Today),
            [.. nil.Select(x => new NilLine(x.Id, x.Service, x.Provider, x.SubmittedOn!.Value, x.NilReason is { } reason ? reason.Label() : "Its advice was withdrawn, and nothing takes its place", x.NilNote))],
            a0.AdviceRequestReceivedOn is { } received ? StatutoryClock.ForHealthAdvice(received) : null, a0.Version)
        {
            NotAsked = await notAsked.OfAsync(a0, ct),
            NobodyDecides = !await people.AnyOfficerAsync(a0.IcbId, ct),
        };
    }

    /// <summary>Assessments that wait for the DCO's decision, the earliest plan date first, a page at a time.</summary>
    public async Task<AllNilListPage> ListAsync(int page, CancellationToken ct)
    {
        // reads all ids once, for the count and the page together
        var ids = await AllNil.Waiting(db).OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference).Select(a => a.Id).ToListAsync(ct);
        page = Paging.Nearest(page, ids.Count, MostListed);
        var shown = ids.Skip((page - 1) * MostListed).Take(MostListed).ToList();
        var rows = await db.Assessments.AsNoTracking().Where(a => shown.Contains(a.Id)).OrderBy(a => a.FinalPlanDueOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name }).ToListAsync(ct);
        return new(new([.. rows.Select(a => ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference))], page, MostListed, ids.Count), clock.Today);
    }
}
