using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.Promise;

/// <summary>A day that is offered.</summary>
public sealed record PromiseChoice(DateOnly On, string Words)
{
    /// <summary>The day's value in the form.</summary>
    public string Value => On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The day for which an answer is promised.</summary>
public sealed class PromiseForm : RequestForm
{
    /// <summary>The value of the choice "another day".</summary>
    public const string Other = "other";

    /// <summary>One of the days offered (yyyy-MM-dd), or <see cref="Other"/>.</summary>
    [Display(Name = "When will the DCO service have the answer?")]
    public string? When { get; set; }

    /// <summary>Another day.</summary>
    [Display(Name = "Promised date")]
    public DateInput On { get; set; } = new();

    /// <summary>Why that day is after the due date, or nothing.</summary>
    public WhyLateInput Why { get; set; } = new();

    /// <summary>The day that stood promised on the page (yyyy-MM-dd), or empty.</summary>
    public string? Seen { get; set; }

    /// <summary>The days offered.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<PromiseChoice> Choices { get; set; } = [];

    /// <summary>The day chosen or typed, or null while there is none (Europe/London).</summary>
    public DateOnly? Day() => When == Other ? On.Value : Read(When);

    /// <summary>The day that the page showed as promised, or null (Europe/London).</summary>
    public DateOnly? SeenOn() => Read(Seen);

    /// <summary>Whether one of the days offered is after the due date, so that the question why stands open. A method, because validation looks into every property.</summary>
    public bool OffersLate() => Choices.Any(c => Head.Row.IsLateOn(c.On)) || (Day() is { } day && Head.Row.IsLateOn(day)) || Why.Reason is not null;

    private static DateOnly? Read(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

internal sealed class PromiseFormValidator : AbstractValidator<PromiseForm>
{
    public PromiseFormValidator(UkClock clock)
    {
        RuleFor(f => f.Why).SetValidator(new WhyLateInputValidator());
        RuleFor(f => f.When).Must((f, when) => when == PromiseForm.Other || f.Day() is not null).WithMessage("Select when the DCO service will have the answer");
        RuleFor(f => f.When).Must((f, _) => f.Day() >= clock.Today).When(f => f.When != PromiseForm.Other && f.Day() is not null).WithMessage("The promised date must be today or later");
        RuleFor(f => f.On).ComingDate("The promised date", "Enter the date that you promise", clock, f => f.When == PromiseForm.Other);
    }
}
