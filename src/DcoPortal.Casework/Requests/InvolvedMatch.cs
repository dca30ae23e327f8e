namespace DcoPortal.Casework.Requests;

/// <summary>How sure it is that a professional the authority named is this entry of the directory.</summary>
public enum MatchCertainty
{
    /// <summary>The authority picked the entry.</summary>
    Picked,

    /// <summary>The name is the same, and only one entry has it.</summary>
    ByName,

    /// <summary>The person is not in the directory; their service is.</summary>
    ServiceOnly,

    /// <summary>No entry, or more than one.</summary>
    None,
}

/// <summary>The directory's entry for a professional or service that the authority named.</summary>
public sealed record InvolvedMatch(AskTarget? Target, MatchCertainty How)
{
    private static readonly InvolvedMatch Nobody = new(null, MatchCertainty.None);
    private static readonly HashSet<string> Titles = ["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sister", "nurse"];

    /// <summary>Finds it by id, else by name within the service and provider that were given.</summary>
    public static InvolvedMatch Of(InvolvedProfessional named, AskableDirectory directory)
    {
        if (directory.Professional(named.ProfessionalId) is { } picked)
        {
            // a professional who has left cannot be asked: the DCO service chooses another
            return directory.CanBeAsked(AskTarget.Of(picked)) ? new(AskTarget.Of(picked), MatchCertainty.Picked) : Nobody;
        }
        var services = ServicesOf(named, directory);
        if (!string.IsNullOrWhiteSpace(named.Name))
        {
            var key = NameKey(named.Name);
            var same = directory.Professionals.Where(p => NameKey(p.FullName) == key && services(p.ServiceId)).Take(2).ToList();
            if (same.Count == 1) { return new(AskTarget.Of(same[0]), MatchCertainty.ByName); }
        }
        return Service(named, directory, services);
    }

    /// <summary>The words of a name in a fixed order, without titles: "Pritchard, Gwen" equals "Ms Gwen Pritchard".</summary>
    public static string NameKey(string? name) =>
        string.Join(' ', SearchKey.Of(name).Split(' ').Where(w => !Titles.Contains(w)).Order(StringComparer.Ordinal));

    private static InvolvedMatch Service(InvolvedProfessional named, AskableDirectory directory, Func<Guid, bool> services)
    {
        if (named.ServiceId is null && string.IsNullOrWhiteSpace(named.ServiceName)) { return Nobody; }
        var found = directory.Services.Where(s => services(s.Id)).Take(2).ToList();
        if (found.Count != 1 || (named.ServiceId is null && SearchKey.Of(found[0].Name) != SearchKey.Of(named.ServiceName))) { return Nobody; }
        var how = !string.IsNullOrWhiteSpace(named.Name) ? MatchCertainty.ServiceOnly : named.ServiceId is null ? MatchCertainty.ByName : MatchCertainty.Picked;
        return new(AskTarget.Of(found[0]), how);
    }

    /// <summary>The services that fit what the authority gave. A service or provider that the directory does not know narrows nothing.</summary>
    private static Func<Guid, bool> ServicesOf(InvolvedProfessional named, AskableDirectory directory)
    {
        if (named.ServiceId is { } id) { return s => s == id; }
        string service = SearchKey.Of(named.ServiceName), provider = SearchKey.Of(named.ProviderName);
        bool At(HealthService s) => SearchKey.Of(directory.ProviderOf(s).Name) == provider || SearchKey.Of(directory.ProviderOf(s).ShortName) == provider;
        var byProvider = directory.Services.Where(At).ToList();
        if (byProvider.Count == 0) { byProvider = [.. directory.Services]; }
        var byService = byProvider.Where(s => SearchKey.Of(s.Name) == service).ToList();
        var kept = (byService.Count == 0 ? byProvider : byService).Select(s => s.Id).ToHashSet();
        return kept.Contains;
    }
}
