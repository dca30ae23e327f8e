using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Text;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Assessments;

/// <summary>The right days. A null one stays as it is.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="StartedBy">How it began.</param>
/// <param name="ReceivedOn">The day the authority's clock started (Europe/London).</param>
/// <param name="HealthReceivedOn">The day health received the request for advice (Europe/London).</param>
/// <param name="ToldOn">The day the family was told of a re-assessment (Europe/London).</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="Version">The assessment as the person saw it.</param>
public sealed record DatesToCorrect(string Reference, ClockEvent? StartedBy, DateOnly? ReceivedOn, DateOnly? HealthReceivedOn, DateOnly? ToldOn, string Reason, Guid Version);

/// <summary>Corrects the days that clocks run from, counts every date anew, and tells those whose dates move.</summary>
public sealed class CorrectDatesHandler(PortalDb db, ClockSettingsQuery settings, AuditTrail audit, Outbox outbox, HandoverHandler handover, UkClock clock)
{
    private const string Template = "dates-corrected";

    /// <summary>What a correction would move, without saving it.</summary>
    /// <returns>Null when the person has no such assessment.</returns>
    /// <exception cref="DomainRuleException">The dates would be out of order.</exception>
    public async Task<IReadOnlyList<DateChange>?> PreviewAsync(DatesToCorrect dates, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == dates.Reference, ct);
        if (assessment is null) { return null; }
        var held = await HeldAsync(assessment.Id, tracked: false, ct);
        var before = Snapshot(assessment, held);
        Apply(assessment, held, dates);
        await RefuseOrphansAsync(assessment, ct);
        return before.ChangesTo(Snapshot(assessment, held));
    }

    /// <summary>Corrects. The same correction twice changes nothing.</summary>
    /// <returns>What moved; null when the person has no such assessment.</returns>
    /// <exception cref="DomainRuleException">The dates would be out of order.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the assessment since the person saw it.</exception>
    public async Task<IReadOnlyList<DateChange>?> HandleAsync(DatesToCorrect dates, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == dates.Reference, ct);
        if (assessment is null) { return null; }
        var held = await HeldAsync(assessment.Id, tracked: true, ct);
        var before = Snapshot(assessment, held);
        var dueBefore = held.ToDictionary(h => h.Request.Id, h => h.Request.DueOn);
        Apply(assessment, held, dates);
        await RefuseOrphansAsync(assessment, ct);
        var after = Snapshot(assessment, held);
        var changes = before.ChangesTo(after);
        if (before.StartedBy == after.StartedBy && !changes.Any(c => c.IsMoved)) { return changes; }
        db.Entry(assessment).Property(a => a.Version).OriginalValue = dates.Version;
        audit.Record(new DatesCorrected(assessment.Keys, before.Words(after), after.Words(before), dates.Reason.Trim()));
        var moved = held.Where(h => h.Request.DueOn != dueBefore[h.Request.Id]).ToList();
        foreach (var one in moved) { audit.Record(new RequestDateCorrected(assessment.Keys, one.Request.Id, dueBefore[one.Request.Id], one.Request.DueOn, dates.Reason.Trim())); }
        await TellAsync(assessment, moved, dates, ct);
        await db.SaveChangesAsync(ct);
        return changes;
    }

    /// <summary>An exemption from a limit that the new route does not have would stand beside nothing.</summary>
    private async Task RefuseOrphansAsync(Assessment assessment, CancellationToken ct)
    {
        var limits = await db.Exemptions.AsNoTracking().Where(e => e.AssessmentId == assessment.Id && e.AdviceRequestId == null && e.WithdrawnUtc == null).Select(e => e.Limit).ToListAsync(ct);
        if (limits.Exists(l => AuthorityLimits.Find(assessment, l) is null))
        {
            throw new DomainRuleException("An exemption is recorded from a limit that does not exist on the route you chose. Withdraw it on the assessment’s page first.");
        }
    }

    private void Apply(Assessment assessment, IReadOnlyList<HeldRequest> held, DatesToCorrect dates)
    {
        var (start, receivedOn) = (dates.StartedBy ?? assessment.StartedBy, dates.ReceivedOn ?? assessment.RequestReceivedOn);
        // the later day first: both may move past where the other stands
        void Told() { if (dates.ToldOn is { } told && told != assessment.DecidedOn) { assessment.CorrectDecidedOn(told); } }
        if (dates.ToldOn > assessment.DecidedOn && assessment.StartedBy != ClockEvent.ReassessmentNotified) { Told(); }
        if (start != assessment.StartedBy || receivedOn != assessment.RequestReceivedOn) { assessment.CorrectAnchor(start, receivedOn); }
        Told();
        if (dates.HealthReceivedOn is not { } on) { return; }
        var statutory = held.Where(h => h.Request.Kind == AdviceKind.Statutory).ToList();
        if (statutory.Select(h => h.Request.FirstSentUtc).Min() is { } sent && UkClock.DateOf(sent) < on)
        {
            throw new DomainRuleException($"Health cannot have received the request after it was sent to a professional on {UkText.LongDate(UkClock.DateOf(sent))}.");
        }
        if (on != assessment.AdviceRequestReceivedOn) { assessment.CorrectAdviceReceipt(on, clock.Today); }
        foreach (var request in statutory) { request.Request.CorrectReceipt(on); }
    }

    private static DateSnapshot Snapshot(Assessment assessment, IReadOnlyList<HeldRequest> held) => DateSnapshot.Of(assessment, held.Select(h => (h.Service, h.Request)));

    private async Task<IReadOnlyList<HeldRequest>> HeldAsync(Guid assessmentId, bool tracked, CancellationToken ct)
    {
        var requests = tracked ? db.AdviceRequests : db.AdviceRequests.AsNoTracking();
        return await (
            from r in requests
            where r.AssessmentId == assessmentId && r.Stage != RequestStage.Closed
            join s in db.Services on r.ServiceId equals s.Id
            orderby r.DueOn, s.Name, r.Id
            select new HeldRequest(r, s.Name)).ToListAsync(ct);
    }

    private async Task TellAsync(Assessment assessment, IReadOnlyList<HeldRequest> moved, DatesToCorrect dates, CancellationToken ct)
    {
        // one correction is one event, named by the version that it replaces
        var once = $"corrected:{assessment.Id:N}:{dates.Version:N}";
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => new { a.Name, a.SendInbox }).SingleAsync(ct);
        var board = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => new { i.Name, i.DcoInbox }).SingleAsync(ct);
        var (to, by) = dates.HealthReceivedOn is null ? (board.DcoInbox, authority.Name) : (authority.SendInbox, board.Name);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        outbox.Queue(Template, to, once, $"/assessments/{assessment.Reference}", Values(assessment, by, assessment.Deadlines(local).FinalPlan), assessment.Keys);
        var told = moved.Select(h => h.Request).Where(r => !r.Stage.IsWithNobody() && !r.Stage.IsEnd()).ToList();
        if (told.Count == 0) { return; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, told, ct);
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        foreach (var request in told)
        {
            var delivery = request.Stage.IsOutstanding() ? await handover.DeliveryAsync(request, directory, parties, clock.Today, ct) : directory.DeliveryFor(request, clock.Today);
            outbox.Queue("due-date-corrected", delivery.To, $"{once}:{request.Id:N}", AdviceEmails.Path(request), Values(assessment, by, request.DeadlineWith(local)), assessment.Keys, request.Id);
            if (request.Stage.IsOutstanding()) { handover.Apply(request, directory, delivery); }
        }
    }

    private static Dictionary<string, string> Values(Assessment assessment, string by, Deadline? due) => new()
    {
        ["reference"] = assessment.Reference,
        ["organisation-name"] = by,
        ["due-on"] = due is null ? "none: it is counted from the day the family is told of a re-assessment" : DueWords.InEmail(due),
    };

    private sealed record HeldRequest(AdviceRequest Request, string Service);
}
