using DcoPortal.Web.Platform.SignIn.Interrupted;

namespace DcoPortal.Web.Features.Account.ContinueForm;

/// <summary>Gives a person back the form that they sent after their session ended.</summary>
[Area("Account")]
public sealed class ContinueFormController(InterruptedForms forms, CurrentPerson person) : Controller
{
    /// <summary>Offers to save the form after all.</summary>
    [HttpGet("/account/continue"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        await forms.FindAsync(person.Scope.UserId, ct) is { } form ? View(form) : LocalRedirect("/");

    /// <summary>Sends the same fields to the form's own address, which is taken from the store and not from this post.</summary>
    [HttpPost("/account/continue"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Send(CancellationToken ct)
    {
        if (await forms.FindAsync(person.Scope.UserId, ct) is not { } form) { return LocalRedirect("/"); }
        await forms.ForgetAsync(person.Scope.UserId, ct);
        // 307: the browser repeats the post, fields and fresh anti-forgery token included
        return LocalRedirectPreserveMethod(form.Address);
    }

    /// <summary>Deletes the kept form.</summary>
    [HttpPost("/account/continue/discard"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Discard(CancellationToken ct)
    {
        await forms.ForgetAsync(person.Scope.UserId, ct);
        return this.Notice("What you had typed is deleted. Nothing was changed", "/");
    }
}
