using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>For whom the DCO service records a notification that came outside the portal, and when and how it arrived, as typed.</summary>
public sealed class ArrivalForm
{
    /// <summary>The authority.</summary>
    [Display(Name = "Local authority")]
    public Guid? AuthorityId { get; set; }

    /// <summary>The day it arrived.</summary>
    [Display(Name = "When did it arrive at health?")]
    public DateInput ArrivedOn { get; set; } = new();

    /// <summary>How it arrived.</summary>
    [Display(Name = "How did it arrive? (optional)")]
    public ArrivalWay? By { get; set; }

    /// <summary>The same, checked.</summary>
    public RecordedForAuthority ToRecordedFor() => new(AuthorityId!.Value, ArrivedOn.Value!.Value, By);
}

internal sealed class ArrivalFormValidator : AbstractValidator<ArrivalForm>
{
    public ArrivalFormValidator(UkClock clock)
    {
        RuleFor(f => f.AuthorityId).NotNull().WithMessage("Select the local authority");
        RuleFor(f => f.ArrivedOn).PastDate("The day it arrived at health", "Enter the day it arrived at health", clock);
        RuleFor(f => f.By).IsInEnum().WithMessage("Select how it arrived");
    }
}

/// <summary>For whom a person may log: nobody but their own authority, or those of their board.</summary>
public sealed class ArrivalChoices(PortalDb db, AccessScope scope)
{
    /// <summary>The ways in which a notification arrives.</summary>
    public static IReadOnlyList<SelectListItem> Ways { get; } = [.. Enum.GetValues<ArrivalWay>().Select(w => new SelectListItem(w.Label().Capitalised(), w.ToString()))];

    /// <summary>The authorities of the board to choose from, or null for whoever works for an authority.</summary>
    public async Task<IReadOnlyList<SelectListItem>?> AuthoritiesAsync(CancellationToken ct) => scope.Kind != ScopeKind.DcoService ? null
        // an id is text in lower case, as a form sends it, whatever the database would make of it
        : (await db.LocalAuthorities.AsNoTracking().OfBoard(db, scope.IcbId).OrderBy(a => a.Name).Select(a => new { a.Name, a.Id }).ToListAsync(ct)).ConvertAll(a => new SelectListItem(a.Name, a.Id.ToString()));

    /// <summary>Whether the person may log for that authority.</summary>
    public Task<bool> MayLogForAsync(Guid? authorityId, CancellationToken ct) => db.LocalAuthorities.OfBoard(db, scope.IcbId).AnyAsync(a => a.Id == authorityId, ct);
}
