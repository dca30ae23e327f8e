using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Exemptions;

/// <summary>The facts of a closure, once for each of the two grounds that depend on one.</summary>
public sealed class ClosureInput
{
    /// <summary>First day closed.</summary>
    [Display(Name = "First day closed")]
    public DateInput ClosedFrom { get; set; } = new();

    /// <summary>First day open again.</summary>
    [Display(Name = "First day open again")]
    public DateInput ReopensOn { get; set; } = new();

    /// <summary>The day the authority asked for advice.</summary>
    [Display(Name = "Day the authority asked for advice")]
    public DateInput AskedOn { get; set; } = new();
}

/// <summary>An exemption as typed. Only the facts of the chosen ground are read.</summary>
public abstract class ExemptionForm : IShowsChildRecord
{
    /// <summary>The exemption that stands on the same ground and days; null for none.</summary>
    [BindNever, ValidateNever]
    public Guid? SameAs { get; set; }

    /// <summary>The ground.</summary>
    [Display(Name = "Which ground applies?")]
    public ExemptionGround? Ground { get; set; }

    /// <summary>A school or college that was closed.</summary>
    public ClosureInput School { get; set; } = new();

    /// <summary>An early-years provider that was closed.</summary>
    public ClosureInput EarlyYears { get; set; } = new();

    /// <summary>The day the circumstances began.</summary>
    [Display(Name = "First day of the circumstances")]
    public DateInput CircumstancesFrom { get; set; } = new();

    /// <summary>The last day of the circumstances, or empty while they go on.</summary>
    [Display(Name = "Last day of the circumstances (optional)")]
    public DateInput CircumstancesUntil { get; set; } = new();

    /// <summary>Whether the circumstances are personal, which the authority's grounds need.</summary>
    [Display(Name = "Are they personal to the child, the parent or the young person?")]
    public bool? CircumstancesArePersonal { get; set; }

    /// <summary>The family's first day away.</summary>
    [Display(Name = "First day away")]
    public DateInput AbsentFrom { get; set; } = new();

    /// <summary>The family's last day away.</summary>
    [Display(Name = "Last day away")]
    public DateInput AbsentUntil { get; set; } = new();

    /// <summary>The day of the appointment.</summary>
    [Display(Name = "When was the appointment?")]
    public DateInput AppointmentOn { get; set; } = new();

    /// <summary>Who did not keep the appointment.</summary>
    [Display(Name = "Why did it not happen?")]
    public AppointmentNotKeptBy? NotKeptBy { get; set; }

    /// <summary>What shows the facts.</summary>
    [Display(Name = "What shows this?"), Sentence]
    public string? Evidence { get; set; }

    /// <summary>The second limb: why the ground made keeping to the limit impractical.</summary>
    [Display(Name = "Why did this make it impractical to keep to the time limit?"), Sentence]
    public string? Impractical { get; set; }

    /// <summary>The person or body that decided to rely on the exemption.</summary>
    [Display(Name = "Decided by"), Sentence]
    public string? DecidedBy { get; set; }

    /// <summary>The day of that decision.</summary>
    [Display(Name = "Decided on")]
    public DateInput DecidedOn { get; set; } = new();

    /// <summary>The day the family was told.</summary>
    [Display(Name = "Day the family was told (optional)")]
    public DateInput FamilyToldOn { get; set; } = new();

    /// <summary>The day the work is now expected.</summary>
    [Display(Name = "Now expected on (optional)")]
    public DateInput ExpectedOn { get; set; } = new();

    /// <summary>"check" asks for the verdict only.</summary>
    public string? Do { get; set; }

    /// <summary>The limit and record that the exemption is about.</summary>
    [BindNever, ValidateNever]
    public ExemptionHead Head { get; set; } = null!;

    /// <summary>The verdict asked for, or null.</summary>
    [BindNever, ValidateNever]
    public ExemptionVerdict? Verdict { get; set; }

    /// <summary>Whether only the verdict is asked for: nothing is saved.</summary>
    public bool IsCheck => Do == "check";

    CaseKeys IShowsChildRecord.ShownCase => Head.Keys;

    Guid? IShowsChildRecord.ShownRequestId => Head.RequestId;

    /// <summary>The typed facts, for the exemption rules.</summary>
    public ExemptionAnswers Answers()
    {
        var closure = Ground == ExemptionGround.EarlyYearsProviderClosed ? EarlyYears : School;
        return new()
        {
            ClosedFrom = closure.ClosedFrom.Value,
            ReopensOn = closure.ReopensOn.Value,
            AdviceAskedOn = closure.AskedOn.Value,
            CircumstancesFrom = CircumstancesFrom.Value,
            CircumstancesUntil = CircumstancesUntil.Value,
            CircumstancesArePersonal = CircumstancesArePersonal,
            AbsentFrom = AbsentFrom.Value,
            AbsentUntil = AbsentUntil.Value,
            AppointmentOn = AppointmentOn.Value,
            NotKeptBy = NotKeptBy,
            ImpracticalBecause = Impractical,
        };
    }

    /// <summary>The exemption to record.</summary>
    public ExemptionToRecord ToRecord() =>
        new(Ground!.Value, Answers(), Evidence!.Trim(), DecidedBy!.Trim(), DecidedOn.Value!.Value, FamilyToldOn.Value, ExpectedOn.Value);

    /// <summary>The field of the fact that decided against the ground, where the page shows the reason.</summary>
    public string FieldAtFault()
    {
        var closure = Ground == ExemptionGround.EarlyYearsProviderClosed ? nameof(EarlyYears) : nameof(School);
        var answers = Answers();
        return Ground switch
        {
            ExemptionGround.SchoolClosed or ExemptionGround.EarlyYearsProviderClosed =>
                answers.ReopensOn?.DayNumber - answers.ClosedFrom?.DayNumber < ExemptionLists.FourWeeksInDays ? $"{closure}.{nameof(ClosureInput.ReopensOn)}" : $"{closure}.{nameof(ClosureInput.AskedOn)}",
            ExemptionGround.ExceptionalCircumstances when answers.CircumstancesFrom > Head.Deadline.Due => nameof(CircumstancesFrom),
            ExemptionGround.ExceptionalCircumstances when answers.CircumstancesUntil < Head.Deadline.Anchor => nameof(CircumstancesUntil),
            ExemptionGround.ExceptionalCircumstances => nameof(CircumstancesArePersonal),
            ExemptionGround.AbsentFromArea => nameof(AbsentUntil),
            ExemptionGround.MissedAppointment => NotKeptBy == AppointmentNotKeptBy.Service ? nameof(NotKeptBy) : nameof(AppointmentOn),
            _ => nameof(Ground),
        };
    }
}

/// <summary>Health's exemption from its 6 weeks (regulation 8(2)).</summary>
public sealed class HealthExemptionForm : ExemptionForm;

/// <summary>The authority's exemption from one of its limits (regulations 5(4), 10(4) and 13(3)).</summary>
public sealed class AuthorityExemptionForm : ExemptionForm;
