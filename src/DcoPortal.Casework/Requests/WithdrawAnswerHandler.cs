using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Incidents;

namespace DcoPortal.Casework.Requests;

/// <summary>What to withdraw, why, and what is to follow.</summary>
/// <param name="AnswerId">The answer.</param>
/// <param name="DocumentId">One document of it, or null for all of it.</param>
/// <param name="Reason">Why, as others read it.</param>
/// <param name="Words">What happened, for the DCO service.</param>
/// <param name="FoundOn">The day it was found, for the incident (Europe/London).</param>
/// <param name="Ask">What the service is asked for instead; null for nothing, or for what it was asked already.</param>
/// <param name="AskWords">What is needed, for the service.</param>
/// <param name="AskBy">The day by which that is wanted; null for the usual one, or the one that stands (Europe/London).</param>
/// <param name="Seen">Where the request stood, and in which asking, when the person looked.</param>
public sealed record WithdrawWish(Guid AnswerId, Guid? DocumentId, WithdrawalReason Reason, string Words, DateOnly FoundOn, AnswerKind? Ask, string? AskWords, DateOnly? AskBy, (RequestStage Stage, int Round) Seen);

/// <summary>
/// Withdraws a returned answer, or a document of it, at once: from this save on nobody outside the DCO service can open it, and
/// the authority is told. A paper about another child is recorded as an incident.
/// </summary>
public sealed class WithdrawAnswerHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, AskForMoreHandler asking, NextAnswerDraft draft, ExcludedHolder excluded, FollowingAnswers following, CurrentPerson person, UkClock clock)
{
    /// <summary>The value that says what the service is to send.</summary>
    public const string NextField = "Next";

    /// <summary>Withdraws it. A second click changes nothing.</summary>
    /// <returns>The withdrawal; changed meanwhile when the service was asked for something since the person looked; refused when an addendum would be left with nothing beside it.</returns>
    public Task<Outcome<Guid>> HandleAsync(Guid id, WithdrawWish wish, CancellationToken ct) => change.MakeAsync<Guid>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        var answers = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).ToListAsync(ct);
        var documents = await db.Documents.Where(d => d.AdviceRequestId == id && d.ReturnedUtc != null).ToListAsync(ct);
        if (answers.SingleOrDefault(a => a.Id == wish.AnswerId) is not { } answer) { return Outcome.NotFound; }
        var document = documents.SingleOrDefault(d => d.Id == wish.DocumentId);
        if (wish.DocumentId is not null && document is null) { return Outcome.NotFound; }
        if (await AlreadyAsync(answer, document, ct) is { } earlier) { return Outcome.Already.With(earlier); }
        // what the service is to send was chosen beside what it had been asked for then
        if (wish.Seen != (request.Stage, request.Round)) { return Outcome.ChangedMeanwhile; }
        var isExcluded = await excluded.IsMeantAsync(request, ct);
        if (wish.Ask is not null && isExcluded) { return Outcome.Refused(ExcludedHolder.Rule, NextField); }
        var (withdrawal, fact) = request.WithdrawAnswer(answer, document, documents, answers, wish.Reason, wish.Words.Trim(), person.Actor.Name, clock.UtcNow);
        if (IsLeftAlone(request, answers, wish.Ask)) { return Outcome.Refused("An addendum would be left with nothing beside it. Ask for a new version of the whole answer", NextField); }
        db.Withdrawals.Add(withdrawal);
        audit.Record(fact);
        foreach (var one in answers) { await following.WithdrawnAsync(one, documents, ct); }
        await emails.QueueAnswerWithdrawnAsync(request, withdrawal, ct);
        if (wish.Reason == WithdrawalReason.OtherChild) { RecordIncident(request, withdrawal, wish); }
        // advice about another child said nothing of this one
        else if (document is null && answer.NilReason is null) { await OvertakeAsync(request, answer, ct); }
        await draft.LeaveOutAsync(request, withdrawal, answers, documents, ct);
        if (wish.Ask is null && !isExcluded) { await emails.QueueServiceToldOfWithdrawalAsync(request, withdrawal, ct); }
        if (wish.Ask is { } kind) { await AskAsync(request, answers, kind, wish.AskWords!.Trim(), wish.AskBy, withdrawal.WithdrawnUtc, ct); }
        return withdrawal.Id;
    }, ct);

    private async Task OvertakeAsync(AdviceRequest request, ReturnedAnswer answer, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct);
        if (assessment?.OvertakeNoNeeds(answer.ReturnedUtc) is { } overtaken) { audit.Record(overtaken); }
    }

    // an addendum stands beside a version, and says nothing without one
    private static bool IsLeftAlone(AdviceRequest request, List<ReturnedAnswer> answers, AnswerKind? ask) =>
        (ask ?? (request.Stage == RequestStage.Reopened ? request.NextAnswer : null)) == AnswerKind.Addendum && answers.All(a => a.Kind != AnswerKind.Version || a.WithdrawnUtc is not null);

    private Task AskAsync(AdviceRequest request, List<ReturnedAnswer> answers, AnswerKind kind, string words, DateOnly? by, DateTime utc, CancellationToken ct) => request.Stage == RequestStage.Reopened
        ? asking.AskInsteadInThisSaveAsync(request, answers.OrderBy(a => a.ReturnedUtc).ThenBy(a => a.Id).Last(), kind, words, by, utc, ct)
        : asking.AskInThisSaveAsync(request, kind, words, by, utc, ct);

    private async Task<Guid?> AlreadyAsync(ReturnedAnswer answer, CaseDocument? document, CancellationToken ct)
    {
        if (answer.WithdrawnUtc is null && document?.WithdrawnUtc is null) { return null; }
        return await db.Withdrawals.Where(w => w.AnswerId == answer.Id && w.RestoredUtc == null && (document == null || w.DocumentId == document.Id || w.DocumentId == null))
            .OrderByDescending(w => w.WithdrawnUtc).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(ct);
    }

    private void RecordIncident(AdviceRequest request, Withdrawal withdrawal, WithdrawWish wish)
    {
        var incident = new Incident(request, withdrawal.Id, wish.FoundOn, wish.Words.Trim(), person.Actor.Name, clock.UtcNow);
        db.Incidents.Add(incident);
        audit.Record(new IncidentRecorded(incident.Keys));
    }
}
