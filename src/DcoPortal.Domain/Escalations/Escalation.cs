using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Escalations;

/// <summary>A request put before a named person, who must answer.</summary>
public sealed class Escalation : IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest reason or answer, in characters.</summary>
    public const int TextLength = 2000;

    private Escalation() { }

    /// <summary>Puts a request before a person.</summary>
    /// <param name="id">Key, chosen by the form so that a second submission is recognised.</param>
    /// <param name="request">A request that has not ended.</param>
    /// <param name="to">The account of the person, and their name.</param>
    /// <param name="reason">Why the person is asked.</param>
    /// <param name="by">The account of the person who asks, and their name.</param>
    /// <param name="utc">When the person was asked, UTC.</param>
    /// <exception cref="DomainRuleException">The request has ended.</exception>
    public Escalation(Guid id, AdviceRequest request, (Guid UserId, string Name) to, string reason, (Guid UserId, string Name) by, DateTime utc)
    {
        if (request.Stage.IsEnd()) { throw new DomainRuleException("This request has ended, so it cannot be escalated."); }
        Id = id;
        AssessmentId = request.AssessmentId;
        LocalAuthorityId = request.LocalAuthorityId;
        IcbId = request.IcbId;
        AdviceRequestId = request.Id;
        (ToUserId, ToName) = to;
        Reason = reason;
        (RaisedByUserId, RaisedByName) = by;
        RaisedUtc = utc;
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The request.</summary>
    public Guid AdviceRequestId { get; private set; }

    /// <summary>The account of the person who must answer.</summary>
    public Guid ToUserId { get; private set; }

    /// <summary>The name of the person who must answer.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Why the person was asked.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account of the person who asked.</summary>
    public Guid RaisedByUserId { get; private set; }

    /// <summary>The name of the person who asked.</summary>
    public string RaisedByName { get; private set; } = "";

    /// <summary>When the person was asked, UTC.</summary>
    public DateTime RaisedUtc { get; private set; }

    /// <summary>The answer, or null while it is awaited.</summary>
    public string? Answer { get; private set; }

    /// <summary>The person who answered.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>When the person answered, UTC; null while the answer is awaited.</summary>
    public DateTime? AnsweredUtc { get; private set; }

    /// <summary>When the person asked was reminded, UTC; null until then. They are reminded once.</summary>
    public DateTime? RemindedUtc { get; private set; }

    /// <summary>When the escalation was taken back without an answer, UTC; null unless it was.</summary>
    public DateTime? WithdrawnUtc { get; private set; }

    /// <summary>The person who took the escalation back.</summary>
    public string? WithdrawnByName { get; private set; }

    /// <summary>Whether an answer is still wanted.</summary>
    public bool IsAwaited => AnsweredUtc is null && WithdrawnUtc is null;

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);

    /// <summary>Stores the answer, once.</summary>
    /// <exception cref="DomainRuleException">Answered or taken back already.</exception>
    public void GiveAnswer(string answer, string byName, DateTime utc)
    {
        EnsureAwaited();
        Answer = answer;
        AnsweredByName = byName;
        AnsweredUtc = utc;
    }

    /// <summary>Takes the escalation back, once: it was settled otherwise, or another person is asked.</summary>
    /// <exception cref="DomainRuleException">Answered or taken back already.</exception>
    public void Withdraw(string byName, DateTime utc)
    {
        EnsureAwaited();
        WithdrawnByName = byName;
        WithdrawnUtc = utc;
    }

    /// <summary>Takes the escalation back in the time in which its email waits: nobody has heard of it.</summary>
    /// <exception cref="DomainRuleException">Answered or taken back already, or the time has passed.</exception>
    public void TakeBack(string byName, DateTime utc)
    {
        TakeBackTime.Ensure(RaisedUtc, utc);
        Withdraw(byName, utc);
    }

    /// <summary>Records that the person asked was reminded.</summary>
    /// <exception cref="DomainRuleException">Answered or taken back already.</exception>
    public void Reminded(DateTime utc)
    {
        EnsureAwaited();
        RemindedUtc = utc;
    }

    private void EnsureAwaited()
    {
        if (AnsweredUtc is not null) { throw new DomainRuleException("This has been answered already. Nothing was changed."); }
        if (WithdrawnUtc is not null) { throw new DomainRuleException("This was taken back. Nothing was changed."); }
    }
}
