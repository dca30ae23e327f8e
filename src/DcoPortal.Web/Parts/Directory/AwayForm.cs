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

    /// <summary>What is to be stored.</summary>
    public CoverToArrange ToArrange() => new(AwayFrom.Value, AwayUntil.Value, CoverId, Version);

    /// <summary>What the page is about.</summary>
    [BindNever, ValidateNever]
    public AwayPage Page { get; set; } = null!;
}

/// <summary>What a page of away dates says around its form.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Name">Who or what is away.</param>
/// <param name="Path">Where the form goes.</param>
/// <param name="Back">Where the back link goes.</param>
/// <param name="Choices">Who could cover.</param>
/// <param name="IsService">Whether it is a whole service.</param>
public sealed record AwayPage(string Title, string Name, string Path, string Back, IReadOnlyList<SelectListItem> Choices, bool IsService);

internal sealed class AwayFormValidator : AbstractValidator<AwayForm>
{
    public AwayFormValidator(UkClock clock)
    {
        this.AskAwayDates(f => f.AwayFrom, f => f.AwayUntil, f => f.CoverId);
        // leave that is over does nothing: whoever types it means another year
        RuleFor(f => f.AwayUntil).Must(d => d.Value >= clock.Today).When(f => f.AwayUntil.Value is { } last && (f.AwayFrom.Value is not { } first || first <= last))
            .WithMessage("Last day away must be today or later");
    }
}

/// <summary>What every form with away dates asks.</summary>
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
