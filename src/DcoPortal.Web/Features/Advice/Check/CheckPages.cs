using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Documents;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>A document of an answer.</summary>
public sealed record CheckDocument(Guid Id, string FileName, long SizeBytes, DateTime UploadedUtc, string UploadedBy, bool IsScan, string? Notice);

/// <summary>One answer beside what was asked.</summary>
public sealed record CheckPage : IShowsChildRecord
{
    /// <inheritdoc />
    public required CaseKeys ShownCase { get; init; }

    /// <inheritdoc />
    public Guid? ShownRequestId => Request.Id;

    /// <summary>The child.</summary>
    public required ChildBanner Child { get; init; }

    /// <summary>The request.</summary>
    public required AdviceRequest Request { get; init; }

    /// <summary>The authority's own stricter date, or null (Europe/London).</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>The professional or service that was asked.</summary>
    public required string Asked { get; init; }

    /// <summary>The service and its provider.</summary>
    public required string Service { get; init; }

    /// <summary>The advice written in the portal, or null.</summary>
    public AdviceResponse? Response { get; init; }

    /// <summary>The documents uploaded.</summary>
    public required IReadOnlyList<CheckDocument> Documents { get; init; }

    /// <summary>Files of this answer that are the very files that were withdrawn before.</summary>
    public IReadOnlyList<string> WithdrawnAgain { get; init; } = [];

    /// <summary>What was withdrawn since, as far as it concerns this answer.</summary>
    public IReadOnlyList<WithdrawnBeside> Withdrawn { get; init; } = [];

    /// <summary>The family's views, in their words.</summary>
    public string? FamilyViews { get; init; }

    /// <summary>With whom the family does not want information shared, or null.</summary>
    public string? DoNotShareWith { get; init; }

    /// <summary>Whether nothing has changed since it was sent back, or asked for anew.</summary>
    public bool IsAsSentBack { get; init; }

    /// <summary>Documents and written parts that may be about another child.</summary>
    public IReadOnlyList<FileOfAnother> OfAnother { get; init; } = [];

    /// <summary>Why the assessment was asked for, or null.</summary>
    public string? Reasons { get; init; }

    /// <summary>The accepted answers of this child that are not returned yet, this one included.</summary>
    public IReadOnlyList<Guid> Accepted { get; init; } = [];

    /// <summary>Whether the person may return advice.</summary>
    public bool MayReturn { get; init; }

    /// <summary>Whether every service asked has no advice.</summary>
    public required bool AllNil { get; init; }

    /// <inheritdoc cref="AllNilStanding.HasUnanswered" />
    public bool HasUnanswered { get; init; }

    /// <summary>An answer that was begun and set aside by a nil return; else null.</summary>
    public BegunAnswer? Begun { get; init; }

    /// <summary>Answers, comments and reasons of earlier rounds, in order.</summary>
    public IReadOnlyList<SaidBefore> SaidBefore { get; init; } = [];

    /// <summary>The exemptions recorded beside the due date.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>Today (Europe/London).</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The comment as typed.</summary>
    public required SendBackForm Form { get; init; }

    /// <summary>What of the answer speaks of a report, where no document came with it.</summary>
    public IReadOnlyList<string> Pointing => Documents.Count > 0 ? [] : Domain.Text.Pointing.IsIn(Request.NilNote) && Request.NilReason is not null ? ["Note"] : AdviceDraft.Of(Response).Pointing;

    /// <summary>Which of needs, outcomes and provision (reg 6(1)) are not written in the portal.</summary>
    public IReadOnlyList<string> NotWritten => AdviceDraft.Of(Response).NotWritten;
}

/// <summary>Sending an answer back.</summary>
public sealed class SendBackForm
{
    /// <summary>The version of the answer that the administrator looked at.</summary>
    public Guid Version { get; set; }

    /// <summary>The comment: what more is needed.</summary>
    [Display(Name = "What needs to change?"), Sentence]
    public string? Comment { get; set; }

    /// <summary>"next" to go on to the next answer, else to the list.</summary>
    public string? Then { get; set; }
}

internal sealed class SendBackFormValidator : AbstractValidator<SendBackForm>
{
    public SendBackFormValidator() =>
        RuleFor(f => f.Comment).NotEmpty().WithMessage("Say what needs to change").AtMost(AdviceRequest.NoteLength, "The comment");
}
