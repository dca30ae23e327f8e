using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Assessments;

/// <summary>The correction to make.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Dates">The right days.</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="Version">The assessment as the person saw it.</param>
public sealed record DatesToCorrect(string Reference, CorrectedDates Dates, string Reason, Guid Version);

/// <summary>Corrects the days that clocks run from, counts every date anew, and tells the people whose dates move.</summary>
public sealed class CorrectDatesHandler(PortalDb db, Change change, ClockSettingsQuery settings, UnansweredRequests unanswered, ExcusedRequests excused, AuditTrail audit, AssessmentEmails emails, HolderNews news, AccessScope scope, UkClock clock)
{
    /// <summary>What a correction would move. Nothing is saved.</summary>
    public async Task<Outcome<IReadOnlyList<DateChange>>> PreviewAsync(DatesToCorrect dates, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == dates.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var held = await HeldAsync(assessment, tracked: false, ct);
        var before = Snapshot(assessment, held);
        try
        {
            await CorrectAsync(assessment, held, dates.Dates, ct);
        }
        catch (DomainRuleException rule) { return Outcome.Refused(rule.Message); }
        return Outcome.Done.With(before.ChangesTo(Snapshot(assessment, held)));
    }

    /// <summary>Corrects the dates. A second click with the same dates changes nothing.</summary>
    /// <returns>What moved.</returns>
    public Task<Outcome<IReadOnlyList<DateChange>>> HandleAsync(DatesToCorrect dates, CancellationToken ct) => change.MakeAsync<IReadOnlyList<DateChange>>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == dates.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var held = await HeldAsync(assessment, tracked: true, ct);
        var before = Snapshot(assessment, held);
        var endedOn = assessment.OutcomeOn;
        var dueBefore = held.ToDictionary(h => h.Request.Id, h => h.Request.DueOn);
        await CorrectAsync(assessment, held, dates.Dates, ct);
        var after = Snapshot(assessment, held);
        var changes = before.ChangesTo(after);
        if (before.StartedBy == after.StartedBy && !changes.Any(c => c.IsMoved)) { return Outcome.Already.With(changes); }
        if (assessment.Version != dates.Version) { return Outcome.ChangedMeanwhile; }
        audit.Record(new DatesCorrected(assessment.Keys, before.Words(after), after.Words(before), dates.Reason.Trim()));
        await unanswered.CorrectDayAsync(assessment.Id, endedOn, assessment.OutcomeOn, ct);
        var moved = held.Where(h => h.Request.DueOn != dueBefore[h.Request.Id]).ToList();
        await excused.RenewAsync([.. moved.Select(m => m.Request)], null, ct);
        foreach (var one in moved) { audit.Record(new RequestDateCorrected(assessment.Keys, one.Request.Id, dueBefore[one.Request.Id], one.Request.DueOn, dates.Reason.Trim())); }
        await TellAsync(assessment, [.. moved.Where(h => h.Request.Stage != RequestStage.Closed)], dates, ct);
        return Outcome.Done.With(changes);
    }, ct);

    private async Task CorrectAsync(Assessment assessment, IReadOnlyList<HeldRequest> held, CorrectedDates dates, CancellationToken ct)
    {
        var exempted = await db.Exemptions.AsNoTracking().Where(e => e.AssessmentId == assessment.Id && e.AdviceRequestId == null && e.WithdrawnUtc == null).Select(e => e.Limit).ToListAsync(ct);
        var requests = held.Select(h => h.Request).ToList();
        var firstSent = requests.Where(r => r is { Kind: AdviceKind.Statutory, Stage: not RequestStage.Closed }).Min(r => r.FirstSentUtc);
        assessment.Correct(dates, requests, firstSent is { } utc ? UkClock.DateOf(utc) : null, exempted, clock.Today);
    }

    private static DateSnapshot Snapshot(Assessment assessment, IReadOnlyList<HeldRequest> held) => DateSnapshot.Of(assessment, held.Select(h => (h.Service, h.Request)));

    // also those closed that were asked on this day: they are counted by it, and may be opened again
    private async Task<IReadOnlyList<HeldRequest>> HeldAsync(Assessment assessment, bool tracked, CancellationToken ct)
    {
        var (id, asked) = (assessment.Id, assessment.AdviceRequestReceivedOn);
        var requests = tracked ? db.AdviceRequests : db.AdviceRequests.AsNoTracking();
        return await (
            from r in requests
            where r.AssessmentId == id && (r.Stage != RequestStage.Closed || (r.Kind == AdviceKind.Statutory && r.ReceivedByHealthOn == asked))
            join s in db.Services on r.ServiceId equals s.Id
            orderby r.DueOn, s.Name, r.Id
            select new HeldRequest(r, r.Stage == RequestStage.Closed ? s.DistinctName + ", closed" : s.DistinctName)).ToListAsync(ct);
    }

    private async Task TellAsync(Assessment assessment, IReadOnlyList<HeldRequest> moved, DatesToCorrect dates, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => new { a.Name, a.SendInbox }).SingleAsync(ct);
        var board = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => new { i.Name, i.DcoInbox }).SingleAsync(ct);
        var (to, by) = scope.Kind == ScopeKind.LocalAuthority ? (board.DcoInbox, authority.Name) : (authority.SendInbox, board.Name);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        emails.DatesCorrected(assessment, to, by, assessment.Deadlines(local).FinalPlan, dates.Version);
        await news.TellAsync(assessment, moved.Select(h => h.Request), (request, holder) => emails.DueDateCorrected(assessment, request, holder, by, request.DeadlineWith(local), dates.Version), ct);
    }

    private sealed record HeldRequest(AdviceRequest Request, string Service);
}
