using System.Linq.Expressions;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Exemptions;

/// <summary>Checks that the facts of the chosen ground are filled in and are dates. The exemption rules say whether they meet the ground.</summary>
internal abstract class ExemptionFormValidator<T> : AbstractValidator<T> where T : ExemptionForm
{
    protected ExemptionFormValidator(UkClock clock)
    {
        RuleFor(f => f.Ground).NotNull().WithMessage("Select the ground").IsInEnum().WithMessage("Select the ground");
        When(f => f.Ground == ExemptionGround.SchoolClosed, () =>
        {
            Closure(f => f.School.ClosedFrom, f => f.School.ReopensOn, f => f.School.AskedOn, "the school or college", clock);
            RuleFor(f => f.School.ReopensOn).Must((f, d) => d.Value is not { } day || f.School.ClosedFrom.Value is not { } from || day > from).WithMessage(AfterClosing);
        });
        When(f => f.Ground == ExemptionGround.EarlyYearsProviderClosed, () =>
        {
            Closure(f => f.EarlyYears.ClosedFrom, f => f.EarlyYears.ReopensOn, f => f.EarlyYears.AskedOn, "the early-years provider", clock);
            RuleFor(f => f.EarlyYears.ReopensOn).Must((f, d) => d.Value is not { } day || f.EarlyYears.ClosedFrom.Value is not { } from || day > from).WithMessage(AfterClosing);
        });
        When(f => f.Ground == ExemptionGround.ExceptionalCircumstances, () =>
        {
            Date(f => f.CircumstancesFrom, "The first day of the circumstances", "Enter the first day of the circumstances");
            Date(f => f.CircumstancesUntil, "The last day of the circumstances", null);
            RuleFor(f => f.CircumstancesUntil).Must((f, d) => d.Value is not { } day || f.CircumstancesFrom.Value is not { } from || day >= from)
                .WithMessage("The last day of the circumstances must be on or after the first");
        });
        When(f => f.Ground == ExemptionGround.AbsentFromArea, () =>
        {
            Date(f => f.AbsentFrom, "The first day away", "Enter the first day away");
            Date(f => f.AbsentUntil, "The last day away", "Enter the last day away");
            RuleFor(f => f.AbsentUntil).Must((f, d) => d.Value is not { } day || f.AbsentFrom.Value is not { } from || day >= from).WithMessage("The last day away must be on or after the first");
        });
        When(f => f.Ground == ExemptionGround.MissedAppointment, () =>
        {
            Date(f => f.AppointmentOn, "The date of the appointment", "Enter the date of the appointment", latest: () => clock.Today);
            RuleFor(f => f.NotKeptBy).NotNull().WithMessage("Select why the appointment did not happen").IsInEnum().WithMessage("Select why the appointment did not happen");
        });
        Unless(f => f.IsCheck, () => Record(clock));
    }

    private const string AfterClosing = "The first day open again must be after the first day closed";

    private void Record(UkClock clock)
    {
        RuleFor(f => f.Evidence).NotEmpty().WithMessage("Enter what shows the facts").AtMost(Exemption.NoteLength, "What shows the facts");
        RuleFor(f => f.Impractical).NotEmpty().WithMessage("Enter why keeping to the time limit was impractical")
            .AtMost(Exemption.NoteLength, "The reason");
        RuleFor(f => f.DecidedBy).NotEmpty().WithMessage("Enter who decided to rely on the exemption").AtMost(200, "The name");
        Date(f => f.DecidedOn, "The date it was decided", "Enter the date it was decided", latest: () => clock.Today);
        Date(f => f.FamilyToldOn, "The date the family was told", null, latest: () => clock.Today);
        RuleFor(f => f.ExpectedOn).ComingDate("The expected date", null, clock);
    }

    private void Closure(Expression<Func<T, DateInput>> closed, Expression<Func<T, DateInput>> reopens, Expression<Func<T, DateInput>> asked, string whose, UkClock clock)
    {
        Date(closed, "The first day closed", $"Enter the first day {whose} was closed");
        Date(reopens, "The first day open again", $"Enter the first day {whose} is open again");
        Date(asked, "The day the authority asked for advice", $"Enter the day the authority asked {whose} for advice", latest: () => clock.Today);
    }

    private void Date(Expression<Func<T, DateInput>> field, string what, string? whenEmpty, Func<DateOnly>? latest = null) =>
        RuleFor(field).Custom((date, c) =>
        {
            var problem = date.IsEmpty ? whenEmpty : date.Problem(what)
                ?? (latest is not null && date.Value > latest() ? $"{what} must be today or in the past" : null);
            if (problem is not null) { c.AddFailure(problem); }
        });
}

internal sealed class HealthExemptionFormValidator(UkClock clock) : ExemptionFormValidator<HealthExemptionForm>(clock);

internal sealed class AuthorityExemptionFormValidator : ExemptionFormValidator<AuthorityExemptionForm>
{
    public AuthorityExemptionFormValidator(UkClock clock) : base(clock) =>
        RuleFor(f => f.CircumstancesArePersonal).NotNull().When(f => f.Ground == ExemptionGround.ExceptionalCircumstances)
            .WithMessage("Select whether the circumstances are personal");
}
