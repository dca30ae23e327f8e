using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Saving;
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
public sealed class CorrectDatesHandler(PortalDb db, Change change, ClockSettingsQuery settings, AuditTrail audit, AssessmentEmails emails, HandoverHandler handover, UkClock clock)
{
    /// <summary>What a correction would move. Nothing is saved.</summary>
    public async Task<Outcome<IReadOnlyList<DateChange>>> PreviewAsync(DatesToCorrect dates, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == dates.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var held = await HeldAsync(assessment.Id, tracked: false, ct);
        var before = Snapshot(assessment, held);
        try
        {
            Apply(assessment, held, dates);
            await RefuseOrphansAsync(assessment, ct);
        }
        catch (DomainRuleException rule) { return Outcome.Refused(rule.Message); }
        return Outcome.Done.With(before.ChangesTo(Snapshot(assessment, held)));
    }

    /// <summary>Corrects. The same correction twice changes nothing.</summary>
    /// <returns>What moved.</returns>
    public Task<Outcome<IReadOnlyList<DateChange>>> HandleAsync(DatesToCorrect dates, CancellationToken ct) => change.MakeAsync<IReadOnlyList<DateChange>>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == dates.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var held = await HeldAsync(assessment.Id, tracked: true, ct);
        var before = Snapshot(assessment, held);
        var dueBefore = held.ToDictionary(h => h.Request.Id, h => h.Request.DueOn);
        Apply(assessment, held, dates);
        await RefuseOrphansAsync(assessment, ct);
        var after = Snapshot(assessment, held);
        var changes = before.ChangesTo(after);
        if (before.StartedBy == after.StartedBy && !changes.Any(c => c.IsMoved)) { return Outcome.Already.With(changes); }
        if (assessment.Version != dates.Version) { return Outcome.ChangedMeanwhile; }
        audit.Record(new DatesCorrected(assessment.Keys, before.Words(after), after.Words(before), dates.Reason.Trim()));
        var moved = held.Where(h => h.Request.DueOn != dueBefore[h.Request.Id]).ToList();
        foreach (var one in moved) { audit.Record(new RequestDateCorrected(assessment.Keys, one.Request.Id, dueBefore[one.Request.Id], one.Request.DueOn, dates.Reason.Trim())); }
        await TellAsync(assessment, moved, dates, ct);
        return Outcome.Done.With(changes);
    }, ct);

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
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => new { a.Name, a.SendInbox }).SingleAsync(ct);
        var board = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => new { i.Name, i.DcoInbox }).SingleAsync(ct);
        var (to, by) = dates.HealthReceivedOn is null ? (board.DcoInbox, authority.Name) : (authority.SendInbox, board.Name);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        emails.DatesCorrected(assessment, to, by, assessment.Deadlines(local).FinalPlan, dates.Version);
        var told = moved.Select(h => h.Request).Where(r => !r.Stage.IsWithNobody() && !r.Stage.IsEnd()).ToList();
        if (told.Count == 0) { return; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, told, ct);
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        foreach (var request in told)
        {
            var delivery = request.Stage.IsOutstanding() ? await handover.DeliveryAsync(request, directory, parties, clock.Today, ct) : directory.DeliveryFor(request, clock.Today);
            emails.DueDateCorrected(assessment, request, delivery.To, by, request.DeadlineWith(local), dates.Version);
            if (request.Stage.IsOutstanding()) { handover.Apply(request, directory, delivery); }
        }
    }

    private sealed record HeldRequest(AdviceRequest Request, string Service);
}
