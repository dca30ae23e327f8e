namespace DcoPortal.Casework.Wishes;

/// <summary>What a service and its provider are called, or were before, by which a family may name them.</summary>
/// <param name="Name">The service's name now.</param>
/// <param name="FormerNames">Its names before, one a line.</param>
/// <param name="Provider">The provider's full name now.</param>
/// <param name="ShortProvider">Its short name now.</param>
/// <param name="FormerProvider">Its names before, one a line.</param>
public sealed record ServiceCalled(string Name, string FormerNames, string Provider, string ShortProvider, string FormerProvider)
{
    /// <summary>As the directory has them.</summary>
    public static ServiceCalled Of(HealthService service, Provider provider) => new(service.Name, service.FormerNames, provider.Name, provider.ShortName, provider.FormerNames);

    /// <summary>Each name of the service.</summary>
    public IEnumerable<string> Names => NamesBefore.Of(FormerNames).Prepend(Name);

    /// <summary>Each full name of the provider; of a former one nobody knows whether it was a short one.</summary>
    public IEnumerable<string> Providers => NamesBefore.Of(FormerProvider).Prepend(Provider);
}
