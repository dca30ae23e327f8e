using System.Collections.Frozen;
using DcoPortal.Casework.Jobs;
using DcoPortal.Domain.Ladder;

namespace DcoPortal.Casework.Emails;

/// <summary>
/// Checks a reminder, or an email to a holder that waited, once more before it is sent: a mail server or an instance may have been
/// down since it was queued. One query, for these emails alone.
/// </summary>
internal static class WaitingEmails
{
    private const string ToAcknowledge = "advice-request-acknowledge";

    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    private static readonly FrozenSet<string> Templates =
        new[] { ToAcknowledge, "advice-request-reminder", "advice-request-overdue", "new-answer-reminder", "advice-unanswered-service-lead", "advice-unanswered-oversight" }.ToFrozenSet();

    /// <summary>Whether emails of a template ask for the answer to a request.</summary>
    public static bool IsReminder(string template) => Templates.Contains(template);

    /// <summary>Whether the email did not leave with the first look at the outbox, failed before, or repeats another.</summary>
    public static bool HasWaited(EmailMessage email, DateTime nowUtc) => email.LastError is not null || email.RepeatsId is not null || nowUtc - email.QueuedUtc > AtOnce;

    /// <summary>Ends an email that nobody needs any more; moves one of the ladder from a day off to the next working morning.</summary>
    /// <returns>Whether the email must not go now.</returns>
    public static async Task<bool> StopAsync(PortalDb db, EmailMessage email, DateTime nowUtc, CancellationToken ct)
    {
        if (email.AdviceRequestId is not { } requestId || !(IsReminder(email.Template) || (email.IsForHolder && HasWaited(email, nowUtc)))) { return false; }
        var request = await db.AdviceRequests.AsNoTracking().Where(r => r.Id == requestId)
            .Select(r => new Request(r.Stage, AdviceRequest.RestsUntil(r.HasExemption, r.PromisedOn), r.AcknowledgedUtc != null)).SingleOrDefaultAsync(ct);
        var today = UkClock.DateOf(nowUtc);
        // only the ladder waits for a working day: a person may chase on any day
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
        request.RestsUntilOn >= today ? "The request was excused, and promised for a later day, before it could be sent."
        : request.IsAcknowledged && email.Template == ToAcknowledge ? "The service said that it has the request before it could be sent."
        : LadderPlan.IsStale(UkClock.DateOf(email.QueuedUtc), today) ? "It could not be sent for three working days."
        : null;

    private static DateTime NextMorningUtc(DateOnly dayOff)
    {
        var day = dayOff.AddDays(1);
        while (!EnglandBankHolidays.IsWorkingDay(day)) { day = day.AddDays(1); }
        return JobSetup.MorningUtc(day);
    }

    /// <summary>The present state of the request.</summary>
    private sealed record Request(RequestStage Stage, DateOnly? RestsUntilOn, bool IsAcknowledged)
    {
        public string? WhyNobodyNeedsIt => Stage switch
        {
            RequestStage.WithService or RequestStage.Reopened => null,
            RequestStage.Closed => "The request was closed before it could be sent.",
            RequestStage.ToSend or RequestStage.GivenBack => "The request was given back before it could be sent.",
            _ => "The request was answered before it could be sent.",
        };
    }
}
