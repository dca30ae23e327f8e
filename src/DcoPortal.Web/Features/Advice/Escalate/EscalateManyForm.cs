using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Escalations;
using DcoPortal.Domain.Escalations;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts several requests before named persons, one for each service, with one reason.</summary>
public sealed class EscalateManyForm
{
    /// <summary>The form's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>The requests ticked.</summary>
    public List<Guid> Requests { get; set; } = [];

    /// <summary>The account of the person to ask, by service.</summary>
    public Dictionary<Guid, Guid?> To { get; set; } = [];

    /// <summary>Why the people are asked.</summary>
    [Display(Name = "What do you need from them?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The requests that can be escalated, by service.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<EscalateManyGroup> Groups { get; set; } = [];

    /// <summary>Today (Europe/London).</summary>
    [BindNever, ValidateNever]
    public DateOnly Today { get; set; }

    /// <summary>The escalation's key for one request: the same for both halves of a double click.</summary>
    public Guid KeyOf(Guid requestId) => new(SHA256.HashData([.. Key.ToByteArray(), .. requestId.ToByteArray()]).AsSpan(0, 16));
}

/// <summary>The requests of one service, and whom they can be put before.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Service">Its name, provider and town.</param>
/// <param name="People">The people, those who lead the service first.</param>
/// <param name="Rows">The requests, by due date.</param>
public sealed record EscalateManyGroup(Guid ServiceId, string Service, IReadOnlyList<EscalationPerson> People, IReadOnlyList<EscalateManyRow> Rows)
{
    /// <summary>The people as a list to choose from.</summary>
    public IReadOnlyList<SelectListItem> Choices => EscalateForm.Choices(People);
}

/// <summary>One request.</summary>
/// <param name="Id">The request.</param>
/// <param name="Reference">The assessment's reference.</param>
/// <param name="Child">The child, or null where the record may not be seen.</param>
/// <param name="DueOn">The due date (Europe/London).</param>
/// <param name="IsEscalated">Whether an earlier escalation still awaits its answer.</param>
public sealed record EscalateManyRow(Guid Id, string Reference, ChildLine? Child, DateOnly DueOn, bool IsEscalated);

internal sealed class EscalateManyFormValidator : AbstractValidator<EscalateManyForm>
{
    public EscalateManyFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say what you need from them").AtMost(Escalation.TextLength, "This");
}
