namespace DcoPortal.Domain.Assessments;

/// <summary>What a family wishes about sharing information. It can change on any day.</summary>
/// <param name="Agreement">What they agreed.</param>
/// <param name="DoNotShareWith">Who may not have information, or what may not be shared; or null.</param>
/// <param name="Consent">What they agreed to and for what, or null.</param>
/// <param name="SaidOn">The day they said so; null for what came with the notification (Europe/London).</param>
/// <param name="SaidBy">Who said so, and how; or null.</param>
public sealed record SharingWish(SharingAgreement Agreement, string? DoNotShareWith, string? Consent, DateOnly? SaidOn, string? SaidBy)
{
    /// <summary>Longest text of who may not have information, in characters.</summary>
    public const int Length = 1000;

    /// <summary>What holds when two records of one family become one: an objection in either stands, and so does everybody whom either excludes.</summary>
    /// <exception cref="DomainRuleException">Both together are too long to keep.</exception>
    public SharingWish With(SharingWish other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var stands = Agreement == SharingAgreement.Objects || (Agreement == SharingAgreement.Agreed && other.Agreement != SharingAgreement.Objects) || other.Agreement == SharingAgreement.NotRecorded ? this : other;
        return stands with
        {
            DoNotShareWith = (DoNotShareWith ?? other.DoNotShareWith) is null ? null
                : BothNamed(DoNotShareWith, other.DoNotShareWith) ?? throw new DomainRuleException("What the two cases say about who must not have information is too long together. Shorten one of them first, under Sharing information."),
            Consent = CaseDetails.Both(Consent, other.Consent, Length) ?? stands.Consent,
        };
    }

    /// <summary>Whether what both say of whom not to share with can stand together.</summary>
    public bool FitsWith(SharingWish other) => (DoNotShareWith ?? other.DoNotShareWith) is null || BothNamed(DoNotShareWith, other.DoNotShareWith) is not null;

    // "grandfather" does not say "father": only the whole of it is said already
    private static string? BothNamed(string? one, string? other)
    {
        if (string.IsNullOrWhiteSpace(other) || Says(one, other)) { return one; }
        if (string.IsNullOrWhiteSpace(one) || Says(other, one)) { return other; }
        return one.Length + Between.Length + other.Length <= Length ? one + Between + other : null;
    }

    private const string Between = "\n\n";

    private static bool Says(string? one, string other) => one is not null && $"{Between}{one}{Between}".Contains($"{Between}{other}{Between}", StringComparison.OrdinalIgnoreCase);
}
