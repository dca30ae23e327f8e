using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Identifiers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The names of what figures are about: providers, services, authorities and boards in the reader's reach, and the words of the rest.</summary>
public sealed record FigureNames
{
    private static readonly Guid Unknown = Guid.Empty;

    public required IReadOnlyDictionary<Guid, string> Providers { get; init; }
    public required IReadOnlyDictionary<Guid, string> Services { get; init; }
    public required IReadOnlyDictionary<Guid, Guid> ProviderOf { get; init; }
    public required IReadOnlyDictionary<Guid, string> Authorities { get; init; }
    public required IReadOnlyDictionary<Guid, string> Boards { get; init; }

    /// <summary>The name of a row of a cut.</summary>
    public string Of(FigureCut cut, string key) => cut switch
    {
        FigureCut.Provider => Name(Providers, key),
        FigureCut.Service => Name(Services, key),
        FigureCut.Authority => Name(Authorities, key),
        FigureCut.Board => Name(Boards, key),
        _ => FigureWords.RowName(cut, key),
    };

    /// <summary>The name of a row that is several together.</summary>
    public string Of(FigureCut cut, IReadOnlyList<string> keys)
    {
        if (keys is [var one]) { return Of(cut, one); }
        if (cut == FigureCut.Service && keys.Select(k => ProviderOf.GetValueOrDefault(Guid.TryParse(k, out var id) ? id : Unknown)).Distinct().ToList() is [var provider]) { return $"{keys.Count} services of {Name(Providers, $"{provider}")}, together"; }
        return keys.Count <= 3 ? $"{string.Join(", ", keys.Select(k => Of(cut, k)).SkipLast(1))} and {Of(cut, keys[^1])}, together" : $"{keys.Count} others, together";
    }

    /// <summary>What filters narrow to, in words; empty for none.</summary>
    public string Of(FigureFilters f) => string.Join(", ", new[]
    {
        f.Authority is { } a ? Name(Authorities, $"{a}") : null,
        f.Board is { } b ? Name(Boards, $"{b}") : null,
        f.Provider is { } p ? Name(Providers, $"{p}") : null,
        f.Service is { } s ? Name(Services, $"{s}") : null,
        f.Need is { } need ? $"primary need: {FigureWords.RowName(FigureCut.Need, need).ToLower(UkText.Culture)}" : null,
        f.Age is { } age ? $"age: {FigureWords.RowName(FigureCut.Age, age).ToLower(UkText.Culture)}" : null,
        f.Route is { } route ? $"began by: {FigureWords.RowName(FigureCut.Route, route).ToLower(UkText.Culture)}" : null,
    }.OfType<string>());

    internal static IReadOnlyList<SelectListItem> Items(IReadOnlyDictionary<Guid, string> names, Guid? chosen) => [.. names.Select(n => new SelectListItem(n.Value, n.Key.ToString(), n.Key == chosen))];

    internal static IReadOnlyList<SelectListItem> Items(FigureCut cut, string? chosen) =>
        [.. (cut switch
        {
            FigureCut.Need => PrimaryNeeds.All.Select(n => n.Code),
            FigureCut.Age => Enum.GetNames<AgeGroup>(),
            _ => OriginRoutes.OfAssessments.Select(r => $"{r}"),
        }).Append(FigureFilters.None).Select(key => new SelectListItem(FigureWords.RowName(cut, key), key, key == chosen))];

    private static string Name(IReadOnlyDictionary<Guid, string> names, string key) =>
        names.GetValueOrDefault(Guid.TryParse(key, out var id) ? id : Unknown, "No longer in the directory");
}

/// <summary>Reads the names in the person's reach.</summary>
public sealed class FigureNamesQuery(PortalDb db, CurrentPerson person)
{
    public async Task<FigureNames> ReadAsync(CancellationToken ct)
    {
        var scope = person.Scope;
        var own = scope.Kind == ScopeKind.LocalAuthority ? scope.LocalAuthorityId : (Guid?)null;
        var icbs = scope.DirectoryIcbIds;
        var providers = await db.Providers.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name, p.ShortName }).ToListAsync(ct);
        var shortNames = providers.ToDictionary(p => p.Id, p => p.ShortName);
        var services = await db.Services.AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new { s.Id, s.Name, s.Town, s.ProviderId }).ToListAsync(ct);
        return new()
        {
            Providers = providers.ToDictionary(p => p.Id, p => p.Name),
            // several providers have a service of the same name, and one may have it in two towns
            Services = services.ToDictionary(s => s.Id, s => $"{s.Name}, {ServicePlace.Of(shortNames.GetValueOrDefault(s.ProviderId, ""), s.Town)}"),
            ProviderOf = services.ToDictionary(s => s.Id, s => s.ProviderId),
            Authorities = await db.LocalAuthorities.AsNoTracking().Where(l => own != null ? l.Id == own : db.IcbCoverages.Any(c => icbs.Contains(c.IcbId) && c.LocalAuthorityId == l.Id))
                .OrderBy(l => l.Name).ThenBy(l => l.Id).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, ct),
            Boards = await db.Icbs.AsNoTracking().Where(i => icbs.Contains(i.Id)).OrderBy(i => i.Name).ThenBy(i => i.Id).Select(i => new { i.Id, i.Name }).ToDictionaryAsync(i => i.Id, i => i.Name, ct),
        };
    }
}
