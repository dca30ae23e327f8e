using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Advice.Triage;

/// <summary>Why no service need be asked now.</summary>
public sealed class NoRequestForm
{
    /// <summary>The reason, for the activity page.</summary>
    [Display(Name = "Why is no request needed now?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The kind and the due date of a request at the time of the page: see <see cref="AskTerms.Seen"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>Why each of those whom the authority named is not asked.</summary>
    public List<NotAskedItem> NotAsked { get; set; } = [];
}

internal sealed class NoRequestFormValidator : AbstractValidator<NoRequestForm>
{
    public NoRequestFormValidator(IValidator<NotAskedItem> notAsked)
    {
        RuleForEach(f => f.NotAsked).SetValidator(notAsked);
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why no request is needed now").AtMost(1000, "The reason");
    }
}

/// <summary>The page that takes a notification out of triage.</summary>
public sealed record NoRequestPage(CaseKeys ShownCase, ChildBanner Child, bool IsInTriage, bool IsDecided, IReadOnlyList<NamedNotAskedRow> Named, string Seen, NoRequestForm Form) : IShowsChildRecord;
