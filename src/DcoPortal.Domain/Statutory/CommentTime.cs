namespace DcoPortal.Domain.Statutory;

/// <summary>The least time that the family must have with a draft plan or a notice of changes before the plan may follow.</summary>
/// <param name="Until">Its last day, Europe/London.</param>
/// <param name="Length">How long it is: "15 days".</param>
/// <param name="HasBegun">False while the family does not have the draft: the time is then the one that would begin today.</param>
public sealed record CommentTime(DateOnly Until, string Length, bool HasBegun);
