using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notes;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Ties;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>One assessment: its clock, its requests, who acts next.</summary>
[Area("Assessments")]
public sealed class DetailsController(DetailsQuery query, ForecastQuery forecast, OpenQuestionsQuery questions, AllNilStandingQuery allNil, LackingAdviceQuery lacking, CaseOwnerName owner, NotesQuery notes, TiesQuery ties, LinkedWishesQuery wishes, OtherAuthorityQuery elsewhere, MeantReadersQuery readers, TransfersQuery transfers, EarlierRecords earlier, CurrentPerson person) : Controller
{
    private const int NotesShown = 3;

    /// <summary>The page.</summary>
    [HttpGet("/assessments/{reference}"), Allow(Permission.ViewAssessments)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } model) { return NotFound(); }
        var moves = await transfers.OfAsync(model.Keys, ct);
        return View(model with
        {
            Forecast = await forecast.ForAsync(model, ct),
            Notes = person.May(Permission.KeepNotes) ? await notes.OfAsync(model.Keys.AssessmentId, 0, NotesShown, ct) : null,
            Transfers = moves,
            StillAnswered = moves.Here is null ? [] : await earlier.StillAnsweredAsync(model.Keys.AssessmentId, ct),
            Ties = await ties.OfAsync(model.Assessment, ct),
            LinkedWishes = await wishes.OfAsync(model.Assessment, ct),
            Elsewhere = [.. (await elsewhere.OfAsync([model.Assessment], ct))[model.Keys.AssessmentId]],
            Meant = [.. (await readers.OfAsync(model.Assessment.Family.DoNotShareWith, model.Keys, ct)).Where(m => m.IsOfAuthority || person.Scope.Kind == ScopeKind.DcoService)],
            Lacking = model.Assessment.PlanOn is not null ? await lacking.OfAsync(model.Keys.AssessmentId, ct) : PlanLacks.Nothing,
            Owner = await owner.OfAsync(model.Assessment, ct),
            OpenQuestions = await questions.CountAsync(model.Keys.AssessmentId, ct),
            // an authority reads the DCO's decision, but not the services' answers before they are returned
            AllNil = person.May(Permission.CheckAdvice) ? await allNil.StandingAsync(model.Assessment, ct) : await allNil.OfAsync(model.Assessment, ct),
        });
    }
}
