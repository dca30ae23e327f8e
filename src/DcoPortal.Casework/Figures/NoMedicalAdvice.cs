using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Plans without any medical advice of regulation 6(1)(c): for the case, its outcome and the list alike.</summary>
public static class NoMedicalAdvice
{
    /// <summary>The cases that have some, or may still get some, by where it came from: asked for here, come along from another board, or given by somebody whom the authority named.</summary>
    public static (IQueryable<Guid> Asked, IQueryable<Guid> Carried, IQueryable<Guid> Named) HaveSome(PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (db.AdviceRequests.Where(LackingAdvice.MayHave).Select(r => r.AssessmentId), db.CarriedAnswers.Select(c => c.AssessmentId), db.InvolvedProfessionals.Where(p => p.AnsweredOn != null).Select(p => p.AssessmentId));
    }

    /// <summary>Whether a case has some, or may still get some.</summary>
    public static async Task<bool> HasSomeAsync(PortalDb db, Guid assessmentId, CancellationToken ct)
    {
        var (asked, carried, named) = HaveSome(db);
        return await asked.ContainsAsync(assessmentId, ct) || await carried.ContainsAsync(assessmentId, ct) || await named.ContainsAsync(assessmentId, ct);
    }
}
