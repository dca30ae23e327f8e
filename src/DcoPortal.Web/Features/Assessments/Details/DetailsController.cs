using DcoPortal.Domain.Access;
using DcoPortal.Web.Features.Advice.NoAdvice;
using DcoPortal.Web.Features.Questions.Shared;
using DcoPortal.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>One assessment: its clock, its requests, whose move it is.</summary>
[Area("Assessments")]
public sealed class DetailsController(DetailsQuery query, ForecastQuery forecast, OpenQuestionsQuery questions, AllNilQuery allNil, CurrentPerson person) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/assessments/{reference}"), Allow(Permission.ViewAssessments)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await query.ForAsync(reference, ct) is { } model
            ? View(model with
            {
                Forecast = await forecast.ForAsync(model.Assessment, model.Requests, ct),
                OpenQuestions = await questions.CountAsync(model.Keys.AssessmentId, ct),
                // an authority reads the decision, and not what answers say before they are returned
                AllNil = person.May(Permission.CheckAdvice) ? await allNil.StandingAsync(model.Assessment, ct) : AllNilQuery.Of(model.Assessment),
            })
            : NotFound();
}
