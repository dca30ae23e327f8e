using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Home: what needs me today, most urgent first.</summary>
[Area("Home")]
public sealed class WorklistController : Controller
{
    /// <summary>The worklist of the person's role.</summary>
    [HttpGet("/"), Allow(Permission.UsePortal)]
    public IActionResult Index() => View();
}
