using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The addresses of the lists behind figures.</summary>
internal static class FigureLinks
{
    /// <summary>Requests of one outcome, or all that fell due; perhaps one part of them.</summary>
    public static string List(FigurePeriod period, AdviceOutcome? outcome, FigureFilters filters, (string Key, string Value) part = default) => Addresses.AdviceRequests + QueryString.Create(
        new KeyValuePair<string, string?>[] { new("due", period.Word), new("outcome", outcome?.ToString()), new(part.Key ?? "", part.Value) }
            .Concat(FigureChoice.Words(filters)).Where(w => w.Key.Length > 0 && w.Value is not null));

    /// <summary>Requests that were not in time, perhaps of one cause.</summary>
    public static string Missed(FigurePeriod period, FigureFilters filters, DelayCause? cause = null) => List(period, null, filters, cause is { } one ? ("days", $"{one}") : ("missed", "true"));

    /// <summary>Requests that were not in time for one reason, or without one.</summary>
    public static string Missed(FigurePeriod period, FigureFilters filters, LateReason? reason) => List(period, null, filters, ("why", reason?.ToString() ?? LateReasons.None));

    /// <summary>Assessments whose plan a figure counts.</summary>
    public static string Plans(FigurePeriod period, PlanPart part, FigureFilters filters) =>
        Addresses.Assessments + QueryString.Create(Words(new() { Period = period, Part = part, Of = filters }));

    /// <summary>The same as words of an address.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Words(PlanList? list) =>
        list is null ? [] : [new("plans", list.Period.Word), new("part", $"{list.Part}"), .. FigureChoice.Words(list.Of)];
}
