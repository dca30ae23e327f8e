using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>What each closed section of the page holds, in a few words.</summary>
internal static class FoldNotes
{
    /// <summary>The authority's next limit.</summary>
    public static string Limits(DetailsModel model)
    {
        // a plan is owed until the board has it too
        if (model.Deadlines.FirstOrDefault(d => d.DoneOn is not null && d.Deadline.KeptOn(d.DoneOn) is null) is { } unsent) { return $"{unsent.What}, not yet sent to the integrated care board"; }
        // what has no status binds nobody
        var next = model.Deadlines.Where(d => d.Status is not null && d.DoneOn is null).OrderBy(d => d.Due).FirstOrDefault();
        return !model.Assessment.IsOpen || next is null ? "None is running" : $"{next.What}, {next.Words.ToLowerInvariant()}";
    }

    public static string Family(Assessment a) =>
        IsSharingLimited(a) ? "Sharing is limited" : $"{AssessmentWords.Of(a.Family.Sharing)}{(string.IsNullOrWhiteSpace(a.Family.Views) ? ". No views sent" : "")}";

    /// <summary>Whether the family object to sharing, or name somebody who must not know.</summary>
    public static bool IsSharingLimited(Assessment a) =>
        a.Family.Sharing == SharingAgreement.Objects || !string.IsNullOrWhiteSpace(a.Family.DoNotShareWith);

    public static string Notification(DetailsModel model) =>
        $"{UkText.Count(model.Named.Count, "professional")} named, {UkText.Count(model.AuthorityDocuments.Count, "document")}";

    public static string HealthTold(Assessment a)
    {
        var told = a.HealthNotifications.Count(m => m.State == HealthNotificationState.Told);
        var missing = a.HealthNotifications.Count(m => m.State == HealthNotificationState.Missing);
        var late = a.HealthNotifications.Count(m => m.State == HealthNotificationState.NotBeforeDecision);
        return missing > 0 ? $"{missing} missing" : $"Told of {told} so far{(late > 0 ? ", and not before the decision" : "")}";
    }

    public static bool IsHealthNotTold(Assessment a) => a.HealthNotifications.Any(m => m.State == HealthNotificationState.Missing);
}
