namespace DcoPortal.Web.Features.Clock.WhatIf;

/// <summary>Shows the deadlines that follow from typed days, for anyone signed in. No case is stored.</summary>
[Area("Clock")]
public sealed class WhatIfController(WhatIfQuery query) : Controller
{
    /// <summary>The page. Its address holds everything: days and codes.</summary>
    [HttpGet("/clock"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new WhatIfView(new WhatIfForm(Request.Query), await query.RunAsync(new WhatIfForm(Request.Query), ModelState, ct)));
}

/// <summary>The question and its deadlines.</summary>
public sealed record WhatIfView(WhatIfForm Form, WhatIfPage Page);
