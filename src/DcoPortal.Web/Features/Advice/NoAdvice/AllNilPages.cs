using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Ui;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>One service that has no advice.</summary>
public sealed record NilLine(Guid RequestId, string Service, string Provider, DateOnly AnsweredOn, string Reason, string? Note);

/// <summary>What was decided when every service had no advice, and whether a decision is wanted now.</summary>
/// <param name="Reference">The assessment.</param>
/// <param name="IsAllNil">Whether every service asked has said that it has no advice.</param>
/// <param name="MustDecide">Whether a decision is wanted: none is newer than the last such answer.</param>
/// <param name="Decision">What was decided last, or null.</param>
/// <param name="DecidedOn">When (Europe/London).</param>
/// <param name="ByName">By whom.</param>
/// <param name="Reason">Why.</param>
public sealed record AllNilStanding(string Reference, bool IsAllNil, bool MustDecide, AllNilDecision? Decision, DateOnly? DecidedOn, string? ByName, string? Reason)
{
    /// <summary>Whether an assessment was commissioned and nobody has been asked since.</summary>
    public bool MustAsk => IsAllNil && !MustDecide && Decision == AllNilDecision.AssessmentCommissioned;
}

/// <summary>The page of the decision.</summary>
public sealed record AllNilPage(AllNilStanding Standing, CaseKeys Keys, ChildBanner Child, IReadOnlyList<NilLine> Nil, Deadline? HealthDue, Guid Version);

/// <summary>The decision.</summary>
public sealed class AllNilForm : IShowsChildRecord
{
    /// <summary>The version of the assessment that was looked at.</summary>
    public Guid Version { get; set; }

    /// <summary>What follows.</summary>
    [Display(Name = "What do you decide?")]
    public AllNilDecision? Decision { get; set; }

    /// <summary>Why: the authority reads it.</summary>
    [Display(Name = "Why?")]
    public string? Reason { get; set; }

    /// <summary>What the page shows beside the form.</summary>
    [BindNever, ValidateNever]
    public AllNilPage Page { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Page.Keys;
}

internal sealed class AllNilFormValidator : AbstractValidator<AllNilForm>
{
    public AllNilFormValidator()
    {
        RuleFor(f => f.Decision).NotNull().WithMessage("Select what you decide");
        RuleFor(f => f.Decision).IsInEnum().WithMessage("Select what you decide");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why").MaximumLength(AdviceRequest.NoteLength).WithMessage($"The reason must be {AdviceRequest.NoteLength:N0} characters or fewer");
    }
}

/// <summary>The words of the two decisions.</summary>
internal static class AllNilWords
{
    public static string Label(this AllNilDecision decision) => decision == AllNilDecision.NoHealthNeedsKnown ? "No health needs are known" : "A health assessment is commissioned";
}
