namespace DcoPortal.Web.Parts.Requests;

/// <summary>An answer that was returned and stands, as pages show it.</summary>
/// <param name="Row">The answer as it was returned.</param>
/// <param name="Files">Its documents that stand.</param>
/// <param name="ReplacedBy">The number of the version that took its place, or null while it is the one to use.</param>
/// <param name="IsOnly">Whether nothing else was returned for the request, so that a number would say nothing.</param>
public sealed record GivenAnswer(IReturnedAnswer Row, IReadOnlyList<AdviceFile> Files, int? ReplacedBy, bool IsOnly)
{
    /// <summary>Its name and standing: "Version 2, the one to use"; null for the only answer.</summary>
    public string? Name => IsOnly ? null
        : Row.Kind == AnswerKind.Addendum ? $"{AnswerName.Of(Row.Kind, Row.Number)}, beside the version"
        : ReplacedBy is { } next ? $"{AnswerName.Of(Row.Kind, Row.Number)}, replaced by version {next}" : $"{AnswerName.Of(Row.Kind, Row.Number)}, the one to use";

    /// <summary>The parts written.</summary>
    public AdviceDraft Written => AdviceDraft.Of(Row);

    /// <summary>The words of a nil return, or null.</summary>
    public string? NilWords => Row.NilReason?.Label();
}

/// <summary>A withdrawal that stands, as everybody reads it: never what was withdrawn, and its file's name for who may have saved it.</summary>
public sealed record WithdrawnAnswer(Guid Id, Guid RequestId, AnswerKind Kind, int Number, bool IsDocument, WithdrawalReason Reason, DateTime WithdrawnUtc, string? FileName)
{
    /// <summary>What it was: "A document of version 1".</summary>
    public string What => IsDocument ? $"A document of {AnswerName.Of(Kind, Number).ToLowerInvariant()}" : AnswerName.Of(Kind, Number);
}

/// <summary>What was returned for a request.</summary>
/// <param name="Answers">What stands: the version to use, its addenda, then older versions.</param>
/// <param name="Withdrawn">What was withdrawn, the latest first.</param>
public sealed record GivenAnswers(IReadOnlyList<GivenAnswer> Answers, IReadOnlyList<WithdrawnAnswer> Withdrawn)
{
    /// <summary>Nothing was returned.</summary>
    public static readonly GivenAnswers None = new([], []);
}
