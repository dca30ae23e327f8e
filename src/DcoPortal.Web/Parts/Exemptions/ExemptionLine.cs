using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Parts.Exemptions;

/// <summary>A recorded exemption as pages show it in a line.</summary>
/// <param name="Id">Its page is /exemptions/{id}.</param>
/// <param name="Ground">The ground and its paragraph.</param>
/// <param name="Facts">The dates it depends on.</param>
/// <param name="FamilyToldOn">The day the family was told, or null (Europe/London).</param>
/// <param name="ExpectedOn">The day the work is now expected, or null (Europe/London).</param>
public sealed record ExemptionLine(Guid Id, string Ground, string Facts, DateOnly? FamilyToldOn, DateOnly? ExpectedOn)
{
    /// <summary>The line of an exemption that stands beside a deadline.</summary>
    public static ExemptionLine Of(Exemption exemption, Deadline deadline) =>
        new(exemption.Id, ExemptionWords.Ground(exemption, deadline), ExemptionWords.Facts(exemption.FactsRecorded()), exemption.FamilyToldOn, exemption.ExpectedOn);
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
