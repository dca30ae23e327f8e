using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Questions;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Questions;

/// <summary>What came of it.</summary>
public enum QuestionOutcome
{
    /// <summary>Not in scope.</summary>
    NotFound,

    /// <summary>Done.</summary>
    Done,

    /// <summary>It had been done already: nothing changed.</summary>
    Already,

    /// <summary>It was closed meanwhile: nothing changed.</summary>
    Closed,

    /// <summary>Only the side that asked closes a question.</summary>
    NotYours,
}

/// <summary>Asks, answers, closes and opens again. Each form sent twice does its work once; two people who answer at once are both heard.</summary>
public sealed class QuestionsHandler(PortalDb db, AuditTrail audit, Outbox outbox, CurrentPerson person, UkClock clock)
{
    private const int MostTries = 5;

    private CaseSide Side => QuestionSides.Of(person);

    /// <summary>Asks.</summary>
    /// <returns>False when the assessment is not in scope.</returns>
    public async Task<bool> AskAsync(string reference, Guid key, string text, CancellationToken ct)
    {
        var keys = await db.Assessments.Where(a => a.Reference == reference).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleOrDefaultAsync(ct);
        if (keys is null) { return false; }
        if (await db.Questions.AnyAsync(q => q.Id == key, ct)) { return true; }
        db.Questions.Add(new CaseQuestion(key, keys, Side, text.Trim(), person.Actor.Name, clock.UtcNow));
        audit.Record(new QuestionAsked(keys, Side));
        await TellAsync("question-asked", $"question-asked:{key:N}", key, keys, ct);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException)
        {
            // the other half of a double click may have won
            db.ChangeTracker.Clear();
            if (!await db.Questions.AnyAsync(q => q.Id == key, ct)) { throw; }
        }
        return true;
    }

    /// <summary>Answers, or asks further.</summary>
    /// <param name="id">The question.</param>
    /// <param name="key">The message's key, from the form.</param>
    /// <param name="text">The words.</param>
    /// <param name="openAgain">Whether a closed question is opened for it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<QuestionOutcome> ReplyAsync(Guid id, Guid key, string text, bool openAgain, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            if (await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) { return QuestionOutcome.NotFound; }
            if (await db.QuestionMessages.AnyAsync(m => m.Id == key, ct)) { return QuestionOutcome.Already; }
            if (question.ClosedUtc is not null && !openAgain) { return QuestionOutcome.Closed; }
            if (question.Reopen()) { audit.Record(new QuestionReopened(question.Keys)); }
            question.Say(Side, text.Trim(), person.Actor.Name, clock.UtcNow, key);
            audit.Record(new QuestionAnswered(question.Keys, Side));
            await TellAsync("question-answered", $"question-answered:{key:N}", id, question.Keys, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return QuestionOutcome.Done;
            }
            // somebody said something at the same moment: both stand, so it is said again to the question as it now is
            catch (DbUpdateException) when (tried < MostTries) { db.ChangeTracker.Clear(); }
        }
    }

    /// <summary>Closes it.</summary>
    public async Task<QuestionOutcome> CloseAsync(Guid id, CancellationToken ct)
    {
        if (await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) { return QuestionOutcome.NotFound; }
        if (question.AskedBy != Side) { return QuestionOutcome.NotYours; }
        if (!question.Close(Side, person.Actor.Name, clock.UtcNow)) { return QuestionOutcome.Already; }
        audit.Record(new QuestionClosed(question.Keys));
        await db.SaveChangesAsync(ct);
        return QuestionOutcome.Done;
    }

    /// <summary>Opens it again: it is in both worklists once more.</summary>
    public async Task<QuestionOutcome> ReopenAsync(Guid id, CancellationToken ct)
    {
        if (await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) is not { } question) { return QuestionOutcome.NotFound; }
        if (!question.Reopen()) { return QuestionOutcome.Already; }
        audit.Record(new QuestionReopened(question.Keys));
        await db.SaveChangesAsync(ct);
        return QuestionOutcome.Done;
    }

    private async Task TellAsync(string template, string uniqueKey, Guid questionId, CaseKeys keys, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, keys.LocalAuthorityId, keys.IcbId, ct);
        // the reference and the link, never the words
        outbox.Queue(template, Side == CaseSide.LocalAuthority ? parties.Contact : parties.AuthorityInbox, uniqueKey, $"/questions/{questionId}",
            new Dictionary<string, string> { ["reference"] = keys.Reference, ["organisation-name"] = person.Actor.Organisation }, keys);
    }
}
