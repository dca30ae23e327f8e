using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Facts;
using DcoPortal.Web.Platform.SignIn;
using DcoPortal.Web.Platform.Ui;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Account.EmailChoice;

/// <summary>How often a person gets email that can wait.</summary>
public sealed class EmailChoiceForm
{
    /// <summary>The choice.</summary>
    public EmailFrequency? Frequency { get; set; }

    /// <summary>What was held in the last days, the latest first.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<DigestItem> Items { get; set; } = [];

    /// <summary>The choice in words.</summary>
    public static string Words(EmailFrequency frequency) => frequency switch
    {
        EmailFrequency.Daily => "One email each working day for what can wait",
        EmailFrequency.Weekly => "One email each Monday for what can wait",
        _ => "Each email as it happens",
    };
}

internal sealed class EmailChoiceFormValidator : AbstractValidator<EmailChoiceForm>
{
    public EmailChoiceFormValidator() => RuleFor(f => f.Frequency).NotNull().WithMessage("Choose how often").IsInEnum().WithMessage("Choose how often");
}

/// <summary>Stores the choice of the person who is signed in.</summary>
public sealed class EmailChoiceHandler(PortalDb db, AuditTrail audit)
{
    /// <summary>Stores it. What is held already comes with the next such email, whatever is chosen.</summary>
    public async Task HandleAsync(EmailFrequency frequency, CancellationToken ct)
    {
        var me = db.Scope.UserId;
        var user = await db.Users.SingleAsync(u => u.Id == me, ct);
        if (user.EmailFrequency == frequency) { return; }
        audit.Record(new EmailFrequencyChanged(EmailChoiceForm.Words(user.EmailFrequency), EmailChoiceForm.Words(frequency)));
        user.EmailFrequency = frequency;
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The person's own choice, and what waited for them.</summary>
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

    /// <summary>Stores it.</summary>
    [HttpPost("/account/email"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(EmailChoiceForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(form, ct); }
        await handler.HandleAsync(form.Frequency!.Value, ct);
        TempData.Success($"{EmailChoiceForm.Words(form.Frequency.Value)}: saved");
        return LocalRedirect("/account/email");
    }

    private async Task<IActionResult> ShowAsync(EmailChoiceForm form, CancellationToken ct)
    {
        var since = clock.UtcNow.AddDays(-Days);
        form.Items = await db.DigestItems.AsNoTracking().Where(d => d.HeldUtc >= since).OrderByDescending(d => d.HeldUtc).ThenBy(d => d.Id).Take(100).ToListAsync(ct);
        return View("Index", form);
    }
}
