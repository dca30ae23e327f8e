using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Facts;

/// <summary>A new version or an addendum of a returned answer was asked for, or the service began one.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceRequestId">The request.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="What">What is needed, between health's people.</param>
/// <param name="WantedByOn">The day by which it is wanted (Europe/London).</param>
public sealed record NewAnswerAsked(CaseKeys Keys, Guid AdviceRequestId, AnswerKind Kind, string What, DateOnly WantedByOn) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Because => What;

    /// <inheritdoc />
    public override string? After => $"{WantedBy}{WantedByOn:yyyy-MM-dd}";

    /// <summary>The day by which it was wanted, of what the trail keeps; null where it keeps none (Europe/London).</summary>
    public static DateOnly? WantedByOf(string? after) => after?.StartsWith(WantedBy, StringComparison.Ordinal) == true && DateOnly.TryParseExact(after[WantedBy.Length..], "yyyy-MM-dd", out var on) ? on : null;

    private const string WantedBy = "wanted by ";

    /// <inheritdoc />
    public override string Sentence => SentenceOf(Kind);

    /// <summary>By which the trail says what was asked for.</summary>
    public static string SentenceOf(AnswerKind kind) => kind == AnswerKind.Version ? "New version of the answer asked for" : "Addendum to the answer asked for";
}

/// <summary>A new version or an addendum that is asked for is wanted by another day.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceRequestId">The request.</param>
/// <param name="Was">The day by which it was wanted (Europe/London).</param>
/// <param name="Now">The day by which it is (Europe/London).</param>
public sealed record WantedByChanged(CaseKeys Keys, Guid AdviceRequestId, DateOnly Was, DateOnly Now) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"{Was:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? After => $"{Now:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "New answer wanted by another day";
}

/// <summary>No new version or addendum is needed after all.</summary>
public sealed record AnswerLeftStanding(CaseKeys Keys, Guid AdviceRequestId, string? Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Nothing more is needed: the request is returned as before";
}

/// <summary>A returned answer, or a document of it, was withdrawn.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceRequestId">The request.</param>
/// <param name="Kind">A version or an addendum.</param>
/// <param name="Number">Its number.</param>
/// <param name="DocumentId">The document, or null for the whole answer.</param>
/// <param name="Reason">Why, as others read it.</param>
/// <param name="Words">What happened, for the DCO service.</param>
public sealed record AnswerWithdrawn(CaseKeys Keys, Guid AdviceRequestId, AnswerKind Kind, int Number, Guid? DocumentId, WithdrawalReason Reason, string Words) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => DocumentId is { } id ? $"Document {id:N}" : AnswerName.Of(Kind, Number);

    /// <inheritdoc />
    public override string? After => Reason.ToString();

    /// <inheritdoc />
    public override string? Because => Words;

    /// <inheritdoc />
    public override string Sentence => DocumentId is null ? $"{AnswerName.Of(Kind, Number)} of the answer withdrawn" : $"Document of {AnswerName.Of(Kind, Number).ToLowerInvariant()} withdrawn";
}

/// <summary>A withdrawal was taken back as a mistake.</summary>
public sealed record AnswerRestored(CaseKeys Keys, Guid AdviceRequestId, AnswerKind Kind, int Number, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? After => AnswerName.Of(Kind, Number);

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Withdrawal taken back: the authority can open it again";
}

/// <summary>A request that should not have been sent was withdrawn: the service no longer sees it.</summary>
public sealed record RequestWithdrawn(CaseKeys Keys, Guid AdviceRequestId, string AskedName, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => $"Request to {AskedName} withdrawn";
}

/// <summary>A closed or withdrawn request was opened again.</summary>
public sealed record RequestReopened(CaseKeys Keys, Guid AdviceRequestId, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Request opened again";
}
