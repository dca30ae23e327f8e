using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Platform.SignIn;

/// <summary>The permission that an action needs. Every action has this or [AllowAnonymous], which a test checks.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The permission.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>Whether a person who has not set up two-factor sign-in may open the page: only the pages that set it up.</summary>
    public bool BeforeTwoFactor { get; init; }

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Rules of sign-in that differ between the demo and real use.</summary>
public sealed class AccessOptions
{
    /// <summary>Whether everyone needs an authenticator code. On, except in demo mode.</summary>
    public bool RequireTwoFactor { get; set; } = true;

    /// <summary>Minutes without a request after which a person is signed out.</summary>
    public int IdleMinutes { get; set; } = 30;
}

internal sealed class AllowHandler(IOptions<AccessOptions> options) : AuthorizationHandler<AllowAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowAttribute requirement)
    {
        var role = context.User.FindFirstValue(PortalClaims.Role);
        if (context.User.Identity?.IsAuthenticated == true && Enum.TryParse<Role>(role, out var parsed) && parsed.Allows(requirement.Permission)
            && (requirement.BeforeTwoFactor || !options.Value.RequireTwoFactor || context.User.HasTwoFactor()))
        {
            context.Succeed(requirement);
        }
        return Task.CompletedTask;
    }
}

internal static class TwoFactorClaim
{
    /// <summary>Whether this sign-in used a second factor.</summary>
    public static bool HasTwoFactor(this ClaimsPrincipal person) => person.HasClaim("amr", "mfa");
}
