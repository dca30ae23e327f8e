namespace DcoPortal.Casework.Requests;

/// <summary>The name on a record of what was done for a service: the service's own person, or the DCO service's person with the service's name.</summary>
internal static class RecordedFor
{
    private const int NameLength = 90;

    /// <summary>The service when the DCO service records for it; null when the service acts itself.</summary>
    public static string? Service(CurrentPerson person, string serviceName) => person.Scope.Kind == ScopeKind.DcoService ? serviceName : null;

    /// <summary>The person, or the person and the service they recorded it for, short enough for the column.</summary>
    public static string NameOf(CurrentPerson person, string serviceName) =>
        Service(person, serviceName) is { } service ? $"{Short(person.Actor.Name)}, recorded for {Short(service)}" : person.Actor.Name;

    private static string Short(string name) => name.Length <= NameLength ? name : name[..NameLength];
}
