namespace DcoPortal.Web.Features.Admin.Users;

// the services that a clinician's or service lead's account works in, changed when its holder moves
public sealed partial class UsersController
{
    /// <summary>The services as they are.</summary>
    [HttpGet("/admin/users/{id:guid}/services"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Services(Guid id, CancellationToken ct)
    {
        if (await query.OneAsync(id, ct) is not { } user) { return NotFound(); }
        if (user.Services is null) { return WorksInNone(user); }
        var now = await query.ServicesAsync(id, ct);
        return await ShowAsync(new UserServicesForm { ServiceIds = [.. now], Seen = [.. now] }, user, ct);
    }

    /// <summary>Changes them.</summary>
    [HttpPost("/admin/users/{id:guid}/services"), Allow(Permission.ManageUsers)]
    public async Task<IActionResult> Services(Guid id, UserServicesForm form, CancellationToken ct)
    {
        if (await query.OneAsync(id, ct) is not { } user) { return NotFound(); }
        if (user.Services is null) { return WorksInNone(user); }
        if (!ModelState.IsValid) { return await ShowAsync(form, user, ct); }
        var outcome = await services.HandleAsync(id, form.ServiceIds, form.Seen, ct);
        var left = outcome.Stands ? (await requests.HeldAsync(id, ct)).NotOpened : 0;
        return await this.AnswerOnFormAsync(outcome, () => this.Success($"The services of {user.Name} are saved. They sign in anew.{Left(left)}", Addresses.AdminUser(id)), () => ShowAsync(form, user, ct));
    }

    private static string Left(int requests) => requests == 0 ? ""
        : $" {UkText.Count(requests, "request")} for advice with them {(requests == 1 ? "is" : "are")} in a service that they no longer open: whoever leads it, and the DCO service, find {(requests == 1 ? "it" : "them")} in their work.";

    private IActionResult WorksInNone(UserPage user) => this.Notice("This account works in no health service.", Addresses.AdminUser(user.Id));

    private async Task<IActionResult> ShowAsync(UserServicesForm form, UserPage user, CancellationToken ct)
    {
        (form.User, form.Services) = (user, await choices.ServicesAsync(ct));
        return View("Services", form);
    }
}
