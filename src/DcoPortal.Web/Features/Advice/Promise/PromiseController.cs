using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Promise;

/// <summary>Promises an answer by a day. The due date stays.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class PromiseController(RequestHeadQuery heads, PromiseHandler handler, LateQuery late, LastDoneQuery done) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/promise")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!head.Row.Stage.IsToAnswer()) { return Ended(id); }
        var form = With(new PromiseForm { Why = WhyLateInput.Of(head.Row) }, head);
        if (head.Row.PromisedOn is { } was)
        {
            var offered = form.Choices.FirstOrDefault(c => c.On == was);
            (form.When, form.On) = offered is null ? (PromiseForm.Other, DateInput.From(was)) : (offered.Value, new());
        }
        return View(form);
    }

    /// <summary>Records the promise. The same day again changes nothing.</summary>
    [HttpPost("/advice-requests/{id:guid}/promise")]
    public async Task<IActionResult> Index(Guid id, PromiseForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!head.Row.Stage.IsToAnswer()) { return await this.TooLateAsync(head, late, ct); }
        if (!ModelState.IsValid) { return View(With(form, head)); }
        var on = form.Day()!.Value;
        return await this.AnswerAsync(await handler.HandleAsync(id, on, form.SeenOn(), form.Why.Said(), ct), () => Promised(head, on, form.Why), () => OtherDayAsync(id, form, ct));
    }

    /// <summary>Somebody promised another day meanwhile: the person sees it before it is replaced.</summary>
    private async Task<IActionResult> OtherDayAsync(Guid id, PromiseForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        var last = await done.OfRequestAsync(id, ct, nameof(AnswerPromised));
        form.Seen = null;
        ModelState.Clear();
        ModelState.AddModelError(nameof(form.When), $"Nothing was changed. {UkText.LongDate(head.Row.PromisedOn)} was promised while this page was open ({last?.Words.TrimEnd('.')}). Send yours again to replace it");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", With(form, head));
    }

    private LocalRedirectResult Promised(RequestHead head, DateOnly on, WhyLateInput why)
    {
        // an answer that will be in time has no reason for being late
        if (why.Said() is not null && head.Row.Stage != RequestStage.Reopened && on <= head.Row.DueOn) { TempData.Notice($"With this day the answer is not late, so the reason is not kept{(string.IsNullOrWhiteSpace(why.Note) ? "" : $": “{why.Note.Trim()}”")}."); }
        var name = PromiseWords.DateName(head.Row.Stage, head.Row.Kind);
        if (head.Row.Stage == RequestStage.Reopened) { return this.Success($"Promised for {UkText.LongDate(on)}. The {name} stays {UkText.LongDate(head.Row.AwaitedOn)}{(on > head.Row.AwaitedOn ? ": the answer comes after it" : "")}.", head.Path); }
        return this.Success($"Promised for {UkText.LongDate(on)}. The {name} stays {UkText.LongDate(head.Row.DueOn)}{(head.Row.LapsedOn is not null ? "" : head.Row.DueOn < head.Today ? ": the answer is late already" : on > head.Row.DueOn ? ": the answer will be late" : "")}.", head.Path);
    }

    private IActionResult Ended(Guid id) =>
        this.Notice("This request is not waiting for an answer any more. Nothing was changed.", Addresses.AdviceRequest(id));

    private static PromiseForm With(PromiseForm form, RequestHead head)
    {
        form.Head = head;
        form.Choices = [.. Offered(head.Row, head.Today)];
        return form;
    }

    /// <summary>The due date first, then the last working days within one and two weeks from today; a late request has only the last two.</summary>
    private static IEnumerable<PromiseChoice> Offered(AdviceRequest request, DateOnly today)
    {
        var due = request.AwaitedOn;
        if (due >= today) { yield return new(due, $"By the {PromiseWords.DateName(request.Stage, request.Kind)}, {UkText.WeekdayDate(due)}"); }
        foreach (var weeks in new[] { 1, 2 })
        {
            var on = EnglandBankHolidays.LastWorkingDayOnOrBefore(today.AddDays(7 * weeks));
            if (on != due && on > today) { yield return new(on, $"By {UkText.WeekdayDate(on)}"); }
        }
    }
}
