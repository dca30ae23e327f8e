using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Questions;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.Transfer;

/// <summary>Where a case can go, and what follows.</summary>
public sealed record TransferFacts
{
    public required DecisionFacts Case { get; init; }

    /// <summary>The authority's other boards.</summary>
    public required IReadOnlyList<AuthorityBoard> Boards { get; init; }

    /// <summary>The other authorities, or none where the person may not send it to one.</summary>
    public required IReadOnlyList<SelectListItem> Authorities { get; init; }

    /// <summary>How many answers were returned and go along.</summary>
    public required int Answers { get; init; }

    /// <summary>The sides that asked the open questions, one for each.</summary>
    public required IReadOnlyList<CaseSide> Asking { get; init; }

    /// <summary>The family's wish, which is read before the case goes.</summary>
    public required WishesToRead Wishes { get; init; }

    /// <summary>Whether it can go anywhere.</summary>
    public bool CanMove => Boards.Count + Authorities.Count > 0;
}

/// <summary>Moves a case to another board or another authority.</summary>
public sealed class TransferForm : IShowsChildRecord
{
    /// <summary>What stands for another authority among the choices.</summary>
    public const string Authority = "authority";

    /// <summary>The key of a board, or <see cref="Authority"/>.</summary>
    [Display(Name = "Where does the case go?")]
    public string? Where { get; set; }

    /// <summary>The other authority.</summary>
    [Display(Name = "Which local authority?")]
    public Guid? AuthorityId { get; set; }

    /// <summary>The day from which the other side is responsible.</summary>
    [Display(Name = "Since when is it theirs?")]
    public DateInput MovedOn { get; set; } = new();

    /// <summary>Why.</summary>
    [Display(Name = "Why does it move?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The case as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <inheritdoc cref="WishesToRead.Mark" />
    [Display(Name = "Whom the family means")]
    public string? WishRead { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public TransferFacts Facts { get; set; } = null!;

    /// <summary>Whether it goes to another authority.</summary>
    public bool IsToAuthority => Where == Authority;

    /// <summary>The board that was chosen, or null.</summary>
    [BindNever, ValidateNever]
    public AuthorityBoard? Board => Facts.Boards.FirstOrDefault(b => b.Id.ToString() == Where);

    /// <summary>The name of where it goes, or null where nothing valid was chosen.</summary>
    [BindNever, ValidateNever]
    public string? To => IsToAuthority ? Facts.Authorities.FirstOrDefault(a => a.Value == AuthorityId?.ToString())?.Text : Board?.Name;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Case.Keys;
}

internal sealed class TransferFormValidator : AbstractValidator<TransferForm>
{
    public TransferFormValidator(UkClock clock)
    {
        RuleFor(f => f.Where).NotEmpty().WithMessage("Select where the case goes");
        When(f => f.IsToAuthority, () => RuleFor(f => f.AuthorityId).NotNull().WithMessage("Select the local authority"));
        RuleFor(f => f.MovedOn).PastDate("The day since when it is theirs", "Enter the day since when it is theirs", clock);
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it moves").AtMost(CaseTransfer.ReasonLength, "The reason");
    }
}

/// <summary>Reads <see cref="TransferFacts"/>.</summary>
public sealed class TransferFormQuery(PortalDb db, DecisionFactsQuery facts, AccessScope scope)
{
    /// <summary>Null when the person has no such case.</summary>
    public async Task<TransferFacts?> ForAsync(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return null; }
        var (own, board) = (found.Keys.LocalAuthorityId, found.Keys.IcbId);
        var maySend = scope.Kind == ScopeKind.LocalAuthority || found.IsRecordedByHealth;
        return new()
        {
            Case = found,
            Boards = await (from c in db.IcbCoverages join i in db.Icbs on c.IcbId equals i.Id where c.LocalAuthorityId == own && i.Id != board orderby i.Name, i.Id select new AuthorityBoard(i.Id, i.Name)).ToListAsync(ct),
            Authorities = !maySend ? [] : (await db.LocalAuthorities.Where(a => a.Id != own && db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id)).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(ct)).ConvertAll(a => new SelectListItem(a.Name, a.Id.ToString())),
            Wishes = WishesToRead.Of(await db.Assessments.AsNoTracking().Where(a => a.Id == found.Keys.AssessmentId).ToListAsync(ct)),
            Answers = await db.ReturnedAnswers.CountAsync(a => a.AssessmentId == found.Keys.AssessmentId && a.WithdrawnUtc == null, ct) + await db.CarriedAnswers.CountAsync(a => a.AssessmentId == found.Keys.AssessmentId, ct),
            Asking = await db.Questions.Where(q => q.AssessmentId == found.Keys.AssessmentId && q.ClosedUtc == null).Select(q => q.AskedBy).ToListAsync(ct),
        };
    }
}
