using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Questions;

/// <summary>One of the two sides that talk about an assessment.</summary>
public enum CaseSide
{
    /// <summary>The local authority.</summary>
    LocalAuthority,

    /// <summary>The DCO service of the board.</summary>
    DcoService,
}

/// <summary>A question on an assessment between the local authority and the DCO service: open until the side that asked closes it.</summary>
public sealed class CaseQuestion : IMovesWithCase, IAudited, IVersioned
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 4000;

    private readonly List<QuestionMessage> _messages = [];

    private CaseQuestion() { }

    /// <summary>Asks a question.</summary>
    /// <param name="id">Key, chosen by the form so that a second submission is recognised.</param>
    /// <param name="keys">The assessment.</param>
    /// <param name="by">The side that asks.</param>
    /// <param name="text">The question.</param>
    /// <param name="byName">The person who asks.</param>
    /// <param name="utc">When it is asked, UTC.</param>
    public CaseQuestion(Guid id, CaseKeys keys, CaseSide by, string text, string byName, DateTime utc)
    {
        Id = id;
        AssessmentId = keys.AssessmentId;
        AssessmentReference = keys.Reference;
        LocalAuthorityId = keys.LocalAuthorityId;
        IcbId = keys.IcbId;
        AskedBy = by;
        AskedUtc = utc;
        Say(by, text, byName, utc, id);
    }

    public Guid Id { get; private set; }

    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <summary>The assessment's reference, copied.</summary>
    public string AssessmentReference { get; private set; } = "";

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The side that asked.</summary>
    public CaseSide AskedBy { get; private set; }

    /// <summary>When the question was asked, UTC.</summary>
    public DateTime AskedUtc { get; private set; }

    /// <summary>The side that must answer or close.</summary>
    public CaseSide WaitsFor { get; private set; }

    /// <summary>When the last message was written, UTC.</summary>
    public DateTime LastSaidUtc { get; private set; }

    /// <summary>When the question was closed, UTC; null while open.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>The person who closed the question.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>The messages, in order.</summary>
    public IReadOnlyList<QuestionMessage> Messages => _messages;

    /// <summary>Whether the other side has answered.</summary>
    public bool IsAnswered => _messages.Exists(m => m.Side != AskedBy);

    /// <summary>The keys that the question's facts copy.</summary>
    public CaseKeys Keys => new(AssessmentId, AssessmentReference, LocalAuthorityId, IcbId);

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, AssessmentReference, LocalAuthorityId) = (keys.AssessmentId, keys.Reference, keys.LocalAuthorityId);

    /// <summary>Adds an answer or a further question; the question then waits for the other side.</summary>
    /// <param name="by">The side that writes.</param>
    /// <param name="text">The text of the message.</param>
    /// <param name="byName">The person who writes.</param>
    /// <param name="utc">When it is written, UTC.</param>
    /// <param name="id">The message's key, chosen by the form so that a second submission is recognised; null for a new one.</param>
    /// <exception cref="DomainRuleException">The question is closed.</exception>
    public QuestionMessage Say(CaseSide by, string text, string byName, DateTime utc, Guid? id = null)
    {
        if (ClosedUtc is not null) { throw new DomainRuleException("This question was closed. Ask a new one."); }
        var message = new QuestionMessage(id ?? Guid.CreateVersion7(), this, by, text, byName, utc);
        _messages.Add(message);
        LastSaidUtc = utc;
        WaitsFor = by == CaseSide.LocalAuthority ? CaseSide.DcoService : CaseSide.LocalAuthority;
        return message;
    }

    /// <summary>Closes the question: it leaves both worklists. A second click changes nothing.</summary>
    /// <returns>Whether this call closed it.</returns>
    /// <exception cref="DomainRuleException">Only the side that asked closes it.</exception>
    public bool Close(CaseSide by, string byName, DateTime utc)
    {
        if (by != AskedBy) { throw new DomainRuleException("Only the side that asked can close a question."); }
        if (ClosedUtc is not null) { return false; }
        ClosedUtc = utc;
        ClosedByName = byName;
        return true;
    }

    /// <summary>The same question, with all that was said, on the record with which its case goes on with another board.</summary>
    public CaseQuestion CarriedTo(CaseKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var copy = Copy(keys, _messages);
        (copy.ClosedUtc, copy.ClosedByName) = (ClosedUtc, ClosedByName);
        return copy;
    }

    /// <summary>The same question, asked of the authority that has taken the case: what the other authority said stays with it.</summary>
    public CaseQuestion AskedAnewOn(CaseKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Copy(keys, _messages.Where(m => m.Side == AskedBy));
    }

    private CaseQuestion Copy(CaseKeys keys, IEnumerable<QuestionMessage> messages)
    {
        var said = messages.OrderBy(m => m.AtUtc).ThenBy(m => m.Id).ToList();
        var copy = new CaseQuestion(Guid.CreateVersion7(), keys, AskedBy, said[0].Text, said[0].ByName, AskedUtc);
        foreach (var message in said.Skip(1)) { copy.Say(message.Side, message.Text, message.ByName, message.AtUtc); }
        return copy;
    }

    /// <summary>Closes the question here, because its case goes on elsewhere with it.</summary>
    public void GoesOnElsewhere(DateTime utc) => (ClosedUtc, ClosedByName) = (utc, "the portal, because the case has moved");

    /// <summary>Opens the question again. An open question stays as it is.</summary>
    /// <returns>Whether this call opened it.</returns>
    public bool Reopen()
    {
        var was = ClosedUtc is not null;
        (ClosedUtc, ClosedByName) = (null, null);
        return was;
    }
}

/// <summary>One message of a question.</summary>
public sealed class QuestionMessage : IMovesWithCase, IAudited
{
    private QuestionMessage() { }

    internal QuestionMessage(Guid id, CaseQuestion question, CaseSide side, string text, string byName, DateTime utc)
    {
        Id = id;
        QuestionId = question.Id;
        AssessmentId = question.AssessmentId;
        LocalAuthorityId = question.LocalAuthorityId;
        IcbId = question.IcbId;
        Side = side;
        Text = text;
        ByName = byName;
        AtUtc = utc;
    }

    public Guid Id { get; private set; }

    /// <summary>The question.</summary>
    public Guid QuestionId { get; private set; }

    /// <inheritdoc />
    public Guid AssessmentId { get; private set; }

    /// <inheritdoc />
    public Guid LocalAuthorityId { get; private set; }

    /// <inheritdoc />
    public Guid IcbId { get; private set; }

    /// <summary>The side that wrote it.</summary>
    public CaseSide Side { get; private set; }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The person who wrote it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTime AtUtc { get; private set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    void IMovesWithCase.MoveTo(CaseKeys keys) => (AssessmentId, LocalAuthorityId) = (keys.AssessmentId, keys.LocalAuthorityId);
}
