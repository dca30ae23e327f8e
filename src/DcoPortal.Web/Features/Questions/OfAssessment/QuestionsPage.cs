using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Questions;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Questions.OfAssessment;

/// <summary>The questions on one assessment, and the form to ask another.</summary>
public sealed class AskForm : IShowsChildRecord
{
    /// <summary>The form's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; }

    /// <summary>The question.</summary>
    [Display(Name = "Your question"), Sentence]
    public string? Text { get; set; }

    /// <summary>What the page shows beside the form.</summary>
    [BindNever, ValidateNever]
    public QuestionsPage Page { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Page.Keys;
}

internal sealed class AskFormValidator : AbstractValidator<AskForm>
{
    public AskFormValidator() =>
        RuleFor(f => f.Text).NotEmpty().WithMessage("Write your question").AtMost(CaseQuestion.TextLength, "The question");
}

/// <summary>The questions on one assessment.</summary>
public sealed record QuestionsPage(CaseKeys Keys, ChildBanner Child, ListPage<QuestionRow> List)
{
    /// <summary>Where the case goes on, when nobody answers here any more; else null.</summary>
    public WhereItGoesOn? GoesOn { get; init; }
}

/// <summary>Reads the questions on one assessment.</summary>
public sealed class QuestionsPageQuery(PortalDb db, CaseQuery cases, QuestionRowsQuery rows, WhereItGoesOnQuery goesOn)
{
    /// <summary>A question to begin with about what the notification lacks; null when nothing is missing, or the person has no such assessment.</summary>
    public async Task<string?> AboutMissingAsync(string reference, CancellationToken ct)
    {
        if (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return null; }
        var named = await db.InvolvedProfessionals.CountAsync(p => p.AssessmentId == assessment.Id, ct);
        var documents = await MissingFromNotification.Documents(db).CountAsync(d => d.AssessmentId == assessment.Id, ct);
        var missing = MissingFromNotification.Of(assessment, named, documents);
        return missing.Count == 0 ? null : $"We have the notification, and these are missing: {string.Join(", ", missing)}. Can you send them, or say if there are none?";
    }

    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<QuestionsPage?> ForAsync(string reference, int page, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, ct) is not var (assessment, child)) { return null; }
        return new(assessment.Keys, child, await rows.PageAsync(db.Questions.Where(q => q.AssessmentId == assessment.Id), page, ct)) { GoesOn = await goesOn.OfAsync(reference, ct) };
    }
}
