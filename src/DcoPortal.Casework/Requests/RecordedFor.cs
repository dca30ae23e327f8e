namespace DcoPortal.Casework.Requests;

/// <summary>How a record names who did something for a service: its own people by name, the DCO service as whom it recorded for.</summary>
internal static class RecordedFor
{
    private const int NameLength = 90;

    /// <summary>The service when the DCO service records for it; null when the service acts itself.</summary>
    public static string? Service(CurrentPerson person, string serviceName) => person.Scope.Kind == ScopeKind.DcoService ? serviceName : null;

    /// <summary>The person, or the person and for whom they recorded it: fits the column.</summary>
    public static string NameOf(CurrentPerson person, string serviceName) =>
        Service(person, serviceName) is { } service ? $"{Short(person.Actor.Name)}, recorded for {Short(service)}" : person.Actor.Name;

    private static string Short(string name) => name.Length <= NameLength ? name : name[..NameLength];
}
