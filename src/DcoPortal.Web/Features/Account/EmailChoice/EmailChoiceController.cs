using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Account.EmailChoice;

/// <summary>How often a person gets emails that can wait.</summary>
public sealed class EmailChoiceForm
{
    /// <summary>The choice.</summary>
    public EmailFrequency? Frequency { get; set; }

    /// <summary>The emails held for the person in the last days, the latest first.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<DigestItem> Items { get; set; } = [];
}

internal sealed class EmailChoiceFormValidator : AbstractValidator<EmailChoiceForm>
{
    public EmailChoiceFormValidator() => RuleFor(f => f.Frequency).NotNull().WithMessage("Choose how often").IsInEnum().WithMessage("Choose how often");
}

/// <summary>The person's own choice, and the emails that waited for them.</summary>
[Area("Account")]
public sealed class EmailChoiceController(PortalDb db, EmailChoiceHandler handler, UkClock clock) : Controller
{
    private const int Days = 30;

    /// <summary>The form.</summary>
    [HttpGet("/account/email"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var me = db.Scope.UserId;
        return await ShowAsync(new EmailChoiceForm { Frequency = await db.Users.Where(u => u.Id == me).Select(u => u.EmailFrequency).SingleAsync(ct) }, ct);
    }

    /// <summary>Stores the choice.</summary>
    [HttpPost("/account/email"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(EmailChoiceForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(form, ct); }
        return this.Answer(await handler.HandleAsync(form.Frequency!.Value, ct), () => this.Success($"{EmailChoiceHandler.Words(form.Frequency.Value)}: saved", Addresses.AccountEmail));
    }

    private async Task<IActionResult> ShowAsync(EmailChoiceForm form, CancellationToken ct)
    {
        var since = clock.UtcNow.AddDays(-Days);
        form.Items = await db.DigestItems.AsNoTracking().Where(d => d.HeldUtc >= since).OrderByDescending(d => d.HeldUtc).ThenBy(d => d.Id).Take(100).ToListAsync(ct);
        return View("Index", form);
    }
}
