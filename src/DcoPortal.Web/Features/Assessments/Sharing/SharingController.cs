using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.Sharing;

/// <summary>Records what a family wishes about sharing information, on any day.</summary>
[Area("Assessments"), Allow(Permission.CorrectDetails), WhileItIsHere]
public sealed class SharingController(SharingQuery query, ChangeSharingHandler handler, CurrentPerson person, UkClock clock) : Controller
{
    /// <summary>The wish as it stands.</summary>
    [HttpGet("/assessments/{reference}/sharing")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) => await query.ForAsync(reference, ct) is { } facts
        ? View(new SharingForm { Facts = facts, Version = facts.Version, Sharing = facts.Wish.Agreement, DoNotShareWith = facts.Wish.DoNotShareWith, Consent = facts.Wish.Consent, SaidOn = DateInput.From(clock.Today) })
        : NotFound();

    /// <summary>Records the wish, which takes effect at once.</summary>
    [HttpPost("/assessments/{reference}/sharing")]
    public async Task<IActionResult> Index(string reference, SharingForm form, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        form.Facts = facts;
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(form.ToRecord(), ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(outcome.Of.Field ?? "", rule);
            return View(form);
        }
        return this.Answer(outcome.Of, () => this.Success($"The family’s wish is recorded.{Doubtful(outcome.Value)}", Addresses.Assessment(facts.Keys.Reference)));
    }

    private string Doubtful(int requests) => requests == 0 ? ""
        : person.May(Permission.ChaseAdvice) ? $" Look at {UkText.Count(requests, "open request")} below that it may mean: stop or keep each."
        : $" {UkText.Count(requests, "open request")} may go to somebody they exclude: the DCO service is asked to stop or keep {(requests == 1 ? "it" : "each")}.";
}
