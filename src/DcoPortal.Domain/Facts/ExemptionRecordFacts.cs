using System.Globalization;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Facts;

/// <summary>An exemption was recorded beside a due date of health or of the authority.</summary>
/// <param name="Keys">The case.</param>
/// <param name="AdviceRequestId">The request, or null when the limit is the authority's.</param>
/// <param name="DueOn">The due date, the same before and after (Europe/London).</param>
/// <param name="Words">Limit, ground, paragraph and dates, from <see cref="ExemptionAuditWords"/>.</param>
/// <param name="Impractical">Why the ground made the limit impractical.</param>
public sealed record ExemptionRecorded(CaseKeys Keys, Guid? AdviceRequestId, DateOnly DueOn, string Words, string Impractical) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"Due {DueOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? After => $"Due {DueOn:yyyy-MM-dd}; {Words}";

    /// <inheritdoc />
    public override string? Because => Impractical;

    /// <inheritdoc />
    public override string Sentence => "Exemption recorded; the due date stands";
}

/// <summary>An exemption that was recorded by mistake was withdrawn. Its row stays.</summary>
/// <param name="Keys">The case.</param>
/// <param name="AdviceRequestId">The request, or null when the limit is the authority's.</param>
/// <param name="DueOn">The due date, the same before and after (Europe/London).</param>
/// <param name="Words">Limit, ground, paragraph and dates, from <see cref="ExemptionAuditWords"/>.</param>
/// <param name="Reason">Why it was withdrawn.</param>
public sealed record ExemptionWithdrawn(CaseKeys Keys, Guid? AdviceRequestId, DateOnly DueOn, string Words, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => $"Due {DueOn:yyyy-MM-dd}; {Words}";

    /// <inheritdoc />
    public override string? After => $"Due {DueOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Exemption withdrawn; the due date stands";
}

/// <summary>The day the family was told of an exemption was recorded or corrected (SEND Code of Practice 9.43).</summary>
/// <param name="Keys">The case.</param>
/// <param name="AdviceRequestId">The request, or null when the limit is the authority's.</param>
/// <param name="WasToldOn">The day recorded before, or null (Europe/London).</param>
/// <param name="ToldOn">The day (Europe/London).</param>
public sealed record FamilyToldOfExemption(CaseKeys Keys, Guid? AdviceRequestId, DateOnly? WasToldOn, DateOnly ToldOn) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => WasToldOn is { } on ? $"Told {on:yyyy-MM-dd}" : "Not told";

    /// <inheritdoc />
    public override string? After => $"Told {ToldOn:yyyy-MM-dd}";

    /// <inheritdoc />
    public override string Sentence => "Family told of an exemption";
}

/// <summary>The day on which exempt work is expected was changed. The due date stands.</summary>
/// <param name="Keys">The case.</param>
/// <param name="AdviceRequestId">The request, or null when the limit is the authority's.</param>
/// <param name="WasExpectedOn">The day expected before, or null (Europe/London).</param>
/// <param name="ExpectedOn">The day expected now, or null (Europe/London).</param>
public sealed record ExemptWorkExpected(CaseKeys Keys, Guid? AdviceRequestId, DateOnly? WasExpectedOn, DateOnly? ExpectedOn) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override Guid? RequestId => AdviceRequestId;

    /// <inheritdoc />
    public override string? Before => Day(WasExpectedOn);

    /// <inheritdoc />
    public override string? After => Day(ExpectedOn);

    /// <inheritdoc />
    public override string Sentence => "Expected date of exempt work changed; the due date stands";

    private static string Day(DateOnly? on) => on is { } day ? $"Expected {day:yyyy-MM-dd}" : "No expected date";
}

/// <summary>An exemption in the words of the audit trail: codes, paragraph and dates, nothing about the child.</summary>
public static class ExemptionAuditWords
{
    /// <summary>Such as "HealthAdvice exempt: MissedAppointment (regulation 8(2)(c)), 2026-02-03".</summary>
    /// <param name="exemption">The exemption.</param>
    /// <param name="deadline">The deadline that the exemption stands beside.</param>
    public static string Of(Exemption exemption, Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(exemption);
        return $"{exemption.Limit} exempt: {exemption.Ground} (regulation {exemption.Beside(deadline).Paragraph}), {Dates(exemption.FactsRecorded())}";
    }

    private static string Dates(ExemptionFacts facts) => facts switch
    {
        ClosureFacts f => $"closed {Day(f.ClosedFrom)}, open again {Day(f.ReopensOn)}, asked {Day(f.AdviceAskedOn)}",
        CircumstancesFacts f => $"{Day(f.From)} to {(f.Until is { } until ? Day(until) : "now")}",
        AbsenceFacts f => $"{Day(f.FirstDay)} to {Day(f.LastDay)}",
        MissedAppointmentFacts f => Day(f.AppointmentOn),
        _ => "no dates",
    };

    private static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
