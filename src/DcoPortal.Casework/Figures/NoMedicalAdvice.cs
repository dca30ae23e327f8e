using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Plans without any medical advice of regulation 6(1)(c): for the case, its outcome and the list alike.</summary>
public static class NoMedicalAdvice
{
    /// <summary>The cases that have some, or may still get some, by where it came from: asked for here, come along from another board, or given by somebody whom the authority named.</summary>
    public static (IQueryable<Guid> Asked, IQueryable<Guid> Carried, IQueryable<Guid> Named) HaveSome(PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (db.AdviceRequests.Where(LackingAdvice.MayHave).Select(r => r.AssessmentId), CameAlong(db).Select(c => c.AssessmentId), db.InvolvedProfessionals.Where(p => p.AnsweredOn != null).Select(p => p.AssessmentId));
    }

    /// <summary>
    /// Which requests a plan lacks the advice of, or would lack if it were issued now. A service whose advice came along with a case that was moved, and that
    /// was not asked again, owes nothing.
    /// </summary>
    public static IQueryable<AdviceRequest> Lacking(PortalDb db) => db.AdviceRequests.Where(LackingAdvice.Lacks)
        .Where(r => r.AskedOn != null || !CameAlongFrom(db).Any(c => c.AssessmentId == r.AssessmentId && c.ServiceId == r.ServiceId));

    /// <summary>Advice that came along with a case and stands.</summary>
    public static IQueryable<CarriedAnswer> CameAlong(PortalDb db) => db.CarriedAnswers.Where(c => c.NilReason == null && c.WithdrawnUtc == null);

    /// <summary>
    /// The same with the service of the directory that gave it: the very service, whatever it is called and whichever provider it is with today. A service that another board
    /// keeps, or that is closed, is known by its name and its provider's ODS code alone.
    /// </summary>
    public static IQueryable<AlongFrom> CameAlongFrom(PortalDb db) =>
        from c in CameAlong(db)
        from s in db.Services
        where s.IcbId == c.IcbId && (s.Id == c.ServiceId || (!db.Services.Any(own => own.Id == c.ServiceId && own.IcbId == c.IcbId && own.IsActive) && s.DistinctName == c.ServiceName && db.Providers.Any(p => p.Id == s.ProviderId && (p.OdsCode == c.ProviderOdsCode || p.Name == c.ProviderName))))
        select new AlongFrom { Id = c.Id, AssessmentId = c.AssessmentId, ServiceId = s.Id, ReturnedOn = c.ReturnedOn };

    /// <summary>Why a case has no medical advice at all, in the middle of a sentence.</summary>
    /// <param name="asked">What became of the requests that were asked of a service.</param>
    /// <param name="early">What the case has of early information.</param>
    public static string Why(IReadOnlyCollection<Became> asked, EarlyStanding early)
    {
        var none = asked.Count(b => b == Became.NilReturn);
        var why = asked.Count == 0 ? EarlyInformation.NobodyInHealth(early)
            : none == asked.Count ? "each service said that it has none"
            : asked.Contains(Became.Advice) ? "what was given is withdrawn or came too late, and nobody else gave any"
            : none > 0 ? "who answered said that there is none, and every other request was closed or withdrawn without an answer"
            : "every request to health was closed or withdrawn without an answer";
        return why + EarlyInformation.Also(early);
    }

    /// <summary>Whether a case has some, or may still get some.</summary>
    /// <param name="db">The database.</param>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="unanswered">Whether what is asked and not answered may still bring some: not where a plan closes it.</param>
    public static async Task<bool> HasSomeAsync(PortalDb db, Guid assessmentId, CancellationToken ct, bool unanswered = true)
    {
        var (asked, carried, named) = HaveSome(db);
        if (!unanswered) { asked = db.AdviceRequests.Where(LackingAdvice.MayHave).Where(r => !db.AdviceRequests.Unanswered().Any(u => u.Id == r.Id)).Select(r => r.AssessmentId); }
        return await asked.AnyAsync(id => id == assessmentId, ct) || await carried.AnyAsync(id => id == assessmentId, ct) || await named.AnyAsync(id => id == assessmentId, ct);
    }
}
