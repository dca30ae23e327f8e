using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Parts.Exemptions;

/// <summary>A recorded exemption as pages show it in a line.</summary>
/// <param name="Id">Its page is /exemptions/{id}.</param>
/// <param name="Ground">The ground and its paragraph.</param>
/// <param name="Facts">The dates it depends on.</param>
/// <param name="FamilyToldOn">The day the family was told, or null (Europe/London).</param>
/// <param name="Expected">When the work is or was expected, in words, or null.</param>
public sealed record ExemptionLine(Guid Id, string Ground, string Facts, DateOnly? FamilyToldOn, string? Expected)
{
    /// <summary>The day on which the work is or was expected, or null (Europe/London).</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>The line of an exemption that stands beside a deadline.</summary>
    /// <param name="exemption">The exemption.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="isAwaited">Whether the work is still awaited.</param>
    /// <param name="isPromised">Whether the answer is promised for a day, which stands on the page and is the newer word.</param>
    public static ExemptionLine Of(Exemption exemption, Deadline deadline, DateOnly today, bool isAwaited, bool isPromised = false) =>
        new(exemption.Id, ExemptionWords.Ground(exemption, deadline), ExemptionWords.Facts(exemption.FactsRecorded()), exemption.FamilyToldOn, isPromised ? null : ExemptionWords.Expected(exemption.ExpectedOn, today, isAwaited)) { ExpectedOn = exemption.ExpectedOn };
}

/// <summary>What they stand beside, in words for the links; the lines; and whether the person is of the body that recorded them and may change them.</summary>
public sealed record ExemptionLines(string Of, IReadOnlyList<ExemptionLine> Lines, bool MayChange);

/// <summary>The words about exemptions that several pages share.</summary>
public static class ExemptionWords
{
    /// <summary>The reminder for a person of the body that recorded an exemption and has not told the family.</summary>
    public const string FamilyNotTold = "The family has not been told";

    /// <summary>"Missed appointment (regulation 8(2)(c))".</summary>
    public static string Ground(Exemption exemption, Deadline deadline) =>
        $"{(ExemptionRules.Listed(deadline.Rule, exemption.Ground)?.Name ?? ExemptionRules.NameOf(exemption.Ground)).Capitalised()} (regulation {exemption.Beside(deadline).Paragraph})";

    /// <summary>When exempt work is expected: of a day that has passed, or of work that nobody awaits any more, that it was. Null where no day was given.</summary>
    /// <param name="on">The day that was given, or null (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="isAwaited">Whether the work is still awaited: not done, not closed, and the case has not ended.</param>
    public static string? Expected(DateOnly? on, DateOnly today, bool isAwaited) =>
        on is not { } day ? null : isAwaited && day >= today ? $"Now expected on {UkText.LongDate(day)}" : $"It was expected on {UkText.LongDate(day)}";

    /// <summary>Whether anybody is reminded of an answer that is still awaited, though its lateness is excused.</summary>
    /// <param name="promisedOn">The day for which the answer is promised, or null (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    public static string Reminders(DateOnly? promisedOn, DateOnly today) => promisedOn >= today ? "Nobody is reminded of it until that day has passed." : "Reminders go on.";

    /// <summary>The dates, in words.</summary>
    public static string Facts(ExemptionFacts facts) => facts switch
    {
        ClosureFacts f => $"Closed from {UkText.LongDate(f.ClosedFrom)}, open again on {UkText.LongDate(f.ReopensOn)}. The authority asked on {UkText.LongDate(f.AdviceAskedOn)}.",
        AbsenceFacts f => $"Away from {UkText.LongDate(f.FirstDay)} to {UkText.LongDate(f.LastDay)}.",
        MissedAppointmentFacts f => $"The child or young person did not keep the appointment on {UkText.LongDate(f.AppointmentOn)}.",
        CircumstancesFacts { Until: { } until } f => $"From {UkText.LongDate(f.From)} to {UkText.LongDate(until)}.",
        CircumstancesFacts f => $"From {UkText.LongDate(f.From)}, and they go on.",
        _ => "",
    };

    /// <summary>Reasons that do not count for this deadline, each in a sentence.</summary>
    public static IReadOnlyList<string> NotGrounds(Deadline deadline) =>
    [
        .. Enum.GetValues<UnlistedReason>().Select(r => ExemptionRules.Check(r).Reason),
        // only one ground of the list after an order was seen in the law, so the page says nothing of the others
        .. Enum.GetValues<ExemptionGround>().Where(g => deadline.Rule.Exemptions != ExemptionList.TribunalOrder && ExemptionRules.Listed(deadline.Rule, g) is null)
            .Select(g => ExemptionRules.Judge(deadline, g, new()).Reason).Distinct(),
    ];
}
