using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Reads the page of figures for its reader: in their reach, or for a board member without any number that could name a child.</summary>
public sealed class FiguresQuery(PortalDbFactory dbs, FigureCounting counting, FigureNamesQuery naming, CurrentPerson person, UkClock clock)
{
    private const int DaysBeforeAQuarterSaysAnything = 14;

    /// <summary>The period that a person sees first: of a board member the last quarter that has ended; of others this quarter, once it says anything.</summary>
    public FigurePeriod UsualPeriod
    {
        get
        {
            var quarter = FigurePeriod.QuarterOf(clock.Today);
            return IsBoard || clock.Today.DayNumber - quarter.From.DayNumber < DaysBeforeAQuarterSaysAnything ? quarter.Before : quarter;
        }
    }

    private bool IsBoard => person.Scope.Kind == ScopeKind.FiguresOnly;

    /// <summary>The page.</summary>
    public async Task<FiguresModel> ForAsync(FigureChoice choice, CancellationToken ct)
    {
        choice = Allowed(choice);
        var today = clock.Today;
        var counts = IsBoard
            ? await BoardMemberFigures.FiguresAsync(dbs, person.Scope, c => FigureCounts.ReadAsync(c, choice, isBoard: true, today, ct))
            : await FigureCounts.ReadAsync(counting, choice, isBoard: false, today, ct);
        var names = await naming.ReadAsync(ct);
        return new FiguresBuilder(choice, counts, names, new(IsBoard, person.May(Permission.ViewAdviceRequests), person.May(Permission.ViewAssessments), person.Scope.Kind is ScopeKind.FiguresOnly or ScopeKind.DcoService), today).Build() with
        {
            About = About(choice.Filters, names),
            MayReport = person.May(Permission.ReportFigures) && counts.Reported is null && !choice.Filters.Any && counts.Period.Kind != PeriodKind.Free && counts.Period.HasEnded(today),
            PeriodWord = choice.Period!.Word,
            From = DateInput.From(choice.Period.Kind == PeriodKind.Free ? choice.Period.From : null),
            To = DateInput.From(choice.Period.Kind == PeriodKind.Free ? choice.Period.To : null),
            Periods = FigureChoices.Periods(choice.Period, today, isBoard: IsBoard),
            Authorities = FigureNames.Items(names.Authorities, choice.Filters.Authority),
            Providers = FigureNames.Items(names.Providers, choice.Filters.Provider),
            Services = FigureNames.Items(names.Services, choice.Filters.Service),
            Needs = FigureNames.Items(FigureCut.Need, choice.Filters.Need),
            Ages = FigureNames.Items(FigureCut.Age, choice.Filters.Age),
            Routes = FigureNames.Items(FigureCut.Route, choice.Filters.Route),
        };
    }

    // two views that differ by one day or one filter would reveal what either leaves out, so a board member has months, quarters and years of the whole board
    private FigureChoice Allowed(FigureChoice choice)
    {
        var period = choice.Period ?? UsualPeriod;
        return !IsBoard ? choice with { Period = period } : choice with { Period = FigureChoices.IsForBoard(period, clock.Today) ? period : UsualPeriod, Filters = new() };
    }

    private string About(FigureFilters filters, FigureNames names)
    {
        var whole = person.Scope.Kind is ScopeKind.LocalAuthority or ScopeKind.HealthService || names.Boards.Count != 1 ? person.Actor.Organisation : names.Boards.Values.Single();
        return filters.Any ? $"{whole}: {names.Of(filters)}" : $"{whole}, all services";
    }
}
