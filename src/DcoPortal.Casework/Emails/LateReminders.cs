using System.Collections.Frozen;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Emails;

/// <summary>
/// Looks at a reminder once more when it is about to go: a mail server or a portal may have been away since it was queued.
/// One query, for reminders alone.
/// </summary>
internal static class LateReminders
{
    private const string ToAcknowledge = "advice-request-acknowledge";

    private static readonly FrozenSet<string> Templates =
        new[] { ToAcknowledge, "advice-request-reminder", "advice-request-overdue", "advice-unanswered-service-lead", "advice-unanswered-oversight" }.ToFrozenSet();

    /// <summary>Whether emails of a template press for the answer to a request.</summary>
    public static bool IsReminder(string template) => Templates.Contains(template);

    /// <summary>Ends a reminder that is not needed any more; what the ladder sends moves from a day off to the next working morning.</summary>
    /// <returns>Whether it must not go now.</returns>
    public static async Task<bool> StopAsync(PortalDb db, EmailMessage email, DateTime nowUtc, CancellationToken ct)
    {
        if (!IsReminder(email.Template) || email.AdviceRequestId is not { } requestId) { return false; }
        var request = await db.AdviceRequests.AsNoTracking().Where(r => r.Id == requestId)
            .Select(r => new Request(r.Stage, r.HasExemption, r.AcknowledgedUtc != null)).SingleOrDefaultAsync(ct);
        var today = UkClock.DateOf(nowUtc);
        // what a person sends goes on any day
        var isOfLadder = Chase.IsLadderKey(email.UniqueKey);
        var why = request is null ? "The request is not kept any more."
            : request.WhyNobodyNeedsIt ?? (isOfLadder ? WhyNotByItself(email, request, today) : null);
        if (why is not null)
        {
            await db.Emails.Where(e => e.Id == email.Id).ExecuteUpdateAsync(s => s
                .SetProperty(e => e.NextAttemptUtc, (DateTime?)null).SetProperty(e => e.ClaimedUntilUtc, (DateTime?)null)
                .SetProperty(e => e.DismissedUtc, nowUtc).SetProperty(e => e.LastError, why), ct);
            return true;
        }

        if (!isOfLadder || EnglandBankHolidays.IsWorkingDay(today)) { return false; }
        var morning = NextMorningUtc(today);
        await db.Emails.Where(e => e.Id == email.Id).ExecuteUpdateAsync(s => s
            .SetProperty(e => e.NextAttemptUtc, morning).SetProperty(e => e.ClaimedUntilUtc, (DateTime?)null), ct);
        return true;
    }

    private static string? WhyNotByItself(EmailMessage email, Request request, DateOnly today) =>
        request.IsExcused ? "The request was excused before it could be sent."
        : request.IsAcknowledged && email.Template == ToAcknowledge ? "The service said that it has the request before it could be sent."
        : LadderPlan.IsStale(UkClock.DateOf(email.QueuedUtc), today) ? "It could not be sent for three working days."
        : null;

    private static DateTime NextMorningUtc(DateOnly dayOff)
    {
        var day = dayOff.AddDays(1);
        while (!EnglandBankHolidays.IsWorkingDay(day)) { day = day.AddDays(1); }
        return JobSetup.MorningUtc(day);
    }

    /// <summary>How the request stands now.</summary>
    private sealed record Request(RequestStage Stage, bool IsExcused, bool IsAcknowledged)
    {
        public string? WhyNobodyNeedsIt => Stage switch
        {
            RequestStage.WithService => null,
            RequestStage.Closed => "The request was closed before it could be sent.",
            RequestStage.ToSend or RequestStage.GivenBack => "The request was given back before it could be sent.",
            _ => "The request was answered before it could be sent.",
        };
    }
}
