using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Dashboard.Figures;

/// <summary>The choice of period and view as posted.</summary>
public sealed class FiguresForm
{
    /// <summary>The word of a period.</summary>
    public string? PeriodWord { get; set; }

    /// <summary>The first of any days; wins over the period.</summary>
    public DateInput From { get; set; } = new();

    /// <summary>The last of any days.</summary>
    public DateInput To { get; set; } = new();

    public Guid? Authority { get; set; }
    public Guid? Provider { get; set; }
    public Guid? Service { get; set; }
    public string? Need { get; set; }
    public string? Age { get; set; }
    public string? Route { get; set; }
    public bool Clear { get; set; }

    /// <summary>What the figures are about. A method, because validation looks into every property.</summary>
    public FigureFilters ToFilters() => new() { Authority = Authority, Provider = Provider, Service = Service, Need = Word(Need), Age = Word(Age), Route = Word(Route) };

    /// <summary>The period, or null for the usual one.</summary>
    public FigurePeriod? ToPeriod() => From.TryGet(out var from) && To.TryGet(out var to) ? FigurePeriod.Between(from, to) : FigurePeriod.Parse(PeriodWord);

    private static string? Word(string? posted) => posted is { Length: > 0 and <= 40 } ? posted : null;
}

/// <summary>Any days must be two days, in order and not too far apart.</summary>
public sealed class FiguresFormValidator : AbstractValidator<FiguresForm>
{
    public FiguresFormValidator()
    {
        RuleFor(f => f.From).Custom((from, context) => Check(from, "The first day", context)).When(HasDays);
        RuleFor(f => f.To).Custom((to, context) =>
        {
            Check(to, "The last day", context);
            if (context.InstanceToValidate.From.TryGet(out var first) && to.TryGet(out var last) && FigurePeriod.Between(first, last) is null)
            {
                context.AddFailure(last < first ? "The last day must be on or after the first day" : "Choose two years or less");
            }
        }).When(HasDays);
    }

    private static bool HasDays(FiguresForm form) => !form.Clear && (!form.From.IsEmpty || !form.To.IsEmpty);

    private static void Check(DateInput day, string name, ValidationContext<FiguresForm> context)
    {
        if (day.IsEmpty) { context.AddFailure($"Enter {name.ToLower(UkText.Culture)}"); }
        else if (day.Problem(name) is { } problem) { context.AddFailure(problem); }
    }
}
