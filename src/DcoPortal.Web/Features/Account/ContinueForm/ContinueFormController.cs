using DcoPortal.Web.Platform.SignIn.Interrupted;

namespace DcoPortal.Web.Features.Account.ContinueForm;

/// <summary>Gives a person back the forms that they sent after their session ended.</summary>
[Area("Account")]
public sealed class ContinueFormController(InterruptedForms forms, CurrentPerson person) : Controller
{
    /// <summary>Offers to save them after all.</summary>
    [HttpGet("/account/continue"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        await forms.ListAsync(person.Scope.UserId, ct) is { Count: > 0 } kept ? View(kept) : LocalRedirect("/");

    /// <summary>Sends the same fields to the form's own address, which is taken from the store and not from this post.</summary>
    [HttpPost("/account/continue"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Send([FromQuery] Guid which, CancellationToken ct)
    {
        if ((await forms.ListAsync(person.Scope.UserId, ct)).FirstOrDefault(f => f.Id == which) is not { } form) { return LocalRedirect("/"); }
        await forms.ForgetAsync(person.Scope.UserId, which, ct);
        // 307: the browser repeats the post, fields and fresh anti-forgery token included
        return LocalRedirectPreserveMethod(form.Address);
    }

    /// <summary>Deletes a kept form.</summary>
    [HttpPost("/account/continue/discard"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Discard([FromQuery] Guid which, CancellationToken ct)
    {
        await forms.ForgetAsync(person.Scope.UserId, which, ct);
        return this.Notice("What you had typed is deleted. Nothing was changed", Addresses.AccountContinue);
    }
}
