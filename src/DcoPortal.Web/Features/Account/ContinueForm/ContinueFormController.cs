using DcoPortal.Web.Platform.SignIn.Interrupted;

namespace DcoPortal.Web.Features.Account.ContinueForm;

/// <summary>Gives a person back the form that they sent after their session had ended.</summary>
[Area("Account")]
public sealed class ContinueFormController(InterruptedForms forms, CurrentPerson person) : Controller
{
    /// <summary>Offers to save it after all.</summary>
    [HttpGet("/account/continue"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        await forms.FindAsync(person.Scope.UserId, ct) is { } form ? View(form) : LocalRedirect("/");

    /// <summary>Sends the same fields to where they were going, with the address as it was kept and not as it was posted.</summary>
    [HttpPost("/account/continue"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Send(CancellationToken ct)
    {
        if (await forms.FindAsync(person.Scope.UserId, ct) is not { } form) { return LocalRedirect("/"); }
        await forms.ForgetAsync(person.Scope.UserId, ct);
        // 307: the browser repeats the post, fields and fresh anti-forgery token included
        return LocalRedirectPreserveMethod(form.Address);
    }

    /// <summary>Forgets it.</summary>
    [HttpPost("/account/continue/discard"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Discard(CancellationToken ct)
    {
        await forms.ForgetAsync(person.Scope.UserId, ct);
        return this.Notice("What you had typed is deleted. Nothing was changed", "/");
    }
}
