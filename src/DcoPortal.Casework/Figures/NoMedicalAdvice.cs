using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>Plans without any medical advice of regulation 6(1)(c): for the case, its outcome and the list alike.</summary>
public static class NoMedicalAdvice
{
    /// <summary>The cases that have some, or may still get some: asked for here, come along from another board, or given by somebody whom the authority named.</summary>
    public static IQueryable<Guid> HaveSome(PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.AdviceRequests.Where(LackingAdvice.MayHave).Select(r => r.AssessmentId)
            .Concat(db.CarriedAnswers.Select(c => c.AssessmentId))
            .Concat(db.InvolvedProfessionals.Where(p => p.AnsweredOn != null).Select(p => p.AssessmentId));
    }
}
