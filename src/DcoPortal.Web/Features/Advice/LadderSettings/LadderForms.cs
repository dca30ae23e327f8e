using System.Globalization;
using DcoPortal.Casework.Ladder;
using DcoPortal.Domain.Ladder;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.LadderSettings;

/// <summary>One step of the ladder as typed.</summary>
public sealed class StepForm
{
    /// <summary>The step.</summary>
    public LadderStep Step { get; set; }

    /// <summary>Whether the step is taken.</summary>
    public bool IsOn { get; set; }

    /// <summary>The step's number of days, as typed.</summary>
    public string? Days { get; set; }
}

/// <summary>A ladder as typed: the board's, or one service's.</summary>
public sealed class LadderForm
{
    /// <summary>The service, or null for the board.</summary>
    public Guid? Service { get; set; }

    /// <summary>Whether the service uses the board's ladder. Not for the board.</summary>
    public bool AsBoard { get; set; }

    /// <summary>Whether the board returns to the usual ladder. Not for a service.</summary>
    public bool Usual { get; set; }

    /// <summary>Whether the typed steps are ignored, because the board's or the usual ladder is chosen.</summary>
    public bool HasNoStepsOfItsOwn => AsBoard || (Usual && Service is null);

    /// <summary>The steps.</summary>
    public List<StepForm> Steps { get; set; } = [];

    /// <summary>The version the form was made from; empty when there was none.</summary>
    public Guid Version { get; set; }

    /// <summary>The ladder to store.</summary>
    public LadderToSave ToSave() => new(Service, Service is not null ? (AsBoard ? null : ToLadder()) : Usual ? null : ToLadder(), Version);

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

    /// <summary>Whether the steps equal those that the form of a ladder shows; the number of a step that is off does not count.</summary>
    public bool Shows(ChaseLadder ladder) => Of(ladder).TrueForAll(s =>
        Steps.Find(x => x.Step == s.Step) is var typed && (typed?.IsOn ?? false) == s.IsOn && (!s.IsOn || !HasNumber(s.Step) || typed!.Days?.Trim() == s.Days));

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
        })).When(f => !f.HasNoStepsOfItsOwn);
        RuleFor(f => f.Steps).Custom(InOrder).When(f => !f.HasNoStepsOfItsOwn);
    }

    private static readonly LadderStep[] Reminders = [LadderStep.FirstReminder, LadderStep.SecondReminder, LadderStep.LastReminder];

    /// <summary>Refuses two reminders on one day, or a later one first: the ladder would then silently skip one.</summary>
    private static void InOrder(List<StepForm> steps, ValidationContext<LadderForm> context)
    {
        (LadderStep Step, int Days)? before = null;
        foreach (var step in Reminders)
        {
            var at = steps.FindIndex(s => s.Step == step && s.IsOn);
            if (at < 0 || !int.TryParse(steps[at].Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days)) { continue; }
            if (before is { } earlier && days >= earlier.Days)
            {
                context.AddFailure($"{nameof(LadderForm.Steps)}[{at}].{nameof(StepForm.Days)}", $"{step.Label()}: enter fewer days than the {earlier.Step.InSentence()}, which is {earlier.Days} before");
            }
            before = (step, days);
        }
    }
}

/// <summary>The person who last changed a ladder, and when (UTC).</summary>
public sealed record LadderChange(string ByName, DateTime AtUtc);

/// <summary>The page of one ladder.</summary>
/// <param name="Form">The form.</param>
/// <param name="Owner">The board or service.</param>
/// <param name="Kept">The ladder that applies now.</param>
/// <param name="IsUsual">Whether the board or service has no ladder of its own.</param>
/// <param name="LastChange">The last change; null when the board or service has no ladder of its own.</param>
/// <param name="Services">Services to choose from.</param>
/// <param name="Own">Services with a ladder of their own.</param>
public sealed record LadderPage(LadderForm Form, string Owner, ChaseLadder Kept, bool IsUsual, LadderChange? LastChange, IReadOnlyList<SelectListItem> Services, IReadOnlyList<(string Service, Guid Id)> Own);
