namespace DcoPortal.Domain.Assessments;

/// <summary>What a family wishes about sharing information. It can change on any day.</summary>
/// <param name="Agreement">What they agreed.</param>
/// <param name="DoNotShareWith">Who may not have information, or what may not be shared; or null.</param>
/// <param name="Consent">What they agreed to and for what, or null.</param>
/// <param name="SaidOn">The day they said so; null for what came with the notification (Europe/London).</param>
/// <param name="SaidBy">Who said so, and how; or null.</param>
public sealed record SharingWish(SharingAgreement Agreement, string? DoNotShareWith, string? Consent, DateOnly? SaidOn, string? SaidBy);
