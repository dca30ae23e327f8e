namespace DcoPortal.Web.Platform.Ui;

/// <summary>One link of the service navigation.</summary>
/// <param name="Text">What the user reads.</param>
/// <param name="Href">A path within the portal, for example "/triage".</param>
/// <param name="Permission">The permission that the page asks for, for the service that filters the list; null means everyone.</param>
public sealed record NavItem(string Text, string Href, string? Permission = null);

/// <summary>Says which links a person gets; the pages register the real one.</summary>
public interface INavigation
{
    /// <summary>The links for the person of this request, in order; empty when nobody is signed in.</summary>
    IReadOnlyList<NavItem> Items(HttpContext context);

    /// <summary>What the person of this request may search for, in a few words; null for who may not search.</summary>
    string? MaySearchFor(HttpContext context) => null;
}

/// <summary>Used until the pages register theirs: no links.</summary>
internal sealed class NoNavigation : INavigation
{
    public IReadOnlyList<NavItem> Items(HttpContext context) => [];
}
