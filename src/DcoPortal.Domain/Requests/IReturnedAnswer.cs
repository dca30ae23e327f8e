namespace DcoPortal.Domain.Requests;

/// <summary>An answer that an authority reads: as it was returned for a request, or as it came with a case from elsewhere.</summary>
public interface IReturnedAnswer : IAdviceText
{
    /// <summary>The answer's key.</summary>
    Guid Id { get; }

    /// <summary>A version, or an addendum.</summary>
    AnswerKind Kind { get; }

    /// <summary>Its number among those of its kind, from 1.</summary>
    int Number { get; }

    /// <summary>The day it was returned (Europe/London).</summary>
    DateOnly ReturnedOn { get; }

    /// <summary>The person who submitted it.</summary>
    string SubmittedByName { get; }

    /// <summary>Why there is no advice, or null for a real answer.</summary>
    ReplyCode? NilReason { get; }

    /// <summary>The note with a nil return.</summary>
    string? NilNote { get; }
}

/// <summary>What follows from an answer that was returned.</summary>
public static class ReturnedAnswers
{
    extension(IReturnedAnswer answer)
    {
        /// <summary>Whether it says anything besides its documents: so it stands when they are withdrawn.</summary>
        public bool HasWords => answer.IsWritten || answer.NilReason is not null;
    }
}
