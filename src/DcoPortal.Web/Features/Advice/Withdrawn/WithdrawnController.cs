using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Documents;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.Withdrawn;

/// <summary>A withdrawal, and the form to take it back.</summary>
public sealed class WithdrawnForm : RequestForm
{
    /// <summary>Why it was a mistake.</summary>
    [Display(Name = "Why was it a mistake to withdraw it?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The withdrawal.</summary>
    [BindNever, ValidateNever]
    public Withdrawal Row { get; set; } = null!;

    /// <summary>The documents withdrawn with it, which are kept.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<AdviceFile> Files { get; set; } = [];

    /// <summary>The other answers from which the same document was withdrawn with it, in words.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<string> AlsoFrom { get; set; } = [];

    /// <summary>Where the very same files stand still.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<FileStands> Stands { get; set; } = [];

    /// <summary>What was written, when that was withdrawn.</summary>
    [BindNever, ValidateNever]
    public AdviceDraft? Written { get; set; }

    /// <summary>Who had opened it.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<AnswerReader> Readers { get; set; } = [];

    /// <summary>The incident recorded with it, or null.</summary>
    [BindNever, ValidateNever]
    public Guid? IncidentId { get; set; }

    /// <summary>What the service is asked for all the same, in a sentence after a space; empty when nothing.</summary>
    [BindNever, ValidateNever]
    public string StillAsked => Head.Row.Stage != RequestStage.Reopened ? "" : $" The service is asked for {(Head.Row.NextAnswer == AnswerKind.Version ? "a new version" : "an addendum")} as before.";

    /// <summary>Whether it can be taken back: nothing was returned since.</summary>
    [BindNever, ValidateNever]
    public bool MayRestore { get; set; }
}

internal sealed class WithdrawnFormValidator : AbstractValidator<WithdrawnForm>
{
    public WithdrawnFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it was a mistake").AtMost(Withdrawal.WordsLength, "The reason");
}

/// <summary>Reads a withdrawal under the person's scope.</summary>
public sealed class WithdrawnQuery(PortalDb db, RequestHeadQuery heads, AnswerReadersQuery readers, FileStandsQuery stands)
{
    /// <summary>Fills the page; false when there is no such withdrawal in scope.</summary>
    public async Task<bool> FillAsync(WithdrawnForm form, Guid id, CancellationToken ct)
    {
        if (await db.Withdrawals.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, ct) is not { } row) { return false; }
        if (await heads.FindAsync(row.AdviceRequestId, ct) is not { } head) { return false; }
        var answers = await db.ReturnedAnswers.AsNoTracking().Where(a => a.AdviceRequestId == row.AdviceRequestId).OrderBy(a => a.ReturnedUtc).ThenBy(a => a.Id).ToListAsync(ct);
        var returned = await db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == row.AdviceRequestId && d.ReturnedUtc != null).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).ToListAsync(ct);
        var answer = answers.Single(a => a.Id == row.AnswerId);
        // one document is withdrawn in every answer that holds the same file
        var bytes = returned.Where(d => row.DocumentId is null ? d.ReturnedAnswerId == row.AnswerId : d.Id == row.DocumentId).Select(d => d.Sha256).ToHashSet();
        var gone = returned.FindAll(d => row.DocumentId is null ? d.ReturnedAnswerId == row.AnswerId : bytes.Contains(d.Sha256) && (row.RestoredUtc is not null || d.WithdrawnUtc == row.WithdrawnUtc));
        (form.Head, form.Row) = (head, row);
        form.Files = [.. gone.Where(d => row.DocumentId is null || d.Id == row.DocumentId).Select(d => new AdviceFile(d.Id, d.FileName, d.SizeBytes, d.UploadedByName, d.UploadedUtc, d.IsScan, d.Notice))];
        form.AlsoFrom = [.. answers.Where(a => a.Id != row.AnswerId && gone.Exists(d => d.ReturnedAnswerId == a.Id)).Select(a => AnswerName.Of(a.Kind, a.Number).ToLowerInvariant())];
        form.Stands = (await stands.OfWithdrawalAsync(id, ct)).Places;
        form.Written = row.DocumentId is null ? AdviceDraft.Of(answer) : null;
        form.Readers = await readers.OfAsync([answer, .. answers.Where(a => a.Id != answer.Id && gone.Exists(d => d.ReturnedAnswerId == a.Id))], [.. gone.Select(f => f.Id)], row.WithdrawnUtc, row.DocumentId is null, ct);
        form.IncidentId = await db.Incidents.Where(i => i.WithdrawalId == id).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct);
        form.MayRestore = row.RestoredUtc is null && !(head.Row.ReturnedUtc > row.WithdrawnUtc);
        return true;
    }
}

/// <summary>One withdrawal: what, why, who had opened it; and taking it back.</summary>
[Area("Advice"), Allow(Permission.WithdrawAdvice)]
public sealed class WithdrawnController(WithdrawnQuery query, RestoreAnswerHandler handler, LateQuery late) : Controller
{
    /// <summary>The withdrawal.</summary>
    [HttpGet("/withdrawals/{withdrawalId:guid}")]
    public async Task<IActionResult> Index(Guid withdrawalId, CancellationToken ct)
    {
        var form = new WithdrawnForm();
        return await query.FillAsync(form, withdrawalId, ct) ? View(form) : NotFound();
    }

    /// <summary>Takes it back.</summary>
    [HttpPost("/withdrawals/{withdrawalId:guid}/restore")]
    public async Task<IActionResult> Restore(Guid withdrawalId, WithdrawnForm form, CancellationToken ct)
    {
        if (!await query.FillAsync(form, withdrawalId, ct)) { return NotFound(); }
        if (!ModelState.IsValid) { return View("Index", form); }
        var outcome = await handler.HandleAsync(withdrawalId, form.Reason!, ct);
        if (outcome.Kind == OutcomeKind.Already && await late.ForAsync(form.Row.AdviceRequestId, form.Reason, ct, nameof(AnswerRestored)) is { } quicker) { return this.Instead(quicker); }
        if (!await query.FillAsync(form, withdrawalId, ct)) { return NotFound(); }
        return this.Answer(outcome, () => this.Success($"Taken back. {form.Head.AuthorityName} can open it again, and is told by email.{form.StillAsked}", form.Head.Path));
    }
}
