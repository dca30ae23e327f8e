using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Directory;

namespace DcoPortal.Web.Features.Account.Leave;

/// <summary>When the person is away and who covers: their own entry of the directory and no other.</summary>
[Area("Account"), Allow(Permission.SetOwnLeave)]
public sealed class LeaveController(CoverQuery query, ArrangeCoverHandler handler) : Controller
{
    private const string Form = "~/Parts/Directory/AwayForm.cshtml";

    /// <summary>The form; or whom to ask, when the directory does not list the person.</summary>
    [HttpGet("/account/leave")]
    public async Task<IActionResult> Index(CancellationToken ct) => await query.OwnAsync(ct) is { } form ? View(Form, form) : View("NotListed");

    /// <summary>Sets the person's away dates and cover.</summary>
    [HttpPost("/account/leave")]
    public async Task<IActionResult> Index(AwayForm form, CancellationToken ct)
    {
        if (await query.OwnAsync(ct) is not { } stored) { return NotFound(); }
        form.Page = stored.Page;
        if (!ModelState.IsValid) { return View(Form, form); }
        return await this.AnswerOnFormAsync(await handler.ForSelfAsync(form.ToArrange(), ct), () => this.Success(form.AwayFrom.IsEmpty ? "You are not away" : "Your leave is saved", Addresses.AccountLeave), () => Task.FromResult<IActionResult>(View(Form, form)));
    }
}
