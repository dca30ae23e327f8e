namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>One service that has no advice.</summary>
public sealed record NilLine(Guid RequestId, string Service, string Provider, DateOnly AnsweredOn, string Reason, string? Note);
