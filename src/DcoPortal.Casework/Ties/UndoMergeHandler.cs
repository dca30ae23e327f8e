using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Ties;

/// <summary>Puts two cases that were merged apart again, each exactly as it was, on the same day and while nothing has happened since.</summary>
public sealed class UndoMergeHandler(PortalDb db, Change change, AuditTrail audit, CaseRows rows, MergeStandingQuery standing, MergedCases merged, TieEmails emails, HolderNews news, ExcusedRequests excused, WishesInForce wishes, LiftedWishes lifted, OtherSide otherSide, CurrentPerson person, UkClock clock)
{
    /// <summary>Undoes the merge of a case into another. A second click changes nothing.</summary>
    /// <param name="reference">The case that became part of the other.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused with what has happened since.</returns>
    public Task<Outcome> HandleAsync(string reference, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await merged.Rows.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } duplicate)
        {
            return await db.Assessments.AnyAsync(a => a.Reference == reference, ct) ? Outcome.Already : Outcome.NotFound;
        }
        var tie = await db.CaseTies.SingleAsync(t => t.OtherId == duplicate.Id && t.Kind == TieKind.SameAssessment, ct);
        if (tie.WhyNotUndo(QuestionSides.Of(person), clock.Today) is { } why) { return Outcome.Refused(why); }
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Id == tie.AssessmentId, ct) is not { } kept) { return Outcome.Refused($"{tie.Reference} has become part of another case since. Undo that first."); }
        var record = MergeRecord.Of(tie.Before!);
        if (await standing.WhatStopsAsync(tie, duplicate, ct) is { } since) { return Outcome.Refused(since); }
        var all = await rows.OfAsync([kept.Id], ct);
        var moved = record.Moved.ToHashSet();
        foreach (var row in all.Where(r => moved.Contains(r.Id) || (RequestOf(r) is { } request && moved.Contains(request)))) { row.MoveTo(duplicate.Keys); }
        var before = record.Requests.ToDictionary(r => r.Id);
        var requests = all.OfType<AdviceRequest>().Where(r => before.ContainsKey(r.Id)).ToList();
        foreach (var request in requests) { request.PutBack(before[request.Id]); }
        await excused.RenewAsync([.. requests.Where(r => r.Kind == AdviceKind.Statutory)], null, ct);
        foreach (var said in record.Named.Reverse()) { all.OfType<InvolvedProfessional>().SingleOrDefault(p => p.Id == said.Id)?.PutBack(said); }
        var links = record.Linked.ToList();
        db.CaseTies.RemoveRange(await db.CaseTies.Where(t => links.Contains(t.Id)).ToListAsync(ct));
        var together = kept.Family.DoNotShareWith;
        kept.PutBack(record.Kept);
        // who was stopped for the wish of the other alone
        if (together is not null) { await lifted.OfThisCaseAsync(kept, [together], await wishes.ElsewhereAsync(kept, ct), ct); }
        duplicate.StandAgain(record.AuthorityReference);
        audit.Record(new MergeUndone(kept.Keys, duplicate.Reference));
        audit.Record(new MergeUndone(duplicate.Keys, kept.Reference));
        if (record.Earlier is { } earlier) { tie.PutBack(earlier.Kind, earlier.Decision); } else { db.CaseTies.Remove(tie); }
        var (to, by) = await otherSide.OfAsync(kept, ct);
        emails.Undone(kept, duplicate.Reference, to, by, tie.Id);
        await news.TellAsync(duplicate, requests.Where(r => moved.Contains(r.Id)), (request, holder) => emails.RequestMovedBack(request, kept.Reference, duplicate.Reference, holder, by, tie.Id), ct);
        return Outcome.Done;
    }, ct);

    /// <summary>The request that a row is of: what was added to it since goes back with it, such as a draft.</summary>
    private static Guid? RequestOf(IMovesWithCase row) => row switch
    {
        AdviceResponse r => r.Id,
        CaseDocument d => d.AdviceRequestId,
        ReturnedAnswer a => a.AdviceRequestId,
        _ => null,
    };
}
