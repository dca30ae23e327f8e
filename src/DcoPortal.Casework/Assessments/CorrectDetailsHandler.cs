using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Assessments;

/// <summary>The correction to make.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Right">What is right.</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="HasLooked">Whether the person has looked at the records that would seem to be the same child's.</param>
/// <param name="IsSameChild">Whether the person has said that it is the same child, where it would seem to be another.</param>
/// <param name="Version">The assessment as the person saw it.</param>
public sealed record DetailsToCorrect(string Reference, CaseDetails Right, string Reason, bool HasLooked, bool IsSameChild, Guid Version);

/// <summary>What a correction changes.</summary>
/// <param name="Changes">Each detail before and after.</param>
/// <param name="Consequences">What follows from it, a sentence each.</param>
/// <param name="Conflicts">Records to look at first.</param>
/// <param name="Another">That it would make another child of the case; null where it would not.</param>
/// <param name="Told">How many people with an open request are told.</param>
/// <param name="ToldReturned">How many people are told whose advice was returned.</param>
public sealed record DetailsCorrection(IReadOnlyList<DetailChange> Changes, IReadOnlyList<string> Consequences, IReadOnlyList<DetailConflict> Conflicts, AnotherChild? Another, int Told, int ToldReturned);

/// <summary>Puts right what a notification says, keeps what it said in the activity, and tells whoever has an open request that something changed, never what.</summary>
public sealed class CorrectDetailsHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, HolderNews news, DetailConflictsQuery conflicts, AnotherChildQuery others, OtherSide otherSide, CaseOnItsWay onItsWay, AskableDirectoryQuery directories, WishesInForce wishes, DoubtsAnew doubts, LiftedWishes lifted, UkClock clock)
{
    /// <summary>What a correction would change. Nothing is saved.</summary>
    public async Task<Outcome<DetailsCorrection>> PreviewAsync(DetailsToCorrect details, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == details.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        try { return Outcome.Done.With(await CorrectAsync(assessment, details, await ToldAsync(assessment.Id, ct), ct)); }
        catch (DomainRuleException rule) { return Outcome.Refused(rule.Message); }
    }

