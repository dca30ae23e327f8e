using System.Security.Claims;

namespace DcoPortal.Casework.Access;

/// <summary>Says who is signed in. The web answers for its requests; background work, commands and the demo are outside any.</summary>
public interface IPersonSource
{
    /// <summary>Whether a web request is running, whose person cannot be replaced.</summary>
    bool IsRequest { get; }

    /// <summary>The person of the request, or null outside one.</summary>
    ClaimsPrincipal? Person { get; }
}
