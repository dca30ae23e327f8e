using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>Reads a request's head under the person's scope.</summary>
public sealed class RequestHeadQuery(PortalDb db, UkClock clock, CurrentPerson person, ClockSettingsQuery settings)
{
    /// <summary>The head, or null when there is no such request in scope.</summary>
    public async Task<RequestHead?> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await (
            from r in db.AdviceRequests.AsNoTracking()
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            join l in db.LocalAuthorities on r.LocalAuthorityId equals l.Id
            join i in db.Icbs on r.IcbId equals i.Id
            join h in db.Professionals on r.ProfessionalId equals (Guid?)h.Id into holders
            from h in holders.DefaultIfEmpty()
            where r.Id == id
            select new { Row = r, s.DistinctName, Service = s.Name, s.Town, Phone = h.Phone ?? s.Phone, Provider = p.ShortName, Authority = l.Name, Team = new TeamContact(l.Name, l.SendInbox, l.SendPhone), Dco = new TeamContact(i.Name, i.DcoInbox, i.DcoPhone), Holder = h.FullName, IsClosed = !s.IsActive, CoversFor = db.Services.Where(c => c.Id == r.CoverForServiceId).Select(c => c.DistinctName).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == found.Row.AssessmentId, ct);
        var local = await settings.ForAsync(found.Row.LocalAuthorityId, found.Row.IcbId, ct);
        return new RequestHead
        {
            Row = found.Row,
            Deadline = found.Row.DeadlineWith(local),
            AnswerTarget = (found.Row.Stage.IsWithNobody() ? null : found.Row.SentUtc) is { } sent ? StatutoryClock.ForInternalTurnaround(UkClock.DateOf(sent), local)?.Due : null,
            Child = assessment is null ? null : AssessmentBanner.Of(assessment, found.Authority, clock.Today),
            ServiceName = found.DistinctName,
            ServiceAndPlace = $"{found.Service}, {ServicePlace.Of(found.Provider, found.Town)}",
            CoversFor = found.CoversFor,
            Authority = found.Team,
            Dco = found.Dco,
            ServicePhone = found.Phone,
            ServiceIsClosed = found.IsClosed,
            HolderName = found.Holder,
            Today = clock.Today,
            IsOnBehalf = person.Scope.Kind == ScopeKind.DcoService,
        };
    }
}
