using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Ties;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.SameChild;

/// <summary>What somebody decides about two cases.</summary>
public sealed class SameChildForm : IShowsChildRecord
{
    /// <summary>Two assessments of one child.</summary>
    public const string Link = "link";

    /// <summary>One assessment, logged twice.</summary>
    public const string Merge = "merge";

    /// <summary>Two children.</summary>
    public const string Two = "two";

    /// <summary>The other case.</summary>
    public string? Other { get; set; }

    /// <summary>What is decided.</summary>
    [Display(Name = "What are these two cases?")]
    public string? Decision { get; set; }

    /// <summary>The case that stays, when they are merged.</summary>
    [Display(Name = "Which one stays?")]
    public string? Keep { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "How do you know?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>This case as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The other as the person saw it.</summary>
    public Guid OtherVersion { get; set; }

    /// <summary>What was decided about the two, as the person saw it; empty for nothing.</summary>
    public Guid TieVersion { get; set; }

    /// <summary>Both cases as they stand.</summary>
    [BindNever, ValidateNever]
    public BothCases Both { get; set; } = null!;

    /// <summary>What a merge would do; null before it is checked.</summary>
    [BindNever, ValidateNever]
    public MergeEffect? Effect { get; set; }

    /// <summary>Whether somebody has decided about the two since the person saw them.</summary>
    [BindNever, ValidateNever]
    public bool IsDecidedSince => TieVersion != (Both.Tie?.Version ?? Guid.Empty);

    /// <summary>The reference of the case that stays.</summary>
    [BindNever, ValidateNever]
    public string Kept => Keep == Other ? Other! : Both.Here.Assessment.Reference;

    /// <summary>The reference of the case that becomes part of it.</summary>
    [BindNever, ValidateNever]
    public string Duplicate => Keep == Other ? Both.Here.Assessment.Reference : Other!;

    CaseKeys IShowsChildRecord.ShownCase => Both.Here.Assessment.Keys;

    /// <summary>The merge as chosen.</summary>
    public MergeToMake ToMerge() => new(Kept, Duplicate, Reason!, Keep == Other ? OtherVersion : Version, Keep == Other ? Version : OtherVersion, TieVersion);
}

internal sealed class SameChildFormValidator : AbstractValidator<SameChildForm>
{
    public SameChildFormValidator()
    {
        RuleFor(f => f.Decision).Must(d => d is SameChildForm.Link or SameChildForm.Merge or SameChildForm.Two).WithMessage("Select what these two cases are");
        RuleFor(f => f.Keep).NotEmpty().When(f => f.Decision == SameChildForm.Merge).WithMessage("Select which one stays");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter how you know");
        RuleFor(f => f.Reason).AtMost(CaseTie.ReasonLength, "How you know");
    }
}
