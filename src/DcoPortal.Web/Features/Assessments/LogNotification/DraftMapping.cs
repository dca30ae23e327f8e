using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Notification;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>Turns the typed fields into a notification. Call it only on a draft that has been checked.</summary>
internal static class DraftMapping
{
    public static NotificationDetails ToDetails(NotificationDraft draft, IReadOnlyList<NamedPerson> people, bool isByHealth, DateOnly today)
    {
        var request = draft.Request;
        return new()
        {
            RecordedFor = isByHealth ? draft.Arrival.ToRecordedFor() : null,
            IcbId = request.IcbId,
            StartedBy = request.Start,
            RequestReceivedOn = request.Received.Value!.Value,
            Source = request.IsOwnDecision ? RequestSource.Other : request.Source!.Value,
            Decision = request.DecisionMade,
            DecidedOn = request.DecidedOn,
            PrimaryNeed = PrimaryNeeds.TryGet(request.PrimaryNeed, out var need) ? need.Code : "",
            Reasons = request.Reasons.ContentOrNull(),
            AuthorityReference = request.AuthorityReference.ContentOrNull(),
            Child = Child(draft),
            Family = draft.Family.ToFamily(draft.Child.IsYoungPerson(today)),
            Setting = draft.Setting.ToSetting(),
            Professionals = [.. people.Select(p => p.Named)],
        };
    }

    public static ChildOrYoungPerson Child(NotificationDraft draft) => draft.Child.ToChild(draft.Family.Interpreter);
}
