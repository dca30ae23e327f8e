using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Notification;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>A problem that keeps a draft from being logged.</summary>
/// <param name="Field">The field of the form, such as "Child.DateOfBirth".</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record DraftProblem(string Field, string Message);

/// <summary>Checks a whole draft: each field by its own rules, and the fields against each other.</summary>
public sealed class DraftChecks(PortalDb db, AccessScope scope, ArrivalChoices arrivals, AuthorityBoards boards, IValidator<NotificationForm> form)
{
    private const string Authority = $"{nameof(NotificationForm.Arrival)}.{nameof(ArrivalForm.AuthorityId)}";
    private const string ArrivedOn = $"{nameof(NotificationForm.Arrival)}.{nameof(ArrivalForm.ArrivedOn)}";
    private const string Received = $"{nameof(NotificationForm.Request)}.{nameof(RequestForm.Received)}";
    private const string Board = $"{nameof(NotificationForm.Request)}.{nameof(RequestForm.IcbId)}";
    private const string Reasons = $"{nameof(NotificationForm.Request)}.{nameof(RequestForm.Reasons)}";
    private const string OwnReference = $"{nameof(NotificationForm.Request)}.{nameof(RequestForm.AuthorityReference)}";

    /// <summary>Everything that is wrong or missing, in the order of the form.</summary>
    public async Task<IReadOnlyList<DraftProblem>> AllAsync(Guid draftId, NotificationDraft draft, CancellationToken ct) =>
    [
        .. (await form.ValidateAsync(NotificationForm.Of(draft), ct)).Errors.Select(e => new DraftProblem(e.PropertyName, e.ErrorMessage)),
        .. await AcrossAsync(draftId, draft, ct),
    ];

    /// <summary>Problems that show only when fields, or earlier notifications, are compared.</summary>
    public async Task<IReadOnlyList<DraftProblem>> AcrossAsync(Guid draftId, NotificationDraft draft, CancellationToken ct)
    {
        List<DraftProblem> problems = [.. await ArrivalAsync(draft, ct)];
        var authority = AuthorityOf(draft);
        if (draft.Child.DateOfBirth.Value is { } born && draft.Request.Received.Value is { } received)
        {
            if (born > received)
            {
                problems.Add(new(Received, $"The date of birth ({UkText.LongDate(born)}) is after {AssessmentStarts.ClauseOf(draft.Request.Start)} ({UkText.LongDate(received)})"));
            }
            else if (AgeLimit.IsRefused(born, received))
            {
                problems.Add(new(Received, $"Born on {UkText.LongDate(born)}, they were 26 or over when {AssessmentStarts.ClauseOf(draft.Request.Start)} ({UkText.LongDate(received)}): check both dates"));
            }
            else if (AgeLimit.NeedsReason(born, received) && draft.Request.Reasons.ContentOrNull() is null)
            {
                problems.Add(new(Reasons, $"They were 25 when {AssessmentStarts.ClauseOf(draft.Request.Start)}. {AgeLimit.WhyReason}"));
            }
        }
        if (draft.Request.AuthorityReference.ContentOrNull() is { } own)
        {
            var used = await db.Assessments.Where(a => a.LocalAuthorityId == authority && a.AuthorityReference == own && a.Id != draftId).OrderBy(a => a.Reference).Select(a => a.Reference).FirstOrDefaultAsync(ct);
            if (used is not null) { problems.Add(new(OwnReference, $"This reference {(scope.Kind == ScopeKind.DcoService ? "of the authority" : "of yours")} is already used by {used}")); }
        }
        if (await boards.OwnAsync(ct) is { Count: > 1 } several && AuthorityBoards.Chosen(several, draft.Request.IcbId) is null) { problems.Add(new(Board, "Select the integrated care board")); }
        return problems;
    }

    /// <summary>That who asked does not fit the age, in a sentence, or null: to confirm, never a refusal.</summary>
    public static string? SourceDoubt(NotificationDraft draft) =>
        draft.Request is { IsOwnDecision: false, Source: { } source, Received.Value: { } received } && draft.Child.DateOfBirth.Value is { } born ? SourceAndAge.Doubt(source, born, received) : null;

    /// <summary>The authority whose notification it is.</summary>
    public Guid AuthorityOf(NotificationDraft draft) => scope.Kind == ScopeKind.DcoService ? draft.Arrival.AuthorityId ?? Guid.Empty : scope.LocalAuthorityId;

    // health cannot have been told before the authority itself knew
    private async Task<IReadOnlyList<DraftProblem>> ArrivalAsync(NotificationDraft draft, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.DcoService) { return []; }
        List<DraftProblem> problems = [];
        if (draft.Arrival.AuthorityId is { } chosen && !await arrivals.MayLogForAsync(chosen, ct)) { problems.Add(new(Authority, "Select a local authority of your board")); }
        if (draft.Arrival.ArrivedOn.Value is not { } arrived) { return problems; }
        if (arrived < draft.Request.Received.Value) { problems.Add(new(ArrivedOn, $"It cannot have arrived at health before {AssessmentStarts.ClauseOf(draft.Request.Start)}, on {UkText.LongDate(draft.Request.Received.Value)}")); }
        else if (arrived < draft.Request.DecidedOn) { problems.Add(new(ArrivedOn, $"It cannot have arrived at health before {(RouteWords.CountsTheNotice(draft.Request.Start) ? "the family was told" : "the decision")}, on {UkText.LongDate(draft.Request.DecidedOn)}")); }
        return problems;
    }
}
