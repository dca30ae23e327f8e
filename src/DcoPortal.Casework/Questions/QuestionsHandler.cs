using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>Asks, answers, closes and reopens questions. A form sent twice works once; two people who answer at once both add their message.</summary>
public sealed class QuestionsHandler(PortalDb db, Change change, AuditTrail audit, QuestionEmails emails, CurrentPerson person, UkClock clock)
{
    private CaseSide Side => QuestionSides.Of(person);

    /// <summary>Asks a question on an assessment.</summary>
    public Task<Outcome> AskAsync(string reference, Guid key, string text, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var keys = await db.Assessments.Where(a => a.Reference == reference).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleOrDefaultAsync(ct);
        if (keys is null) { return Outcome.NotFound; }
        if (await db.QuestionMessages.Where(m => m.QuestionId == key).OrderBy(m => m.AtUtc).ThenBy(m => m.Id).Select(m => m.Text).FirstOrDefaultAsync(ct) is { } asked) { return SentTwice.Of(asked, text); }
        db.Questions.Add(new CaseQuestion(key, keys, Side, text.Trim(), person.Actor.Name, clock.UtcNow));
        audit.Record(new QuestionAsked(keys, Side));
        await emails.AskedAsync(key, keys, ct);
        return Outcome.Done;
    }, ct);

    /// <summary>Answers, or asks further. A message that another person writes at the same moment stays beside it.</summary>
    /// <param name="id">The question.</param>
    /// <param name="key">The message's key, from the form.</param>
    /// <param name="text">The text of the message.</param>
    /// <param name="openAgain">Whether a closed question is opened for the message.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when the question was closed and the form does not open it again.</returns>
    public Task<Outcome> ReplyAsync(Guid id, Guid key, string text, bool openAgain, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) { return Outcome.NotFound; }
        if (await db.QuestionMessages.Where(m => m.Id == key).Select(m => m.Text).SingleOrDefaultAsync(ct) is { } said) { return SentTwice.Of(said, text); }
        if (question.ClosedUtc is not null && !openAgain) { return Outcome.ChangedMeanwhile; }
        if (question.Reopen()) { audit.Record(new QuestionReopened(question.Keys)); }
        question.Say(Side, text.Trim(), person.Actor.Name, clock.UtcNow, key);
        audit.Record(new QuestionAnswered(question.Keys, Side));
        await emails.AnsweredAsync(id, key, question.Keys, ct);
        return Outcome.Done;
    }, ct);

    /// <summary>Closes a question.</summary>
    /// <returns>Refused for the side that did not ask.</returns>
    public Task<Outcome> CloseAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) { return Outcome.NotFound; }
        if (!question.Close(Side, person.Actor.Name, clock.UtcNow)) { return Outcome.Already; }
        audit.Record(new QuestionClosed(question.Keys));
        return Outcome.Done;
    }, ct);

    /// <summary>Opens a closed question again: both sides see it in their worklists.</summary>
    public Task<Outcome> ReopenAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) { return Outcome.NotFound; }
        if (!question.Reopen()) { return Outcome.Already; }
        audit.Record(new QuestionReopened(question.Keys));
        return Outcome.Done;
    }, ct);
}
