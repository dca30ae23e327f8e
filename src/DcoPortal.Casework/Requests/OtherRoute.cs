namespace DcoPortal.Casework.Requests;

/// <summary>How an answer reached the DCO service, when the DCO service records it for the service that gave it.</summary>
/// <param name="By">The route.</param>
/// <param name="From">Whose answer it is.</param>
/// <param name="ReachedOn">The day on which the authority had it already; null where it gets it from here (Europe/London).</param>
public sealed record OtherRoute(string By, string From, DateOnly? ReachedOn = null)
{
    /// <summary>The routes offered.</summary>
    public static IReadOnlyList<string> Routes { get; } = ["email", "phone", "post", "another system"];

    /// <summary>The longest name of a sender, in characters.</summary>
    public const int FromLength = 100;

    /// <summary>The submitter's name in the record: the person, or the person and the sender whose answer they recorded.</summary>
    public static string NameOf(Actor actor, OtherRoute? route) =>
        route is null ? actor.Name : $"{Short(actor.Name)}, received by {route.By} from {route.From.Trim()}";

    private static string Short(string name) => name.Length <= 60 ? name : name[..60];
}
