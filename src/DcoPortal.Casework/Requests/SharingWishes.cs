namespace DcoPortal.Casework.Requests;

/// <summary>Whether the family's "do not share with" may mean a target. It marks too many rather than too few: a tick overrules it.</summary>
public static class SharingWishes
{
    private static readonly HashSet<string> Common =
    [
        "and", "for", "the", "with", "service", "services", "team", "community", "health", "care", "nhs", "children", "childrens", "child", "young", "people",
        "adult", "adolescent", "paediatric", "specialist", "clinic", "hospital", "hospitals", "therapy", "language", "east", "west", "north", "south", "central", "school",
    ];

    /// <summary>Whether the family names the target, or its cover of today: by person, by service or by provider.</summary>
    public static bool MayMean(string? doNotShareWith, AskTarget target, AskableDirectory directory, DateOnly today)
    {
        var text = $" {SearchKey.Of(doNotShareWith)} ";
        if (string.IsNullOrWhiteSpace(text) || directory.Service(target.ServiceId) is not { } service) { return false; }
        return NamesService(text, service, directory) || NamesPerson(text, directory.Professional(target.ProfessionalId))
            || MayMeanCover(doNotShareWith, target, directory.DeliveryFor(target, today), directory);
    }

    /// <summary>Whether the family names a person.</summary>
    public static bool MayMeanPerson(string? doNotShareWith, Professional person) => NamesPerson($" {SearchKey.Of(doNotShareWith)} ", person);

    /// <summary>
    /// Whether the family names the cover who would get the request: the colleague, the covering service or its provider,
    /// or, where the whole service may take it, any professional who works there.
    /// </summary>
    public static bool MayMeanCover(string? doNotShareWith, AskTarget target, Delivery delivery, AskableDirectory directory)
    {
        var text = $" {SearchKey.Of(doNotShareWith)} ";
        if (string.IsNullOrWhiteSpace(text) || !delivery.HolderIsAway) { return false; }
        if (delivery.CoverService is { } covering) { return NamesService(text, covering, directory) || directory.PeopleOf(covering.Id).Any(p => NamesPerson(text, p)); }
        return delivery.Cover is { } colleague ? NamesPerson(text, colleague) : directory.PeopleOf(target.ServiceId).Any(p => p.Id != target.ProfessionalId && NamesPerson(text, p));
    }

    private static bool NamesPerson(string text, Professional? person)
    {
        // the surname is enough: families write "Dr Shaw"
        var words = SearchKey.Of(person?.FullName).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Has(text, words[^1]);
    }

    private static bool NamesService(string text, HealthService service, AskableDirectory directory) =>
        Has(text, service.Name) || Has(text, directory.ProviderOf(service).Name) || Has(text, directory.ProviderOf(service).ShortName) || SearchKey.Of(service.Name).Split(' ').Any(w => w.Length >= 4 && !Common.Contains(w) && Has(text, w));

    private static bool Has(string text, string words) => SearchKey.Of(words) is { Length: >= 2 } key && text.Contains($" {key} ", StringComparison.Ordinal);
}
