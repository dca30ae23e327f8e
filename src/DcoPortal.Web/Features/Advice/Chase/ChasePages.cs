using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Ui;
using FluentValidation;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>A request that is overdue or due soon.</summary>
public sealed record ChaseRow(Guid Id, string Reference, string Holder, string Service, string Authority, AdviceKind Kind, DateOnly DueOn, DateOnly? LocalDueOn, RagStatus Status, bool HasExemption,
    DateTime? LastChasedUtc, int ChaseCount, bool ChasedToday, string? Away, string EmailGoesTo, bool Opened);

/// <summary>The requests of one service, the most urgent first.</summary>
public sealed record ChaseGroup(string Service, IReadOnlyList<ChaseRow> Rows);

/// <summary>What to chase, by service, the most urgent service first.</summary>
public sealed record ChasePage(ListPage<ChaseRow> List, IReadOnlyList<ChaseGroup> Groups, ChaseForm Form, DateOnly Today);

/// <summary>One request to chase or close.</summary>
public sealed record ChaseOnePage(ChaseRow Row, bool CanBeChased, bool CanBeClosed, ChaseOneForm Chase, CloseForm Close, DateOnly Today);

/// <summary>Which requests are chased.</summary>
public sealed class ChaseForm
{
    /// <summary>Requests ticked.</summary>
    public List<Guid> Requests { get; set; } = [];

    /// <summary>Whether those chased today are chased again.</summary>
    public bool Again { get; set; }
}

internal sealed class ChaseFormValidator : AbstractValidator<ChaseForm>
{
    public ChaseFormValidator() => RuleFor(f => f.Requests).NotEmpty().WithMessage("Tick at least one request to chase")
        .Must(r => r.Count <= 100).WithMessage("Chase no more than 100 at once");
}

/// <summary>How one request is chased.</summary>
public sealed class ChaseOneForm
{
    /// <summary>"Email" sends a reminder; "Phone" records a call.</summary>
    public string? Channel { get; set; } = "Email";

    /// <summary>Who was spoken to, for a call.</summary>
    [Display(Name = "Who did you speak to?")]
    public string? SpokeTo { get; set; }

    /// <summary>Whether it is chased again on the same day.</summary>
    public bool Again { get; set; }
}

internal sealed class ChaseOneFormValidator : AbstractValidator<ChaseOneForm>
{
    public ChaseOneFormValidator()
    {
        RuleFor(f => f.Channel).Must(c => c is "Email" or "Phone").WithMessage("Choose how you chase");
        RuleFor(f => f.SpokeTo).NotEmpty().When(f => f.Channel == "Phone").WithMessage("Say who you spoke to");
        RuleFor(f => f.SpokeTo).MaximumLength(200).WithMessage("The name must be 200 characters or fewer");
    }
}

/// <summary>Why a request is closed.</summary>
public sealed class CloseForm
{
    /// <summary>The reason.</summary>
    [Display(Name = "Why is it no longer needed?")]
    public string? Reason { get; set; }
}

internal sealed class CloseFormValidator : AbstractValidator<CloseForm>
{
    public CloseFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why the request is no longer needed").MaximumLength(1000).WithMessage("The reason must be 1,000 characters or fewer");
}
