namespace DcoPortal.Domain.Requests;

/// <summary>What an answer gives: a nil return is no advice, and early information is not yet the advice of the law.</summary>
public enum AnswerContent
{
    /// <summary>Statutory advice.</summary>
    Advice,

    /// <summary>Early information.</summary>
    EarlyInformation,

    /// <summary>That the service has no advice to give.</summary>
    NilReturn,
}

/// <summary>What each is called.</summary>
public static class AnswerContents
{
    /// <summary>What the answer of a request gives, once there is one.</summary>
    public static AnswerContent Of(AdviceKind kind, ReplyCode? nilReason) =>
        nilReason is not null ? AnswerContent.NilReturn : kind == AdviceKind.EarlyInformation ? AnswerContent.EarlyInformation : AnswerContent.Advice;

    /// <summary>At the beginning of a sentence.</summary>
    public static string Named(this AnswerContent content) => content switch
    {
        AnswerContent.NilReturn => "Nil return",
        AnswerContent.EarlyInformation => "Early information",
        _ => "Advice",
    };
}
