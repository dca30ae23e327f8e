using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Documents;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.Respond;

/// <summary>The page on which advice is uploaded or written.</summary>
public sealed class RespondForm : RequestForm
{
    /// <summary>Documents to upload.</summary>
    [Display(Name = "Choose documents")]
    public List<IFormFile>? Files { get; set; }

    /// <summary>A few lines about the documents.</summary>
    [Display(Name = "Short summary"), Sentence(NoneIsAnAnswer = true)]
    public string? Summary { get; set; }

    /// <summary>What the advice rests on.</summary>
    [Display(Name = AdviceParts.Basis), Sentence(NoneIsAnAnswer = true)]
    public string? Basis { get; set; }

    /// <summary>Needs (section C).</summary>
    [Display(Name = AdviceParts.Needs), Sentence(NoneIsAnAnswer = true)]
    public string? Needs { get; set; }

    /// <summary>Outcomes (section E).</summary>
    [Display(Name = AdviceParts.Outcomes), Sentence(NoneIsAnAnswer = true)]
    public string? Outcomes { get; set; }

    /// <summary>Provision (sections F and G).</summary>
    [Display(Name = AdviceParts.Provision), Sentence(NoneIsAnAnswer = true)]
    public string? Provision { get; set; }

    /// <summary>Name, title and registration.</summary>
    [Display(Name = AdviceParts.Author), Sentence]
    public string? Author { get; set; }

    /// <summary>The draft's version when the page was opened; empty when there was none.</summary>
    public Guid Version { get; set; }

    /// <summary>The window that shows the page: what it saves by itself is no conflict with it.</summary>
    public Guid Window { get; set; }

    /// <summary>The documents uploaded so far.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<AdviceFile> Uploaded { get; set; } = [];

    /// <summary>Those of them that may be about another child.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<FileOfAnother> OfAnother { get; set; } = [];

    /// <summary>What was withdrawn, as far as it concerns what stands here.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<WithdrawnBeside> Withdrawn { get; set; } = [];

    /// <summary>What a colleague, or the service, has begun here; null where it is the person's own.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? ByOther { get; set; }

    /// <summary>What others had written before it was written over.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<OtherDraft> Others { get; set; } = [];

    /// <summary>Why files were refused, one sentence each.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<string> Refused { get; set; } = [];

    /// <summary>After a conflict: what a colleague, or another window of the person, saved.</summary>
    [BindNever, ValidateNever]
    public DraftSaved? Conflict { get; set; }

    /// <summary>When the draft was last saved, UTC, or null.</summary>
    [BindNever, ValidateNever]
    public DateTime? SavedUtc { get; set; }

    /// <summary>The draft as typed.</summary>
    public AdviceDraft Draft() => new(Summary, Basis, Needs, Outcomes, Provision, Author);
}

internal sealed class RespondFormValidator : AbstractValidator<RespondForm>
{
    public RespondFormValidator()
    {
        RuleFor(f => f.Summary).AtMost(AdviceResponse.SummaryLength, "The summary");
        RuleFor(f => f.Basis).AtMost(AdviceResponse.SummaryLength, "What the advice is based on");
        RuleFor(f => f.Needs).AtMost(AdviceResponse.TextLength, "The needs");
        RuleFor(f => f.Outcomes).AtMost(AdviceResponse.TextLength, "The outcomes");
        RuleFor(f => f.Provision).AtMost(AdviceResponse.TextLength, "The provision");
        RuleFor(f => f.Author).AtMost(400, "The author");
    }
}

/// <summary>The page that shows everything as the authority will see it, before it is submitted.</summary>
public sealed class CheckAnswerForm : OnBehalfForm
{
    /// <summary>Documents and written parts that may be about another child.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<FileOfAnother> OfAnother { get; set; } = [];

    /// <summary>The fingerprint of what is shown.</summary>
    public string? Seen { get; set; }

    /// <summary>Why it is late, or nothing.</summary>
    public WhyLateInput Why { get; set; } = new();

    /// <summary>What a colleague, or the service, has begun here; null where it is the person's own.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? ByOther { get; set; }

    /// <summary>What others had written before it was written over.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<OtherDraft> Others { get; set; } = [];

    /// <summary>Whether nothing has changed since it was sent back, or asked for anew.</summary>
    [BindNever, ValidateNever]
    public bool IsAsSentBack { get; set; }

    /// <summary>The parts written.</summary>
    [BindNever, ValidateNever]
    public AdviceDraft Shown { get; set; } = AdviceDraft.Of(null);

    /// <summary>The documents.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<AdviceFile> Uploaded { get; set; } = [];

    /// <summary>What was withdrawn, as far as it concerns what stands here.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<WithdrawnBeside> Withdrawn { get; set; } = [];
}

internal sealed class CheckAnswerFormValidator : AbstractValidator<CheckAnswerForm>
{
    public CheckAnswerFormValidator(CurrentPerson person, UkClock clock)
    {
        this.AskRoute(person, clock);
        RuleFor(f => f.Why).SetValidator(new WhyLateInputValidator());
    }
}
