using System.Security.Claims;

namespace DcoPortal.Web.Platform.SignIn;

/// <summary>The person of the web request, from its cookie.</summary>
internal sealed class RequestPerson(IHttpContextAccessor http) : IPersonSource
{
    public bool IsRequest => http.HttpContext is not null;

    public ClaimsPrincipal? Person => http.HttpContext?.User;
}
