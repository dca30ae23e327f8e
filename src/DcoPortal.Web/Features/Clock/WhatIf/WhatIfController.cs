namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>Dates in, deadlines out, for anyone signed in. No case is stored.</summary>
[Area("Clock")]
public sealed class WhatIfController(WhatIfQuery query) : Controller
{
    /// <summary>The page. Everything it needs stands in the address: days and codes.</summary>
    [HttpGet("/clock"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new WhatIfView(new WhatIfForm(Request.Query), await query.RunAsync(new WhatIfForm(Request.Query), ModelState, ct)));
}

/// <summary>What was asked and what comes of it.</summary>
public sealed record WhatIfView(WhatIfForm Form, WhatIfPage Page);
