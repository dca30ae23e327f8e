using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Facts;

/// <summary>The service acknowledged a request, or the DCO service recorded that the service did.</summary>
public sealed record RequestAcknowledged(CaseKeys Keys, Guid AdviceRequestId, string? RecordedFor = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => RecordedFor is null ? null : $"Recorded for {RecordedFor}";

    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string Sentence => "Request acknowledged by the service";
}

/// <summary>The service promised its answer by a day. The due date stands.</summary>
public sealed record AnswerPromised(CaseKeys Keys, Guid AdviceRequestId, DateOnly? Was, DateOnly On, string? RecordedFor = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => Was is { } was ? $"Promised for {was:yyyy-MM-dd}" : null;

    /// <inheritdoc />
    public override string? After => $"Promised for {On:yyyy-MM-dd}{(RecordedFor is null ? "" : $", recorded for {RecordedFor}")}";

    /// <inheritdoc />
    public override string Sentence => "Answer promised";

    /// <summary>The day that a stored <see cref="After"/> names; null when it names none.</summary>
    public static DateOnly? DayOf(string? after) =>
        after?.Split(' ', ',') is ["Promised", "for", var day, ..] && DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var on) ? on : null;
}

/// <summary>Somebody said why an answer is late, or said it anew. The due date stands, and nothing is excused.</summary>
public sealed record LateReasonSaid(CaseKeys Keys, Guid AdviceRequestId, WhyLate? Was, WhyLate? Now, string? RecordedFor = null) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => Words(Was);

    /// <inheritdoc />
    public override string? After => $"{Words(Now) ?? "No reason"}{(RecordedFor is null ? "" : $", recorded for {RecordedFor}")}";

    /// <inheritdoc />
    public override string Sentence => Now is null ? "Reason for lateness taken back" : "Reason for lateness recorded";

    private static string? Words(WhyLate? why) => why is null ? null : why.Note is null ? $"{why.Reason}" : $"{why.Reason}: {why.Note}";
}

/// <summary>The service gave a request back to the DCO service as not its own to answer.</summary>
public sealed record RequestGivenBack(CaseKeys Keys, Guid AdviceRequestId, string FromName, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => FromName;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"Given back to the DCO service by {FromName}";
}

/// <summary>A request was put before a named person.</summary>
public sealed record RequestEscalated(CaseKeys Keys, Guid AdviceRequestId, string ToName, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => ToName;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"Escalated to {ToName}";
}

/// <summary>An escalation was answered.</summary>
public sealed record EscalationAnswered(CaseKeys Keys, Guid AdviceRequestId, string Answer) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => Answer;

    /// <inheritdoc />
    public override string Sentence => "Escalation answered";
}

/// <summary>An escalation was taken back without an answer: it was settled otherwise, or another person is asked.</summary>
public sealed record EscalationWithdrawn(CaseKeys Keys, Guid AdviceRequestId, string ToName) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => ToName;

    /// <inheritdoc />
    public override string Sentence => $"Escalation to {ToName} taken back";
}

/// <summary>The person who must answer an escalation was reminded, once.</summary>
public sealed record EscalationReminded(CaseKeys Keys, Guid AdviceRequestId, string ToName) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => ToName;

    /// <inheritdoc />
    public override string Sentence => $"{ToName} reminded of an escalation";
}

/// <summary>The person who asked, or the DCO service, was told that the person asked can no longer answer an escalation.</summary>
public sealed record EscalationFoundUnanswerable(CaseKeys Keys, Guid AdviceRequestId, string ToName, string ToldName) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => $"{ToldName} was told";

    /// <inheritdoc />
    public override string Sentence => $"{ToName} can no longer answer an escalation";
}

/// <summary>One side asked the other a question about an assessment. The words stay with the question.</summary>
public sealed record QuestionAsked(CaseKeys Keys, CaseSide By) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string Sentence => By == CaseSide.LocalAuthority ? "Question asked of the DCO service" : "Question asked of the local authority";
}

/// <summary>One side replied to a question.</summary>
public sealed record QuestionAnswered(CaseKeys Keys, CaseSide By) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string Sentence => By == CaseSide.LocalAuthority ? "Reply to a question by the local authority" : "Reply to a question by the DCO service";
}

/// <summary>A question was closed.</summary>
public sealed record QuestionClosed(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string Sentence => "Question closed";
}

/// <summary>A question was opened again.</summary>
public sealed record QuestionReopened(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string Sentence => "Question opened again";
}

/// <summary>The DCO decided what follows when every service has no advice.</summary>
public sealed record AllNilDecided(CaseKeys Keys, AllNilDecision? Was, AllNilDecision Decision, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => Was?.ToString();

    /// <inheritdoc />
    public override string? After => Decision.ToString();

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => Decision == AllNilDecision.NoHealthNeedsKnown ? "Decided that no health needs are known" : "Decided to commission a health assessment";
}

/// <summary>What the DCO had decided when every service had no advice holds no longer: advice was given since, and is withdrawn.</summary>
public sealed record NoHealthNeedsOvertaken(CaseKeys Keys) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => nameof(AllNilDecision.NoHealthNeedsKnown);

    /// <inheritdoc />
    public override string Sentence => "The DCO is to decide again: advice that was given since is withdrawn";
}

/// <summary>The chase ladder of a board or service was changed.</summary>
public sealed record ChaseLadderChanged(string Owner, ChaseLadder? Was, ChaseLadder? Now) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => Was is null ? "As the board’s" : string.Join("; ", Was.Words);

    /// <inheritdoc />
    public override string? After => Now is null ? "As the board’s" : string.Join("; ", Now.Words);

    /// <inheritdoc />
    public override string Sentence => $"Chase ladder changed: {Owner}";
}
