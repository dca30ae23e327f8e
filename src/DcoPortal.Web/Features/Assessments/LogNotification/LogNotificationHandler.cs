using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Notifications;
using DcoPortal.Web.Parts.Notification;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>
/// Turns a draft into an assessment. The draft's id becomes the assessment's, and the draft is deleted in the same save:
/// a second click finds the assessment and makes no other.
/// </summary>
public sealed class LogNotificationHandler(PortalDb db, Change change, DraftStore drafts, NamedPeople people, NotificationWriter writer, CaseDocuments documents, AccessScope scope, UkClock clock)
{
    /// <summary>Logs the notification, once, however often or in however many windows the person clicks.</summary>
    public Task<Outcome> HandleAsync(Guid draftId, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await IsLoggedAsync(draftId, ct)) { return Outcome.Already; }
        // the draft was there a moment ago: the first click may have logged it between the two queries
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await IsLoggedAsync(draftId, ct) ? Outcome.Already : Outcome.NotFound; }
        var details = DraftMapping.ToDetails(draft, await people.OfAsync(draft.Professionals, ct), scope.Kind == ScopeKind.DcoService, clock.Today);
        var assessment = await writer.AddAsync(draftId, details, keys => new NotificationLogged(keys, details.RequestReceivedOn, details.StartedBy), announce: true, ct);
        foreach (var file in draft.Documents) { documents.Add(file.Stored, assessment.Keys, null, CaseDocumentKind.FromAuthority, file.Kind); }
        drafts.Remove();
        return Outcome.Done;
    }, ct);

    /// <summary>Whether the draft has become an assessment.</summary>
    public Task<bool> IsLoggedAsync(Guid draftId, CancellationToken ct) => db.Assessments.AnyAsync(a => a.Id == draftId, ct);

    /// <summary>The reference under which a draft was logged; null while it is none, or for another authority's.</summary>
    public Task<string?> ReferenceAsync(Guid draftId, CancellationToken ct) => db.Assessments.Where(a => a.Id == draftId).Select(a => a.Reference).SingleOrDefaultAsync(ct);
}
