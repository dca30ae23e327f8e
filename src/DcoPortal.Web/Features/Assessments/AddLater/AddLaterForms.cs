using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Documents;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.AddLater;

/// <summary>Professionals and documents to add to a case.</summary>
public sealed class AddLaterForm : IShowsChildRecord
{
    private const int ReadyRows = 2;

    /// <summary>The professionals and services, a row each; rows may be blank.</summary>
    public List<ProfessionalItem> Professionals { get; set; } = [];

    /// <summary>What the documents are, where the person says so.</summary>
    [Display(Name = "What are they? (optional)")]
    public EvidenceKind? Evidence { get; set; }

    /// <summary>The case as it stands.</summary>
    [BindNever, ValidateNever]
    public AddLaterFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;

    /// <summary>The form with rows to type in.</summary>
    public AddLaterForm With(AddLaterFacts facts)
    {
        Facts = facts;
        while (Professionals.Count < ReadyRows) { Professionals.Add(new() { Id = Guid.NewGuid() }); }
        return this;
    }
}

internal sealed class AddLaterFormValidator : AbstractValidator<AddLaterForm>
{
    public AddLaterFormValidator(IValidator<ProfessionalItem> professional) => RuleForEach(f => f.Professionals).SetValidator(professional);
}

/// <summary>Why a document is taken out.</summary>
public sealed class RemoveDocumentForm : IShowsChildRecord
{
    /// <summary>The reason.</summary>
    [Display(Name = "Why is it taken out?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The case.</summary>
    [BindNever, ValidateNever]
    public AddLaterFacts Facts { get; set; } = null!;

    /// <summary>The document.</summary>
    [BindNever, ValidateNever]
    public SentDocument Document { get; set; } = null!;

    /// <summary>Where the very same file stays when it is taken out here.</summary>
    [BindNever, ValidateNever]
    public StillStanding Stands { get; set; } = StillStanding.Nowhere;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class RemoveDocumentFormValidator : AbstractValidator<RemoveDocumentForm>
{
    public RemoveDocumentFormValidator()
    {
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why it is taken out");
        RuleFor(f => f.Reason).AtMost(1000, "The reason");
    }
}
