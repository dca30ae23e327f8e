using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Questions;

/// <summary>Whose move or words: the two sides that talk about an assessment.</summary>
public enum CaseSide
{
    /// <summary>The local authority.</summary>
    LocalAuthority,

    /// <summary>The DCO service of the board.</summary>
    DcoService,
}

/// <summary>A question on an assessment between the local authority and the DCO service: open until the side that asked closes it.</summary>
public sealed class CaseQuestion : ICaseRow, IAudited, IVersioned
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 4000;

    private readonly List<QuestionMessage> _messages = [];

    private CaseQuestion() { }

    /// <summary>Asks.</summary>
    /// <param name="id">Key, chosen by the form so that a second submission is recognised.</param>
    /// <param name="keys">The assessment.</param>
    /// <param name="by">The side that asks.</param>
    /// <param name="text">The question.</param>
    /// <param name="byName">Who asks.</param>
    /// <param name="utc">When, UTC.</param>
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

    /// <summary>When it was asked, UTC.</summary>
    public DateTime AskedUtc { get; private set; }

    /// <summary>Whose move it is.</summary>
    public CaseSide WaitsFor { get; private set; }

    /// <summary>When anything was last said, UTC.</summary>
    public DateTime LastSaidUtc { get; private set; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>Who closed it.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>What was said, in order.</summary>
    public IReadOnlyList<QuestionMessage> Messages => _messages;

    /// <summary>Whether the other side has answered.</summary>
    public bool IsAnswered => _messages.Exists(m => m.Side != AskedBy);

    /// <summary>The keys its facts copy.</summary>
    public CaseKeys Keys => new(AssessmentId, AssessmentReference, LocalAuthorityId, IcbId);

    Guid? IAudited.AuditedAssessmentId => AssessmentId;

    /// <summary>Answers, or asks further: then it waits for the other side.</summary>
    /// <param name="by">Whose words.</param>
    /// <param name="text">The words.</param>
    /// <param name="byName">Who says it.</param>
    /// <param name="utc">When, UTC.</param>
    /// <param name="id">The message's key, chosen by the form so that a second submission is recognised; null for a new one.</param>
    /// <exception cref="DomainRuleException">Closed.</exception>
    public QuestionMessage Say(CaseSide by, string text, string byName, DateTime utc, Guid? id = null)
    {
        if (ClosedUtc is not null) { throw new DomainRuleException("This question was closed. Ask a new one."); }
        var message = new QuestionMessage(id ?? Guid.CreateVersion7(), this, by, text, byName, utc);
        _messages.Add(message);
        LastSaidUtc = utc;
        WaitsFor = by == CaseSide.LocalAuthority ? CaseSide.DcoService : CaseSide.LocalAuthority;
        return message;
    }

    /// <summary>Closes it: both worklists let it go. Closing again changes nothing.</summary>
    /// <returns>Whether it was closed now.</returns>
    /// <exception cref="DomainRuleException">Only the side that asked closes it.</exception>
    public bool Close(CaseSide by, string byName, DateTime utc)
    {
        if (by != AskedBy) { throw new DomainRuleException("Only the side that asked can close a question."); }
        if (ClosedUtc is not null) { return false; }
        ClosedUtc = utc;
        ClosedByName = byName;
        return true;
    }

    /// <summary>Opens it again. Opening an open one changes nothing.</summary>
    /// <returns>Whether it was opened now.</returns>
    public bool Reopen()
    {
        var was = ClosedUtc is not null;
        (ClosedUtc, ClosedByName) = (null, null);
        return was;
    }
}

/// <summary>One thing said in a question.</summary>
public sealed class QuestionMessage : ICaseRow, IAudited
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

    /// <summary>Whose words.</summary>
    public CaseSide Side { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who said it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime AtUtc { get; private set; }

    Guid? IAudited.AuditedAssessmentId => AssessmentId;
}
