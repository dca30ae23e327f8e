using DcoPortal.Domain;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Asks for a new version or an addendum of a returned answer. The DCO service asks the service; a service that finds a mistake begins
/// one itself. What was returned stays until the new answer is returned, or the DCO service withdraws it.
/// </summary>
public sealed class AskForMoreHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, BegunAnswerQuery beginnings, NextAnswerDraft draft, HandoverHandler handover, ExcludedHolder excluded, CurrentPerson person, UkClock clock)
{
    /// <summary>Asks for it. A second click changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="kind">What is needed.</param>
    /// <param name="what">The words of it.</param>
    /// <param name="by">The day by which it is wanted, or null for the usual one (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused when nothing was returned.</returns>
    public Task<Outcome> HandleAsync(Guid id, AnswerKind kind, string what, DateOnly? by, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (await excluded.IsMeantAsync(request, ct)) { return Outcome.Refused(db.Scope.Kind == ScopeKind.DcoService ? ExcludedHolder.Rule : "Ring the DCO service about this answer first."); }
        return await AskInThisSaveAsync(request, kind, what.Trim(), by, clock.UtcNow, ct) ? Outcome.Done : Outcome.Already;
    }, ct);

    /// <summary>Adds to what the service is asked for already: it reads both, and a new version stays one.</summary>
    /// <param name="id">The request.</param>
    /// <param name="kind">What is needed.</param>
    /// <param name="what">The words that come to those that stand; null to change the day alone, which asks for nothing anew.</param>
    /// <param name="by">The day by which it is wanted, or null for the one that stands (Europe/London).</param>
    /// <param name="round">The asking that the person saw.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when something else is asked by now; refused when both together are too long.</returns>
    public Task<Outcome> AddAsync(Guid id, AnswerKind kind, string? what, DateOnly? by, int round, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        // the second click of one person
        if (what is not null && request is { Stage: RequestStage.Reopened, SentBackComment: { } said } && said.EndsWith($"\n\n{what.Trim()}", StringComparison.Ordinal)) { return Outcome.Already; }
        if (request.Stage != RequestStage.Reopened || request.Round != round) { return Outcome.ChangedMeanwhile; }
        if (await excluded.IsMeantAsync(request, ct)) { return Outcome.Refused(ExcludedHolder.Rule); }
        if (what is null) { return await ChangeDayAsync(request, by, ct); }
        var words = $"{request.SentBackComment}\n\n{what.Trim()}";
        if (words.Length > Withdrawal.WordsLength) { return Outcome.Refused($"What is asked already and this together must be {Withdrawal.WordsLength.ToString("N0", UkText.Culture)} characters or fewer"); }
        var last = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).OrderByDescending(a => a.ReturnedUtc).ThenByDescending(a => a.Id).FirstAsync(ct);
        await AskInsteadInThisSaveAsync(request, last, request.NextAnswer == AnswerKind.Version ? AnswerKind.Version : kind, words, by, clock.UtcNow, ct);
        return Outcome.Done;
    }, ct);

    private async Task<Outcome> ChangeDayAsync(AdviceRequest request, DateOnly? by, CancellationToken ct)
    {
        if (by is not { } on || request.ChangeWantedBy(on) is not { } changed) { return Outcome.Already; }
        audit.Record(changed);
        await TellAsync(request, ct, isOfDay: true);
        return Outcome.Done;
    }

    /// <summary>Asks in the caller's save, at the caller's instant: what is asked with a withdrawal is found again by it.</summary>
    /// <returns>Whether it was not asked for already.</returns>
    internal async Task<bool> AskInThisSaveAsync(AdviceRequest request, AnswerKind kind, string what, DateOnly? by, DateTime utc, CancellationToken ct)
    {
        var begun = await beginnings.OfAsync(request, ct);
        if (request.AskForMore(kind, what, by ?? AdviceRequest.UsuallyWantedBy(clock.Today), utc) is not { } asked) { return false; }
        if (kind == AnswerKind.Addendum && !await VersionStandsAsync(request, ct)) { throw new DomainRuleException("No version stands to which an addendum could be added. Choose a new version."); }
        audit.Record(asked);
        // a service that begins it itself has said that it has it
        if (db.Scope.Kind == ScopeKind.HealthService && request.Acknowledge(utc, person.Actor.Name) is { } acknowledged) { audit.Record(acknowledged); }
        await draft.BeginAsync(request, kind, begun is not null, utc, ct);
        await TellAsync(request, ct);
        return true;
    }

    /// <summary>Asks for something else than was asked for, in the caller's save: a round of its own, in which the service keeps what it has written so far.</summary>
    /// <param name="request">The request, for which something is asked already.</param>
    /// <param name="last">The answer returned last.</param>
    /// <param name="kind">What is asked now.</param>
    /// <param name="what">What is needed, for the service.</param>
    /// <param name="by">The day by which it is wanted, or null for the one that stood (Europe/London).</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task AskInsteadInThisSaveAsync(AdviceRequest request, ReturnedAnswer last, AnswerKind kind, string what, DateOnly? by, DateTime utc, CancellationToken ct)
    {
        var (begun, before, stood) = (await beginnings.OfAsync(request, ct), request.NextAnswer, request.WantedByOn);
        request.LetStand(last, what, utc);
        audit.Record(request.AskForMore(kind, what, by ?? stood ?? AdviceRequest.UsuallyWantedBy(clock.Today), utc)!);
        // a version takes the place of the one that stands, whose text and papers an addendum began without
        if (before == AnswerKind.Addendum && kind == AnswerKind.Version) { await draft.BeginAsync(request, kind, begun is not null, utc, ct); }
        await TellAsync(request, ct);
    }

    /// <summary>Asks again, in the caller's save, for what had been asked for when something else was asked instead of it.</summary>
    /// <param name="request">The request, with what was asked instead.</param>
    /// <param name="answers">What was returned for it.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when nothing had been asked for.</returns>
    internal async Task<bool> AskAgainInThisSaveAsync(AdviceRequest request, IEnumerable<ReturnedAnswer> answers, DateTime utc, CancellationToken ct)
    {
        var isInstead = await db.RequestMoves.AnyAsync(m => m.AdviceRequestId == request.Id && m.Move == RequestMove.LetStand && m.FromStage == RequestStage.Reopened && m.AtUtc == request.SentBackUtc, ct);
        if (!isInstead || await AskedBeforeAsync(request, ct) is not { } before) { return false; }
        await AskInsteadInThisSaveAsync(request, answers.OrderBy(a => a.ReturnedUtc).ThenBy(a => a.Id).Last(), before.Kind, before.What, before.By, utc, ct);
        return true;
    }

    // the trail keeps what each asking was for
    private async Task<(AnswerKind Kind, string What, DateOnly? By)?> AskedBeforeAsync(AdviceRequest request, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == request.Id && e.Fact == nameof(NewAnswerAsked))
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(2).Select(e => new { e.Sentence, e.Reason, e.After }).ToListAsync(ct);
        if (entries is not [_, { Reason: { } what } before]) { return null; }
        return (before.Sentence == NewAnswerAsked.SentenceOf(AnswerKind.Addendum) ? AnswerKind.Addendum : AnswerKind.Version, what, NewAnswerAsked.WantedByOf(before.After));
    }

    // a service that asks itself need not be told
    private async Task TellAsync(AdviceRequest request, CancellationToken ct, bool isOfDay = false)
    {
        if (db.Scope.Kind != ScopeKind.DcoService) { return; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        if (isOfDay) { emails.QueueWantedByChanged(request, directory, parties, delivery); }
        else { emails.QueueNewAnswerAsked(request, directory, parties, delivery); }
        handover.Apply(request, directory, delivery);
    }

    private async Task<bool> VersionStandsAsync(AdviceRequest request, CancellationToken ct) =>
        (await db.ReturnedAnswers.Where(a => a.AdviceRequestId == request.Id && a.Kind == AnswerKind.Version).ToListAsync(ct)).Exists(a => a.WithdrawnUtc is null);
}
