using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The rows of a cut: the least in time first, or the most that was not.</summary>
internal sealed class FigureTable(FigureChoice choice, FigureCounts counts, FigureNames names, FigureReader reader, FigureSights sights)
{
    private const int MostNamed = 3;
    private readonly CutSight? _sight = sights.Cut(choice.Cut, names);

    /// <summary>Whether the rows have each outcome.</summary>
    public bool HasOutcomes => _sight?.HasOutcomes ?? false;

    /// <summary>Why there are no rows, or null.</summary>
    public string? Why => _sight is not null ? null
        : reader.IsBoard && counts.Period.Kind != PeriodKind.Quarter ? "Figures by provider and the like are shown for quarters alone, because the difference of two periods could point to a child. Choose a quarter."
        : "There is too little to show in this way without a child being recognised.";

    public IReadOnlyList<FigureTableRow>? Rows() => _sight is null ? null
        : [.. Grouped(choice.Cut, _sight).OrderByDescending(r => choice.ByCount ? r.Counts[SmallNumbers.Missed] : 0).ThenBy(r => r.Share.Percent ?? 101).ThenByDescending(r => r.Share.Whole).ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => new FigureTableRow(r.Keys, r.Name, r.Share.Percent, r.Share.TextOf, [.. Columns(r.Keys, r.Name, r.Counts)]))];

    /// <summary>The services, or where these are too small the providers, with the most that was not in time.</summary>
    public IReadOnlyList<MostMissed> Most()
    {
        if (choice.Filters.Service is not null) { return []; }
        return Most(FigureCut.Service) is { Count: > 1 } services ? services : choice.Filters.Provider is null && Most(FigureCut.Provider) is { Count: > 0 } providers ? providers : [];
    }

    private IReadOnlyList<MostMissed> Most(FigureCut cut)
    {
        if (sights.Cut(cut, names) is not { } sight) { return []; }
        var rows = Grouped(cut, sight).ToList();
        return rows.Count < 2 ? [] : [.. rows.Where(r => r.Keys.Count == 1 && r.Counts[SmallNumbers.Missed] > 0).OrderByDescending(r => r.Counts[SmallNumbers.Missed]).ThenBy(r => r.Share.Whole).ThenBy(r => r.Name, StringComparer.Ordinal).Take(MostNamed)
            .Select(r => new MostMissed(r.Name, Figure(r.Counts[SmallNumbers.Missed], FigureLinks.Missed(counts.Period, choice.Filters.With(cut, r.Keys[0])), $"not in time at {r.Name}"),
                Figure(r.Share.Whole, null, "")))];
    }

    private IEnumerable<(IReadOnlyList<string> Keys, string Name, IReadOnlyDictionary<string, int> Counts, FigureShare Share)> Grouped(FigureCut cut, CutSight sight)
    {
        var cells = counts.Data.Cuts[cut].ToLookup(c => c.Key);
        return from keys in sight.Groups
               let row = SmallNumbers.Row(keys.SelectMany(k => cells[k]))
               select (keys, names.Of(cut, keys), row, FigureShare.Of(row, mayBeSeen: true));
    }

    private IEnumerable<FigureText> Columns(IReadOnlyList<string> keys, string name, IReadOnlyDictionary<string, int> row)
    {
        var filters = keys is [var key] ? choice.Filters.With(choice.Cut, key) : null;
        FigureText Of(string column, string? href, string what) => Figure(row[column], href, $"{name}, {what}");
        if (!HasOutcomes) { return [Of(nameof(AdviceOutcome.InTime), null, "in time"), Of(SmallNumbers.Missed, null, "not in time")]; }
        return AdviceOutcomes.Counted.Select(o => Of($"{o}", filters is null ? null : FigureLinks.List(counts.Period, o, filters), o.Label()))
            .Prepend(Of(SmallNumbers.Total, filters is null ? null : FigureLinks.List(counts.Period, null, filters), "all that fell due"));
    }

    private FigureText Figure(int count, string? href, string what) => new(FigureShare.Number(count), reader.OpensRequests && count > 0 ? href : null, what) { Number = count };
}
