using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Ties;

/// <summary>What somebody says about two cases that stay two.</summary>
/// <param name="Reference">One of them.</param>
/// <param name="Other">The other.</param>
/// <param name="IsSame">Whether they are of one child.</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="TieVersion">What was decided about the two, as the person saw it; empty for nothing.</param>
public sealed record TieToDecide(string Reference, string Other, bool IsSame, string Reason, Guid TieVersion);

/// <summary>Links two cases of one child, or keeps that they are of two children. It can be said anew on any day.</summary>
public sealed class DecideTieHandler(PortalDb db, Change change, AuditTrail audit, TieEmails emails, OtherSide otherSide, DoubtsAnew doubts, LiftedWishes lifted, CurrentPerson person, UkClock clock)
{
    /// <summary>Decides. The same again changes nothing.</summary>
    /// <returns>Changed meanwhile when somebody has decided about the two since the person saw them.</returns>
    public Task<Outcome> HandleAsync(TieToDecide decide, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var one = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == decide.Reference, ct);
        var other = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == decide.Other, ct);
        if (one is null || other is null) { return Outcome.NotFound; }
        if (!decide.IsSame && one.ChildNhsNumber is { } number && number == other.ChildNhsNumber) { return Outcome.Refused("Both have the same NHS number, which is one child’s. Correct the one that is wrong first."); }
        var kind = decide.IsSame ? TieKind.SameChild : TieKind.OtherChild;
        var pair = CaseTie.PairKeyOf(one.Reference, other.Reference);
        var tie = await db.CaseTies.SingleOrDefaultAsync(t => t.PairKey == pair, ct);
        if (tie?.Kind == kind && (tie.Version == decide.TieVersion || tie.Reason == decide.Reason.Trim())) { return Outcome.Already; }
        if (decide.TieVersion != (tie?.Version ?? Guid.Empty)) { return Outcome.Overtaken(tie is null ? "What was decided about these two has been taken back." : $"{TieWords.Said(tie)}."); }
        var decision = new TieDecision(QuestionSides.Of(person), person.Actor.Name, decide.Reason.Trim(), clock.UtcNow, clock.Today);
        if (tie is null) { tie = db.CaseTies.Add(CaseTie.Of(one, other, kind, decision)).Entity; }
        else { tie.Take(kind, decision); }
        audit.Record(tie.FactFor(one));
        audit.Record(tie.FactFor(other));
        if (decide.IsSame)
        {
            var (to, by) = await otherSide.OfAsync(one, ct);
            emails.Linked(one, other.Reference, to, by, tie.Id);
            // what the family said on one counts on both
            await doubts.OfOtherCasesAsync(one, ct, other.Id);
            await doubts.OfOtherCasesAsync(other, ct, one.Id);
        }
        else
        {
            // what the family of the one child said excludes nobody from the other's
            await lifted.OfOtherCasesAsync(one, ct, other.Id);
            await lifted.OfOtherCasesAsync(other, ct, one.Id);
        }
        return Outcome.Done;
    }, ct);
}
