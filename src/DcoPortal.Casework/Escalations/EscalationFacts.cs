using DcoPortal.Domain.Escalations;

namespace DcoPortal.Casework.Escalations;

/// <summary>Whether the person asked can still answer.</summary>
public enum EscalationReader
{
    /// <summary>The person can sign in and open the request.</summary>
    CanAnswer,

    /// <summary>The person's account is disabled or gone.</summary>
    AccountDisabled,

    /// <summary>The person can sign in, but their role, or the service that has the request, has changed.</summary>
    MayNotOpen,
}

/// <summary>The state of an escalation: who asked whom, since when, and whether an answer can still come. No word of a child.</summary>
public sealed record EscalationFacts
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The person who must answer.</summary>
    public required string ToName { get; init; }

    /// <summary>The person who asked.</summary>
    public required string RaisedByName { get; init; }

    /// <summary>The account of the person who asked.</summary>
    public Guid RaisedByUserId { get; init; }

    /// <summary>When the person was asked, UTC.</summary>
    public DateTime RaisedUtc { get; init; }

    /// <summary>When the person asked was reminded, UTC; null until then.</summary>
    public DateTime? RemindedUtc { get; init; }

    /// <summary>Whether the request was returned or closed, so that no answer is needed.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The email address of the person asked; null when their account is gone.</summary>
    public string? ToEmail { get; init; }

    internal bool IsDisabled { get; init; }

    internal Role? ToRole { get; init; }

    internal bool IsOfBoard { get; init; }

    internal bool IsSent { get; init; }

    internal bool IsInService { get; init; }

    internal bool IsHolderOrFree { get; init; }

    /// <summary>Whether the person asked can still answer, by the same rules as the row scope of their role.</summary>
    public EscalationReader Reader => (ToEmail, IsDisabled, IsOfBoard, ToRole) switch
    {
        (null, _, _, _) or (_, true, _, _) => EscalationReader.AccountDisabled,
        (_, _, true, Role.DesignatedClinicalOfficer or Role.DcoAdministrator) => EscalationReader.CanAnswer,
        (_, _, true, Role.ServiceLead) when IsSent && IsInService => EscalationReader.CanAnswer,
        (_, _, true, Role.Clinician) when IsSent && IsInService && IsHolderOrFree => EscalationReader.CanAnswer,
        _ => EscalationReader.MayNotOpen,
    };

    /// <summary>Why no answer will come, in words; null while one can.</summary>
    public string? WhyNoAnswer => Reader switch
    {
        EscalationReader.AccountDisabled => $"{ToName}’s account is disabled",
        EscalationReader.MayNotOpen => $"{ToName} may no longer open the request",
        _ => null,
    };

    /// <summary>Those of the given escalations whose answer is awaited and whose request has not ended.</summary>
    internal static IQueryable<Escalation> Awaited(PortalDb db, IQueryable<Escalation> which) =>
        which.Where(e => e.AnsweredUtc == null && e.WithdrawnUtc == null && db.AdviceRequests.Any(r => r.Id == e.AdviceRequestId && r.EndedUtc == null));

    /// <summary>The facts of the given escalations, the oldest first: one query, however many.</summary>
    internal static IQueryable<EscalationFacts> Of(PortalDb db, IQueryable<Escalation> which) =>
        from e in which.AsNoTracking()
        join r in db.AdviceRequests on e.AdviceRequestId equals r.Id
        join u in db.Users on e.ToUserId equals u.Id into people
        from u in people.DefaultIfEmpty()
        orderby e.RaisedUtc, e.Id
        select new EscalationFacts
        {
            Id = e.Id,
            Reference = r.AssessmentReference,
            ToName = e.ToName,
            RaisedByName = e.RaisedByName,
            RaisedByUserId = e.RaisedByUserId,
            RaisedUtc = e.RaisedUtc,
            RemindedUtc = e.RemindedUtc,
            HasEnded = r.EndedUtc != null,
            ToEmail = u.Email,
            IsDisabled = u.DisabledUtc != null,
            ToRole = (Role?)u.Role,
            IsOfBoard = (Guid?)u.IcbId == e.IcbId,
            IsSent = r.ShownToService,
            IsInService = db.UserServices.Any(s => s.UserId == e.ToUserId && s.ServiceId == r.ServiceId),
            IsHolderOrFree = r.ProfessionalId == null || r.ProfessionalId == u.ProfessionalId,
        };
}
