using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Questions;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Questions.Thread;

/// <summary>One question with its messages, and the form to reply.</summary>
public sealed class ReplyForm : IShowsChildRecord
{
    /// <summary>The reply's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; }

    /// <summary>The text of the reply.</summary>
    [Display(Name = "Your reply"), Sentence(NoneIsAnAnswer = true)]
    public string? Text { get; set; }

    /// <summary>Whether a closed question is opened again for the reply.</summary>
    public bool OpenAgain { get; set; }

    /// <summary>What the page shows.</summary>
    [BindNever, ValidateNever]
    public ThreadPage Page { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Page.Question.Keys;
}

internal sealed class ReplyFormValidator : AbstractValidator<ReplyForm>
{
    public ReplyFormValidator() =>
        RuleFor(f => f.Text).NotEmpty().WithMessage("Write your reply").AtMost(CaseQuestion.TextLength, "The reply");
}

/// <summary>One question with its latest messages.</summary>
public sealed record ThreadPage(CaseQuestion Question, ChildBanner Child, IReadOnlyList<QuestionMessage> Messages, int Earlier)
{
    /// <summary>Where the case goes on, when nobody answers here any more; else null.</summary>
    public WhereItGoesOn? GoesOn { get; init; }
}

/// <summary>Reads one question.</summary>
public sealed class ThreadQuery(PortalDb db, WhereItGoesOnQuery goesOn, UkClock clock)
{
    /// <summary>The most messages that one page shows, the latest.</summary>
    public const int MostMessages = 200;

    /// <summary>Null when the person has no such question.</summary>
    public async Task<ThreadPage?> ForAsync(Guid id, CancellationToken ct)
    {
        var found = await (
            from q in db.Questions.AsNoTracking()
            where q.Id == id
            join a in db.Assessments on q.AssessmentId equals a.Id
            join l in db.LocalAuthorities on q.LocalAuthorityId equals l.Id
            select new { Question = q, Assessment = a, Authority = l.Name }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var all = db.QuestionMessages.AsNoTracking().Where(m => m.QuestionId == id);
        var latest = await all.OrderByDescending(m => m.AtUtc).ThenByDescending(m => m.Id).Take(MostMessages).ToListAsync(ct);
        latest.Reverse();
        return new(found.Question, AssessmentBanner.Of(found.Assessment, found.Authority, clock.Today), latest,
            latest.Count < MostMessages ? 0 : await all.CountAsync(ct) - latest.Count)
        { GoesOn = await goesOn.OfAsync(found.Question.AssessmentReference, ct) };
    }
}
