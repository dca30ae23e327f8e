using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Domain.Directory;

/// <summary>A health service of a provider that can be asked for advice.</summary>
public sealed class HealthService
{
    private string? _distinctName;

    public Guid Id { get; set; }

    /// <summary>The board whose directory it stands in.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The provider.</summary>
    public Guid ProviderId { get; set; }

    /// <summary>The name, such as Paediatric occupational therapy.</summary>
    public required string Name { get; set; }

    /// <summary>
    /// The name wherever it stands without its provider: the name alone, or with provider and town where another service of the board has
    /// the same. Made by <see cref="TellApart"/> in every save that can change it, so that every reader meets the same.
    /// </summary>
    public string DistinctName { get => _distinctName ?? Name; private set => _distinctName = value; }

    /// <summary>What it was called before, one name a line (<see cref="NamesBefore"/>): a family's wish by such a name still counts.</summary>
    public string FormerNames { get; set; } = "";

    /// <summary>The town where the service is based, such as Preston: a trust may have the same service in two towns. Empty while not known.</summary>
    public string Town { get; set; } = "";

    /// <summary>The shared mailbox that requests go to when no professional is named.</summary>
    public required string Inbox { get; set; }

    /// <summary>Youngest age the service advises on, in whole years.</summary>
    public int AgeFrom { get; set; }

    /// <summary>Oldest age the service advises on, in whole years, inclusive.</summary>
    public int AgeTo { get; set; } = 25;

    /// <summary>The primary needs the service usually advises on, as DfE codes between bars (|ASD|SLCN|); empty means all.</summary>
    public string UsualNeeds { get; set; } = "";

    /// <summary>The postcode areas and districts the service covers, between bars (|PR|BB1|); empty means the whole board, or that nobody has said.</summary>
    public string Areas { get; set; } = "";

    /// <summary>The number on which a colleague reaches the service, or null.</summary>
    public string? Phone { get; set; }

    /// <summary>Whether the service may still be asked.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>First day on which the whole service is away, or null (Europe/London).</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>Last day on which the whole service is away, or null (Europe/London).</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>The service that covers while this one is away, or null.</summary>
    public Guid? CoverServiceId { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }

    /// <summary>Whether the whole service is away on a day (Europe/London).</summary>
    public bool IsAwayOn(DateOnly day) => AwayFrom <= day && (AwayUntil is null || AwayUntil >= day);

    /// <summary>Whether the service covers a home, by the home's postcode.</summary>
    public AreaCover Covers(string? postcode) =>
        Areas.Length == 0 || PostcodeDistrict.Of(postcode) is not { } district ? AreaCover.NotSaid
        : Names(district) ? AreaCover.District
        : Names(PostcodeDistrict.AreaOf(district)) ? AreaCover.Area
        : AreaCover.Elsewhere;

    /// <summary>Gives each service of a board the name that tells it from the others, closed ones too: what was once asked of them is still read.</summary>
    /// <param name="ofBoard">All services of one board, each with its provider's short name.</param>
    public static void TellApart(IEnumerable<(HealthService Service, string Provider)> ofBoard)
    {
        foreach (var alike in ofBoard.GroupBy(s => s.Service.Name.Trim(), StringComparer.OrdinalIgnoreCase).Select(g => g.ToList()))
        {
            foreach (var (service, provider) in alike)
            {
                var place = alike.Count(o => string.Equals(o.Provider, provider, StringComparison.OrdinalIgnoreCase)) > 1 && service.Town.Length > 0 ? $"{provider}, {service.Town}" : provider;
                service.DistinctName = alike.Count == 1 ? service.Name : $"{service.Name} ({place})";
            }
        }
    }

    private bool Names(string area) => Areas.Contains($"|{area}|", StringComparison.Ordinal);

    /// <summary>Whether the service usually advises on a child of this age, in whole years, and primary need.</summary>
    public bool UsuallyAdvises(int age, string primaryNeed) =>
        IsActive && age >= AgeFrom && age <= AgeTo
        && (UsualNeeds.Length == 0 || UsualNeeds.Contains($"|{primaryNeed}|", StringComparison.Ordinal));
}
