using DcoPortal.Casework.Emails;
using DcoPortal.Web.Parts.Emails;

namespace DcoPortal.Web.Features.Emails.Undelivered;

/// <summary>The page of one email.</summary>
public sealed record EmailFatePage(EmailFate Email, bool MayChangeDirectory);

/// <summary>
/// One email that did not arrive, and what to do. For everyone: a person's scope holds the emails that their own actions sent,
/// a DCO service's those of its board.
/// </summary>
[Area("Emails")]
public sealed class UndeliveredController(UndeliveredEmailsQuery query, SendEmailAgainHandler sendAgain, DismissEmailHandler dismiss, CurrentPerson person) : Controller
{
    /// <summary>The email and what became of it.</summary>
    [HttpGet("/emails/{id:guid}"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct) =>
        await query.FindAsync(id, ct) is { } email ? View(new EmailFatePage(email, person.May(Permission.ManageDirectory))) : NotFound();

    /// <summary>Queues the email again.</summary>
    [HttpPost("/emails/{id:guid}/send-again"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> SendAgain(Guid id, string? back, CancellationToken ct) =>
        this.Answer(await sendAgain.HandleAsync(id, ct), () => Back(back, "The email is queued again"));

    /// <summary>Marks the failure as dealt with.</summary>
    [HttpPost("/emails/{id:guid}/dismiss"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Dismiss(Guid id, string? back, CancellationToken ct) =>
        this.Answer(await dismiss.HandleAsync(id, ct), () => Back(back, "The email is marked as dealt with"));

    // back to the page the person came from, but never to another host
    private LocalRedirectResult Back(string? path, string said) =>
        this.Success(said, Url.IsLocalUrl(path) ? path : "/");
}
