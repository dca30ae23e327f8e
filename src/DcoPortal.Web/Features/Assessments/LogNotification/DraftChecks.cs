using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>A problem that keeps a draft from being logged.</summary>
/// <param name="Step">The step where the person puts it right.</param>
/// <param name="Field">The field.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record DraftProblem(string Step, string Field, string Message);

/// <summary>Checks a whole draft: each step by its own rules, and the steps against each other.</summary>
public sealed class DraftChecks(
    PortalDb db, IValidator<ChildForm> child, IValidator<RequestForm> request, IValidator<FamilyForm> family, IValidator<SettingForm> setting)
{
    /// <summary>Everything that is wrong or missing, in the order of the steps.</summary>
    public async Task<IReadOnlyList<DraftProblem>> AllAsync(Guid draftId, NotificationDraft draft, CancellationToken ct) =>
    [
        .. await OfAsync(WizardSteps.Child, child, draft.Child, ct),
        .. await OfAsync(WizardSteps.Request, request, draft.Request, ct),
        .. await AcrossAsync(draftId, draft, WizardSteps.Request, ct),
        .. await OfAsync(WizardSteps.Family, family, draft.Family, ct),
        .. await OfAsync(WizardSteps.Setting, setting, draft.Setting, ct),
    ];

    /// <summary>Problems that show only when two steps, or earlier notifications, are compared. Reported at the step that is being saved.</summary>
    public async Task<IReadOnlyList<DraftProblem>> AcrossAsync(Guid draftId, NotificationDraft draft, string step, CancellationToken ct)
    {
        List<DraftProblem> problems = [];
        if (step is not (WizardSteps.Child or WizardSteps.Request)) { return problems; }
        var field = step == WizardSteps.Child ? nameof(ChildForm.DateOfBirth) : nameof(RequestForm.Received);
        if (draft.Child.DateOfBirth.Value is { } born && draft.Request.Received.Value is { } received)
        {
            if (born > received)
            {
                problems.Add(new(step, field, $"The date of birth ({UkText.LongDate(born)}) is after {AssessmentStarts.ClauseOf(draft.Request.Start)} ({UkText.LongDate(received)})"));
            }
            else if (CompulsorySchoolAge.AgeOn(born, received) > NotificationWriter.OldestAge)
            {
                problems.Add(new(step, field, $"Born on {UkText.LongDate(born)}, they were over 25 when {AssessmentStarts.ClauseOf(draft.Request.Start)} ({UkText.LongDate(received)}): check both dates"));
            }
        }
        if (step == WizardSteps.Request && draft.Request.AuthorityReference.BlankToNull() is { } own)
        {
            var used = await db.Assessments.Where(a => a.AuthorityReference == own && a.Id != draftId).OrderBy(a => a.Reference).Select(a => a.Reference).FirstOrDefaultAsync(ct);
            if (used is not null) { problems.Add(new(step, nameof(RequestForm.AuthorityReference), $"This reference of yours is already used by {used}")); }
        }
        return problems;
    }

    private static async Task<IEnumerable<DraftProblem>> OfAsync<T>(string step, IValidator<T> validator, T form, CancellationToken ct) =>
        (await validator.ValidateAsync(form, ct)).Errors.Select(e => new DraftProblem(step, e.PropertyName, e.ErrorMessage));
}
