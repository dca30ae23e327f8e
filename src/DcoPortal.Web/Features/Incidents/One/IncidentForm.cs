using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Documents;
using DcoPortal.Domain.Incidents;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Incidents.One;

/// <summary>An incident, and what to add to it.</summary>
public sealed class IncidentForm : RequestForm
{
    /// <summary>The form's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; }

    /// <summary>What was done, found or learnt.</summary>
    [Display(Name = "What was done?"), Sentence]
    public string? Text { get; set; }

    /// <summary>The incident.</summary>
    [BindNever, ValidateNever]
    public Incident Row { get; set; } = null!;

    /// <summary>What was done about it, in order.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<IncidentEntry> Entries { get; set; } = [];

    /// <summary>Where the very same files stand still that were withdrawn for it.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<FileStands> Stands { get; set; } = [];
}

internal sealed class IncidentFormValidator : AbstractValidator<IncidentForm>
{
    public IncidentFormValidator() => RuleFor(f => f.Text).NotEmpty().WithMessage("Say what was done").AtMost(Incident.TextLength, "What was done");
}

/// <summary>Reads an incident under the person's scope.</summary>
public sealed class IncidentQuery(PortalDb db, RequestHeadQuery heads, FileStandsQuery stands)
{
    // a record has a handful; more are not shown
    private const int Most = 200;

    /// <summary>Fills the page; false when there is no such incident in scope.</summary>
    public async Task<bool> FillAsync(IncidentForm form, Guid id, CancellationToken ct)
    {
        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } row) { return false; }
        if (await heads.FindAsync(row.AdviceRequestId, ct) is not { } head) { return false; }
        (form.Head, form.Row) = (head, row);
        if (row.WithdrawalId is { } withdrawal) { form.Stands = (await stands.OfWithdrawalAsync(withdrawal, ct)).Places; }
        form.Entries = await db.IncidentEntries.AsNoTracking().Where(e => e.IncidentId == id).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Take(Most).ToListAsync(ct);
        return true;
    }
}
