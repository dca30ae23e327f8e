namespace DcoPortal.Casework.Requests;

/// <summary>The one set of words for withdrawn answers.</summary>
public static class WithdrawalWords
{
    /// <summary>The reasons in the order they are offered.</summary>
    public static IReadOnlyList<WithdrawalReason> Reasons { get; } = Enum.GetValues<WithdrawalReason>();

    /// <summary>A reason as everybody reads it.</summary>
    public static string Label(this WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.OtherChild => "It is about another child or young person",
        WithdrawalReason.WrongVersion => "It is the wrong version",
        WithdrawalReason.WrongAuthor => "It is from the wrong person or service",
        WithdrawalReason.NotAgreed => "The family does not agree to sharing it",
        WithdrawalReason.Other => "Another reason",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What follows from a reason, where it does.</summary>
    public static string? Hint(this WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.OtherChild => "An incident is recorded with it",
        WithdrawalReason.WrongVersion => "A draft, an old version or an unfinished one",
        _ => null,
    };
}
