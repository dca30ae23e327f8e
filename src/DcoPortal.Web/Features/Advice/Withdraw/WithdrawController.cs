using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Withdraw;

/// <summary>Withdraws a returned answer, or a document of it, at once.</summary>
[Area("Advice"), Allow(Permission.WithdrawAdvice)]
public sealed class WithdrawController(RequestHeadQuery heads, GivenAnswersQuery given, WhereItGoesOnQuery goesOn, PortalDb db, WithdrawAnswerHandler handler, BegunAnswerQuery beginnings, ExcludedHolder excluded, LastDoneQuery done, FileStandsQuery stands, UkClock clock) : Controller
{
    /// <summary>What can be withdrawn.</summary>
    [HttpGet("/advice-requests/{id:guid}/withdraw")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        var form = new WithdrawAnswerForm { FoundOn = DateInput.From(clock.Today) };
        if (await FillAsync(form, id, ct) is { } elsewhere) { return elsewhere; }
        form.What = form.OnlyChoice;
        return View(form);
    }

    /// <summary>Withdraws it.</summary>
    [HttpPost("/advice-requests/{id:guid}/withdraw")]
    public async Task<IActionResult> Index(Guid id, WithdrawAnswerForm form, CancellationToken ct)
    {
        if (await FillAsync(form, id, ct) is { } elsewhere) { return form.Given.Withdrawn.Count > 0 ? Late(form) : elsewhere; }
        if (form.Seen != form.SeenNow && form.IsThere) { return await ChangedAsync(form, id, ct); }
        // a next answer waits to be checked: nothing is asked from here
        if (!form.MayAsk && !form.IsAsked) { form.Next = null; }
        if ((form.MayAsk && form.Next is null or "asked") || (form.IsAsked && form.Next is not ("asked" or "version"))) { ModelState.AddModelError(nameof(form.Next), "Select what the service should send"); }
        if (!ModelState.IsValid) { return View(form); }
        var (answer, document) = form.Chosen()!.Value;
        var outcome = await handler.HandleAsync(id, form.ToWish(answer, document), ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(outcome.Of.Field ?? nameof(form.What), rule);
            return View(form);
        }
        if (outcome.Kind == OutcomeKind.ChangedMeanwhile) { return await ChangedAsync(form, id, ct); }
        // the second click of one person shows the page; a colleague who was quicker may have said something else
        if (outcome.Kind == OutcomeKind.Already && !await IsSaidAsync(outcome.Value, form.Words!.Trim(), ct)) { return Late(form); }
        var standing = await stands.OfWithdrawalAsync(outcome.Value, ct);
        return this.Answer(outcome.Of, () => this.Success($"Withdrawn. {Reach(standing)} {form.WhoIsTold} told by email.", Addresses.Withdrawal(outcome.Value)));
    }

    // said of the bytes: nothing absolute while they stand anywhere
    private static string Reach(StillStanding standing) => !standing.IsAnywhere ? "Nobody outside the DCO service can open it."
        : $"What was returned is closed to everybody outside the DCO service.{(standing.Places.Count > 0 ? " The very same file still stands elsewhere: see below." : "")}";

    /// <summary>The service was asked for something meanwhile, or has answered: what it is to send is chosen again, and everything typed stays.</summary>
    private async Task<IActionResult> ChangedAsync(WithdrawAnswerForm form, Guid id, CancellationToken ct)
    {
        if (await FillAsync(form, id, ct) is { } elsewhere) { return elsewhere; }
        var last = await done.OfRequestAsync(id, ct, nameof(NewAnswerAsked), nameof(AnswerLeftStanding), nameof(AnswerRestored), nameof(AdviceSubmitted), nameof(NilReturnSubmitted), nameof(AdviceReturned));
        ModelState.Clear();
        form.Next = null;
        ModelState.AddModelError(nameof(form.Next), $"Nothing was withdrawn yet. {last?.Words ?? "The request changed while this page was open."} Look at what the service should send, then withdraw");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", form);
    }

    private Task<bool> IsSaidAsync(Guid id, string words, CancellationToken ct) => db.Withdrawals.AnyAsync(w => w.Id == id && w.Words == words, ct);

    /// <summary>A colleague withdrew it meanwhile: who, and what was typed here, which was not saved.</summary>
    private ViewResult Late(WithdrawAnswerForm form)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Late", form);
    }

    private async Task<IActionResult?> FillAsync(WithdrawAnswerForm form, Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        form.GoesOnWith = (await goesOn.OfAsync(head.Row.AssessmentReference, ct))?.With;
        form.IsExcluded = await excluded.IsMeantAsync(head.Row, ct);
        form.Begun = head.Row.Stage == RequestStage.Reopened ? await beginnings.OfAsync(head.Row, ct) : null;
        form.Given = (await given.OfAsync(head.Row.AssessmentId, id, ct)).GetValueOrDefault(id, GivenAnswers.None);
        form.Stands = await stands.OfReturnedAsync(head.Row.AssessmentId, id, ct);
        return form.Given.Answers.Count == 0 ? this.Notice("There is no returned answer to withdraw.", head.Path) : null;
    }
}
