using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Notifications.Importing;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Notifications;

/// <summary>Who hears of notifications: the DCO service and the authority. The emails hold nothing of the child.</summary>
public sealed class NotificationEmails(Outbox outbox, UkClock clock, IOptions<ServiceOptions> service)
{
    /// <summary>What the DCO service does once an authority has decided to assess.</summary>
    internal const string AskForAdvice = "Sign in and request advice from the services that know the child or young person.";

    private const string OneOfAnImport = "It came with an import, which is told of as a whole";

    private static readonly Announcement Received = new("notification-received", "notification-received", "The DCO service's inbox",
        "The authority logs a notification", Unless: OneOfAnImport);

    private static readonly Announcement RecordedForYou = new("notification-recorded-for-authority", "notification-recorded-for-authority", "The authority's inbox",
        "The DCO service records a notification that the authority sent outside the portal", Unless: OneOfAnImport);

    private static readonly Announcement ImportedForYou = new("notifications-recorded-for-authority", "notifications-recorded-for-authority", "The authority's inbox",
        "An import that the DCO service made for the authority is done", Unless: "No row was imported", Again: "authority");

    private static readonly Announcement Acknowledged = new("notification-acknowledged", "notification-acknowledged", "The authority's inbox",
        "The authority logs a notification", Unless: OneOfAnImport);

    private static readonly Announcement WereImported = new("notifications-imported", "notifications-imported", "The DCO service's inbox",
        "An import of a spreadsheet is done", Unless: "No row was imported");

    private static readonly Announcement ImportAcknowledged = new("import-acknowledged", "import-acknowledged", "The authority's inbox",
        "An import of a spreadsheet is done", Unless: "No row was imported");

    /// <summary>Every email about notifications.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [Received, Acknowledged, RecordedForYou, WereImported, ImportAcknowledged, ImportedForYou];

    /// <summary>One notification was logged.</summary>
    public void Logged(Assessment assessment, LocalAuthority authority, IntegratedCareBoard icb)
    {
        var values = new Dictionary<string, string>
        {
            ["reference"] = assessment.Reference,
            ["stage"] = StageOf(assessment),
            ["received-on"] = UkText.LongDate(assessment.NotifiedOn),
            ["due-on"] = AdviceDueOf(assessment, BoardClockSettings.Convention(authority.CountsDayOfReceipt)),
            ["authority-name"] = authority.Name,
            ["contact"] = ContactOf(icb),
        };
        var path = Addresses.Assessment(assessment.Reference);
        var (authorityNext, dcoNext) = NextOf(assessment);
        // who recorded it knows; the authority hears that it is here
        if (assessment.IsRecordedByHealth)
        {
            outbox.Queue(RecordedForYou, RecordedForYou.KeyOf(assessment.Id), authority.SendInbox, path, values, assessment.Keys);
            return;
        }
        outbox.Queue(Received, Received.KeyOf(assessment.Id), icb.DcoInbox, path, new Dictionary<string, string>(values) { ["next"] = dcoNext }, assessment.Keys);
        outbox.Queue(Acknowledged, Acknowledged.KeyOf(assessment.Id), authority.SendInbox, path, new Dictionary<string, string>(values) { ["next"] = authorityNext }, assessment.Keys);
    }

    /// <summary>A spreadsheet was imported: one email each for the whole file, not one for every row.</summary>
    /// <param name="batch">The import.</param>
    /// <param name="authority">The authority whose cases they are.</param>
    /// <param name="icb">The board.</param>
    /// <param name="count">How many rows were imported for that authority.</param>
    public void Imported(ImportBatch batch, LocalAuthority authority, IntegratedCareBoard icb, int made, int addedTo)
    {
        var values = new Dictionary<string, string>
        {
            ["authority-name"] = authority.Name,
            ["count"] = Counted(made, addedTo),
            ["received-on"] = UkText.LongDate(batch.ArrivedOn ?? clock.Today),
            ["contact"] = ContactOf(icb),
        };
        if (batch.IsByHealth)
        {
            outbox.Queue(ImportedForYou, ImportedForYou.KeyOf(batch.Id, $"{authority.Id:N}"), authority.SendInbox, Addresses.Assessments, values, keys: null, icbId: icb.Id);
            return;
        }
        outbox.Queue(WereImported, WereImported.KeyOf(batch.Id), icb.DcoInbox, Addresses.Triage, values, keys: null, icbId: icb.Id);
        outbox.Queue(ImportAcknowledged, ImportAcknowledged.KeyOf(batch.Id), authority.SendInbox, Addresses.AssessmentsImportBatch(batch.Id), values, keys: null, icbId: icb.Id);
    }

    private static string Counted(int made, int addedTo) => (made, addedTo) switch
    {
        (_, 0) => UkText.Count(made, "notification"),
        (0, _) => $"nothing new, and more about {UkText.Count(addedTo, "case")} you have",
        _ => $"{UkText.Count(made, "notification")}, and more about {UkText.Count(addedTo, "case")} you have",
    };

    private string ContactOf(IntegratedCareBoard icb) => service.Value.ContactEmail is { Length: > 0 } contact ? contact : new TeamContact(icb.Name, icb.DcoInbox, icb.DcoPhone).InEmail;

    private static string StageOf(Assessment assessment) => assessment.Decision switch
    {
        AssessmentDecision.Assess => $"decided {RouteWords.ToAssess(assessment.StartedBy)}, health advice requested",
        AssessmentDecision.DoNotAssess => $"decided not {RouteWords.ToAssess(assessment.StartedBy)}",
        _ when AssessmentStarts.MustAssess(assessment.StartedBy) => "there will be an assessment, the family has not been told yet",
        _ => "under consideration, not decided yet",
    };

    // what the authority and the DCO service do next
    private (string Authority, string Dco) NextOf(Assessment a) => a.Decision switch
    {
        AssessmentDecision.Assess => ("You do not need to do anything now.", AskForAdvice),
        AssessmentDecision.DoNotAssess => ("You do not need to do anything here.", "Nobody in health need be asked."),
        _ => ($"{RouteWords.StillToRecord(a.StartedBy, a.DecisionDueOn, clock.Today)}.", "Sign in and ask the services that know the child or young person for what they already hold. " + (AssessmentStarts.MustAssess(a.StartedBy) ? "Their advice is asked for once the authority has recorded that the family was told." : $"Their advice is asked for once the authority has decided {RouteWords.ToAssess(a.StartedBy)}.")),
    };

    private static string AdviceDueOf(Assessment assessment, ClockSettings settings) => assessment switch
    {
        { AdviceRequestReceivedOn: { } received } => DueWords.InEmail(StatutoryClock.ForHealthAdvice(received, settings)),
        { Decision: AssessmentDecision.DoNotAssess } => "no advice is needed",
        _ => "6 weeks after the authority asks for it",
    };
}
