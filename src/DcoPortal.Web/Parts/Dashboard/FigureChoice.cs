using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Which figures a person looks at.</summary>
public sealed record FigureChoice
{
    /// <summary>The period, or null for the usual one.</summary>
    public FigurePeriod? Period { get; init; }

    /// <summary>By what they are split.</summary>
    public FigureCut Cut { get; init; }

    /// <summary>What they are about.</summary>
    public FigureFilters Filters { get; init; } = new();

    /// <summary>Whether the rows of a cut begin with the most that was not in time, and not with the least share in time.</summary>
    public bool ByCount { get; init; }

    /// <summary>Whether the trend shows 8 quarters, not 13 months.</summary>
    public bool Quarters { get; init; }

    /// <summary>The words of an address for these figures, which a list behind one of them takes too.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Words(FigureFilters filters) => new Dictionary<string, string?>
    {
        ["authority"] = filters.Authority?.ToString(),
        ["provider"] = filters.Provider?.ToString(),
        ["service"] = filters.Service?.ToString(),
        ["board"] = filters.Board?.ToString(),
        ["need"] = filters.Need,
        ["age"] = filters.Age,
        ["route"] = filters.Route,
    }.Where(w => w.Value is not null);

    /// <summary>What the words of an address narrow figures to.</summary>
    public static FigureFilters FiltersOf(IQueryCollection query)
    {
        Guid? Id(string name) => Guid.TryParse(query[name], out var id) ? id : null;
        string? Text(string name) => query[name].ToString() is { Length: > 0 and <= 40 } text ? text : null;
        return new() { Authority = Id("authority"), Provider = Id("provider"), Service = Id("service"), Board = Id("board"), Need = Text("need"), Age = Text("age"), Route = Text("route") };
    }

    /// <summary>The address of a page with these figures.</summary>
    public string Address(string path) => path + QueryString.Create(Words(Filters)
        .Prepend(new("by", Cut.Word())).Prepend(new("period", Period?.Word)).Append(new("trend", Quarters ? "quarters" : null)).Append(new("order", ByCount ? "count" : null)).Where(w => w.Value is not null));
}
