using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Statutory;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Notifications;

/// <summary>Tells the DCO service and the authority of one notification. Nothing of the child is in it.</summary>
public sealed class NotificationEmails(Outbox outbox, IOptions<ServiceOptions> service)
{
    /// <summary>Queues both emails in the caller's save.</summary>
    public void Queue(Assessment assessment, LocalAuthority authority, IntegratedCareBoard icb)
    {
        var values = new Dictionary<string, string>
        {
            ["reference"] = assessment.Reference,
            ["stage"] = StageOf(assessment),
            ["received-on"] = UkText.LongDate(assessment.NotifiedOn),
            ["due-on"] = AdviceDueOf(assessment, BoardClockSettings.Convention(authority.CountsDayOfReceipt)),
            ["authority-name"] = authority.Name,
            ["contact"] = service.Value.ContactEmail is { Length: > 0 } contact ? contact : icb.DcoInbox,
        };
        var path = $"/assessments/{assessment.Reference}";
        outbox.Queue("notification-received", icb.DcoInbox, $"notification-received:{assessment.Id:N}", path, values, assessment.Keys);
        outbox.Queue("notification-acknowledged", authority.SendInbox, $"notification-acknowledged:{assessment.Id:N}", path, values, assessment.Keys);
    }

    private static string StageOf(Assessment assessment) => assessment.Decision switch
    {
        AssessmentDecision.Assess => $"decided {RouteWords.ToAssess(assessment.StartedBy)}, health advice requested",
        AssessmentDecision.DoNotAssess => $"decided not {RouteWords.ToAssess(assessment.StartedBy)}",
        _ when AssessmentStarts.MustAssess(assessment.StartedBy) => "there will be an assessment, the family has not been told yet",
        _ => "under consideration, not decided yet",
    };

    private static string AdviceDueOf(Assessment assessment, ClockSettings settings) => assessment switch
    {
        { AdviceRequestReceivedOn: { } received } => DueWords.InEmail(StatutoryClock.ForHealthAdvice(received, settings)),
        { Decision: AssessmentDecision.DoNotAssess } => "no advice is needed",
        _ => "6 weeks after the authority asks for it",
    };
}
