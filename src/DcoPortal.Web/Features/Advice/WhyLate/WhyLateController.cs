using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.WhyLate;

/// <summary>Records or corrects why an answer is late, also after it was returned or closed.</summary>
[Area("Advice"), Allow(Permission.ChaseAdvice)]
public sealed class WhyLateController(RequestHeadQuery heads, SayWhyLateHandler handler, LastDoneQuery done) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/why-late")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.IsOrWillBeLate(head.Today) ? View(new WhyLateForm { Head = head, Why = WhyLateInput.Of(head.Row), Seen = head.Row.LateReason }) : this.Notice(SayWhyLateHandler.NotLate, head.Path);
    }

    /// <summary>Records it. The same again changes nothing.</summary>
    [HttpPost("/advice-requests/{id:guid}/why-late")]
    public async Task<IActionResult> Index(Guid id, WhyLateForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        if (!ModelState.IsValid) { return View(form); }
        var why = form.Why.Said()!;
        return await this.AnswerAsync(await handler.HandleAsync(id, why, form.Seen, ct), () => this.Success($"Why it is late: {why.Words()}. The due date stays {UkText.LongDate(head.Row.DueOn)}", head.Path), () => ChangedAsync(form, id, ct));
    }

    /// <summary>Somebody said something else meanwhile: the person sees it before it is replaced.</summary>
    private async Task<IActionResult> ChangedAsync(WhyLateForm form, Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        var last = await done.OfRequestAsync(id, ct, nameof(LateReasonSaid));
        (form.Head, form.Seen) = (head, head.Row.LateReason);
        ModelState.Clear();
        ModelState.AddModelError("Why.Reason", $"Nothing was changed. “{head.Row.WhyLate?.Words() ?? "No reason"}” was recorded while this page was open ({last?.Words.TrimEnd('.')}). Send yours again to replace it");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", form);
    }
}
