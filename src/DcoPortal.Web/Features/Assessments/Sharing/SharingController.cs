using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.Sharing;

/// <summary>Records what a family wishes about sharing information, on any day.</summary>
[Area("Assessments"), Allow(Permission.CorrectDetails), WhileItIsHere]
public sealed class SharingController(SharingQuery query, ChangeSharingHandler handler, MeantReadersQuery readers, CurrentPerson person, UkClock clock) : Controller
{
    /// <summary>The wish as it stands.</summary>
    [HttpGet("/assessments/{reference}/sharing")]
    public async Task<IActionResult> Index(string reference, [FromQuery(Name = "as")] string? linked, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        var form = new SharingForm { Facts = facts, Version = facts.Version, Sharing = facts.Wish.Agreement, DoNotShareWith = facts.Wish.DoNotShareWith, Consent = facts.Wish.Consent, SaidOn = DateInput.From(clock.Today) };
        if (linked is null || await query.OfLinkedAsync(facts, linked, ct) is not { } wish) { return View(form); }
        // whoever is excluded here stays excluded: the person sees both and decides
        var both = facts.Wish.With(wish);
        (form.Sharing, form.DoNotShareWith, form.Consent, form.SaidBy) = (both.Agreement, both.DoNotShareWith, both.Consent, wish.SaidBy);
        if (wish.SaidOn is { } on) { form.SaidOn = DateInput.From(on); }
        return View(form);
    }

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
        var now = await query.ForAsync(reference, ct);
        var meant = await readers.OfAsync(form.DoNotShareWith, facts.Keys, ct);
        return this.Answer(outcome.Of, () =>
        {
            if (meant.Count > 0) { TempData.Notice($"It may mean {string.Join("; ", meant.Select(m => $"{m.Name}, who {m.Sees}"))}. The portal cannot keep {(meant.Count == 1 ? "this person" : "them")} out: {WhatToDo(meant)}."); }
            return this.Success($"The family’s wish is recorded.{(outcome.Value is { } changed ? Doubtful(changed) : "")}{Linked(now!.Linked)}", Addresses.Assessment(facts.Keys.Reference));
        });
    }

    private string WhatToDo(IReadOnlyList<MeantReader> meant) => string.Join(", and ", new[]
    {
        meant.Any(m => m.IsOfAuthority == person.Scope.Kind is ScopeKind.LocalAuthority) ? "agree who works on the case" : null,
        meant.Any(m => m.IsOfAuthority) && person.Scope.Kind != ScopeKind.LocalAuthority ? "ring the authority, which reads this on the case too" : null,
        meant.Any(m => !m.IsOfAuthority) && person.Scope.Kind == ScopeKind.LocalAuthority ? "ring the DCO service, which reads this on the case too" : null,
    }.OfType<string>());

    private static string Linked(IReadOnlyList<LinkedWish> others) => others.Count == 0 ? ""
        : $" {string.Join(" and ", others.Select(o => o.Reference))}, {(others.Count == 1 ? "another case" : "other cases")} of the same child, {(others.Count == 1 ? "has" : "have")} another wish: record it there too if it counts there.";

    private string Doubtful(DoubtfulRequests requests) =>
        ToDecide(requests.Open, "open request", "may go to somebody they exclude")
        + ToDecide(requests.Returned, "answered request", requests.Returned == 1 ? "is still seen by somebody they may exclude" : "are still seen by somebody they may exclude")
        + (requests.ToAskAgain == 0 ? "" : $" {UkText.Count(requests.ToAskAgain, "request")} stopped for the wish before: the case is in triage, where the DCO service asks again.")
        + (requests.NamedAgain == 0 ? "" : $" {UkText.Count(requests.NamedAgain, "professional")} named and not asked for the wish before: the case is in triage, where the DCO service asks, or says why not.")
        + (requests.SeenAgain == 0 ? "" : $" {UkText.Count(requests.SeenAgain, "answered request")} hidden for the wish before: {(requests.SeenAgain == 1 ? "its service sees it" : "their services see them")} again.")
        + (requests.MoreToAskAgain == 0 ? "" : $" A new version or an addendum had been asked for {(requests.MoreToAskAgain == 1 ? "there" : $"in {requests.MoreToAskAgain} of them")} and was stopped: the case is in triage, where the DCO service asks again.");

    private string ToDecide(int requests, string what, string why) => requests == 0 ? ""
        : person.May(Permission.ChaseAdvice) ? $" Look at {UkText.Count(requests, what)} below that it may mean: stop or keep each."
        : $" {UkText.Count(requests, what)} {why}: the DCO service is asked to stop or keep {(requests == 1 ? "it" : "each")}.";
}