    /// <summary>Corrects the details. A second click with the same details changes nothing.</summary>
    public Task<Outcome<DetailsCorrection>> HandleAsync(DetailsToCorrect details, CancellationToken ct) => change.MakeAsync<DetailsCorrection>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == details.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var told = await ToldAsync(assessment.Id, ct);
        var (version, before) = (assessment.Version, assessment.Details);
        var isOther = Identity(before.Child) != Identity(details.Right.Child);
        var elsewhere = isOther ? await wishes.ElsewhereAsync(assessment, ct) : [];
        var made = await CorrectAsync(assessment, details, told, ct);
        if (made.Changes.Count == 0) { return Outcome.Already.With(made); }
        if (version != details.Version) { return Outcome.ChangedMeanwhile; }
        if (made.Conflicts.Count > 0 && !details.HasLooked) { throw new DomainRuleException("Look at the other records first, then say that the details are this child’s."); }
        if (made.Another is not null && !details.IsSameChild) { throw new DomainRuleException("This would make another child of the case. Say that it is the same child, or log the other."); }
        if (await onItsWay.AddingAsync(assessment.Id, ct) is { } taken) { return taken; }
        foreach (var one in made.Changes) { audit.Record(new DetailCorrected(assessment.Keys, one.What, one.Before, one.After, details.Reason.Trim())); }
        // another authority decides by these whether the case is its own
        if (await db.CaseTransfers.SingleOrDefaultAsync(t => t.FromId == assessment.Id && t.State == TransferState.Sent, ct) is { } sent) { sent.ShowChild(assessment.Child); }
        // the child of another case by now: what the family has said there counts here, and the other way
        var elsewhereNow = isOther ? await wishes.ElsewhereAsync(assessment, ct) : [];
        await DoubtAsync([.. NewWishes(before, assessment.Details, details.Reason), .. elsewhereNow.Except(elsewhere)], told.Open, ct);
        if (isOther)
        {
            await doubts.OfOtherCasesAsync(assessment, ct);
            await lifted.OfOtherCasesAsync(assessment, ct);
            await lifted.OfThisCaseAsync(assessment, elsewhere, elsewhereNow, ct);
        }
        await TellAsync(assessment, made, told, details.Version, ct);
        return Outcome.Done.With(made);
    }, ct);

    private async Task<DetailsCorrection> CorrectAsync(Assessment assessment, DetailsToCorrect details, ToldOfDetails told, CancellationToken ct)
    {
        var before = assessment.Details;
        var another = await others.FindAsync(assessment, details.Right.Child, ct);
        var found = await conflicts.FindAsync(assessment, details.Right, ct);
        assessment.CorrectDetails(details.Right);
        var changes = CaseDetailFields.Between(before, assessment.Details);
        return new(changes, [.. Consequences(before.Child.DateOfBirth, details.Right.Child.DateOfBirth), .. NewWishes(before, assessment.Details, details.Reason).Select(w => $"“{w}” may say who must not know. If it does, record it under Sharing information: until then nobody is asked without somebody looking at it.")], found, another, changes.Any(c => c.IsForServices) ? told.Open.Count : 0, another is null ? 0 : told.Returned.Count);
    }

    // what a text says of sharing counts from the day it stands there
    private static IEnumerable<string> NewWishes(CaseDetails before, CaseDetails now, string reason) =>
        CaseTexts.Of(now).Append(reason).Select(WishInWords.Of).OfType<string>().Distinct().Except(CaseTexts.Of(before).Select(WishInWords.Of).OfType<string>());

    private static (string?, string?, DateOnly, string, string) Identity(ChildOrYoungPerson child) => (child.NhsNumber, child.Upn, child.DateOfBirth, child.LegalSurname, child.Forenames);

    private async Task DoubtAsync(List<string> found, List<AdviceRequest> requests, CancellationToken ct)
    {
        if (found.Count == 0 || requests.Count == 0) { return; }
        var directory = await directories.LoadAsync(ct);
        foreach (var request in requests.Where(r => found.Exists(w => SharingWishes.Doubts(w, directory, clock.Today)(r)))) { request.DoubtSharing(true, clock.UtcNow); }
    }

    private IEnumerable<string> Consequences(DateOnly was, DateOnly now)
    {
        if (was == now) { yield break; }
        yield return "No time limit moves: the clock does not run from the date of birth.";
        var (before, after) = (CompulsorySchoolAge.IsYoungPerson(was, clock.Today), CompulsorySchoolAge.IsYoungPerson(now, clock.Today));
        if (!before && after) { yield return "They are over compulsory school age: the young person is written to, and their views count first."; }
        if (before && !after) { yield return "They are not over compulsory school age: the parents are written to."; }
    }

    private async Task TellAsync(Assessment assessment, DetailsCorrection made, ToldOfDetails told, Guid replaced, CancellationToken ct)
    {
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        emails.DetailsCorrected(assessment, to, by, replaced);
        if (made.Told > 0) { await news.TellAsync(assessment, told.Open, (request, holder) => emails.RequestDetailsCorrected(assessment, request, holder, by, replaced), ct); }
        if (made.ToldReturned > 0) { await news.TellReturnedAsync(told.Returned, (request, holder) => emails.ReturnedDetailsCorrected(assessment, request, holder, by, replaced), ct); }
    }

    // whose advice was returned may hear that the case names another child by now
    private async Task<ToldOfDetails> ToldAsync(Guid id, CancellationToken ct) => new(
        await db.AdviceRequests.Where(r => r.AssessmentId == id).WithSomebody().ToListAsync(ct),
        await db.AdviceRequests.Where(r => r.AssessmentId == id && r.Stage == RequestStage.Returned && r.ShownToService && r.SharingDoubtUtc == null).ToListAsync(ct));

    private sealed record ToldOfDetails(List<AdviceRequest> Open, List<AdviceRequest> Returned);
}
