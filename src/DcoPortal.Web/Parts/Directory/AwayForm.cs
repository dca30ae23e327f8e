using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using DcoPortal.Casework.Directory;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Directory;

/// <summary>When a service or a professional is away and who covers, as typed.</summary>
public sealed class AwayForm
{
    /// <summary>First day away.</summary>
    [Display(Name = "First day away")]
    public DateInput AwayFrom { get; set; } = new();

    /// <summary>Last day away.</summary>
    [Display(Name = "Last day away")]
    public DateInput AwayUntil { get; set; } = new();

    /// <summary>The colleague or service that covers.</summary>
    [Display(Name = "Who covers")]
    public Guid? CoverId { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }

    /// <summary>The cover to store.</summary>
    public CoverToArrange ToArrange() => new(AwayFrom.Value, AwayUntil.Value, CoverId, Version);

    /// <summary>The page around the form.</summary>
    [BindNever, ValidateNever]
    public AwayPage Page { get; set; } = null!;
}

/// <summary>The page around a form of away dates.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Name">The service or professional who is away.</param>
/// <param name="Path">The address of the form.</param>
/// <param name="Back">The address of the back link.</param>
/// <param name="Choices">The services or colleagues who could cover.</param>
/// <param name="IsService">Whether the absence is that of a whole service.</param>
public sealed record AwayPage(string Title, string Name, string Path, string Back, IReadOnlyList<SelectListItem> Choices, bool IsService);

internal sealed class AwayFormValidator : AbstractValidator<AwayForm>
{
    public AwayFormValidator(UkClock clock)
    {
        this.AskAwayDates(f => f.AwayFrom, f => f.AwayUntil, f => f.CoverId);
        // leave that is over has no effect, so a past last day is probably typed with the wrong year
        RuleFor(f => f.AwayUntil).Must(d => d.Value >= clock.Today).When(f => f.AwayUntil.Value is { } last && (f.AwayFrom.Value is not { } first || first <= last))
            .WithMessage("Last day away must be today or later");
    }
}

/// <summary>The rules of every form with away dates.</summary>
internal static class AwayDates
{
    /// <summary>Real dates, the last not before the first, and no cover without a first day.</summary>
    public static void AskAwayDates<T>(this AbstractValidator<T> validator, Expression<Func<T, DateInput>> from, Expression<Func<T, DateInput>> until, Expression<Func<T, Guid?>> cover)
    {
        var (first, last, covers) = (from.Compile(), until.Compile(), cover.Compile());
        validator.RuleFor(from).Custom((d, c) =>
        {
            if (d.Problem("First day away") is { } why) { c.AddFailure(why); }
            else if (d.IsEmpty && (!last(c.InstanceToValidate).IsEmpty || covers(c.InstanceToValidate) is not null)) { c.AddFailure("Enter the first day away"); }
        });
        validator.RuleFor(until).Custom((d, c) =>
        {
            if (d.Problem("Last day away") is { } why) { c.AddFailure(why); }
            else if (d.Value is { } end && first(c.InstanceToValidate).Value is { } start && end < start) { c.AddFailure("Last day away must be the first day away or later"); }
        });
    }
}
