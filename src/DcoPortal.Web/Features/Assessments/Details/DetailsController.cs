using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>One assessment: its clock, its requests, whose move it is.</summary>
[Area("Assessments")]
public sealed class DetailsController(DetailsQuery query, ForecastQuery forecast) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/assessments/{reference}"), Allow(Permission.ViewAssessments)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await query.ForAsync(reference, ct) is { } model
            ? View(model with { Forecast = await forecast.ForAsync(model.Assessment, model.Requests, ct) })
            : NotFound();
}
