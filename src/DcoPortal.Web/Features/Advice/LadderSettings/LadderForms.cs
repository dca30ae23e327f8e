using System.Globalization;
using DcoPortal.Domain.Chasing;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.LadderSettings;

/// <summary>One step as typed.</summary>
public sealed class StepForm
{
    /// <summary>Which.</summary>
    public LadderStep Step { get; set; }

    /// <summary>Whether it is taken.</summary>
    public bool IsOn { get; set; }

    /// <summary>Its number, as typed.</summary>
    public string? Days { get; set; }
}

/// <summary>A ladder as typed: the board's, or one service's.</summary>
public sealed class LadderForm
{
    /// <summary>The service, or null for the board.</summary>
    public Guid? Service { get; set; }

    /// <summary>Whether the service keeps to the board's ladder. Not for the board.</summary>
    public bool AsBoard { get; set; }

    /// <summary>The steps.</summary>
    public List<StepForm> Steps { get; set; } = [];

    /// <summary>The version the form was made from; empty when there was none.</summary>
    public Guid Version { get; set; }

    /// <summary>The ladder that is typed. Only after validation.</summary>
    public ChaseLadder ToLadder() => new(Steps.Where(s => s.IsOn).DistinctBy(s => s.Step)
        .ToDictionary(s => s.Step, s => HasNumber(s.Step) ? int.Parse(s.Days!, NumberStyles.None, CultureInfo.InvariantCulture) : 0));

    /// <summary>The form of a ladder; a step that is off shows the usual number.</summary>
    public static List<StepForm> Of(ChaseLadder ladder) => [.. LadderSteps.All.Select(s => new StepForm
    {
        Step = s,
        IsOn = ladder.DaysOf(s) is not null,
        Days = HasNumber(s) ? (ladder.DaysOf(s) ?? ChaseLadder.Usual.DaysOf(s))?.ToString(CultureInfo.InvariantCulture) : null,
    })];

    /// <summary>Whether a step takes a number.</summary>
    public static bool HasNumber(LadderStep step) => ChaseLadder.RangeOf(step) is not (0, 0);
}

internal sealed class LadderFormValidator : AbstractValidator<LadderForm>
{
    public LadderFormValidator()
    {
        RuleFor(f => f.Steps).Must(s => s.Count <= LadderSteps.All.Count && s.TrueForAll(x => Enum.IsDefined(x.Step))).WithMessage("Open this page again and try once more");
        RuleForEach(f => f.Steps).Where(s => s.IsOn && LadderForm.HasNumber(s.Step)).ChildRules(step => step.RuleFor(s => s.Days).Custom((days, context) =>
        {
            var which = context.InstanceToValidate.Step;
            var (least, most) = ChaseLadder.RangeOf(which);
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            {
                context.AddFailure($"{which.Label()}: enter a number from {least} to {most}");
            }
        })).When(f => !f.AsBoard);
    }
}

/// <summary>The page.</summary>
public sealed record LadderPage(LadderForm Form, string Owner, bool IsUsual, IReadOnlyList<SelectListItem> Services, IReadOnlyList<(string Service, Guid Id)> Own);
