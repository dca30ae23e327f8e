using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Assessments;

/// <summary>The wish to record.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Wish">What the family wishes.</param>
/// <param name="Version">The assessment as the person saw it.</param>
/// <param name="ReplacesLater">Whether it counts although something else was said after it.</param>
public sealed record WishToRecord(string Reference, SharingWish Wish, Guid Version, bool ReplacesLater = false);

/// <summary>What a wish changes for requests.</summary>
/// <param name="Open">Those that go on and may be with somebody whom the family excludes now.</param>
/// <param name="Returned">Such as are answered and returned, beside which the service goes on seeing the child's record.</param>
/// <param name="ToAskAgain">Those that were stopped for the wish before, and that this one does not mean: the case is in triage for them.</param>
/// <param name="NamedAgain">Professionals whom the authority named, and who were not asked for the wish before: the case is in triage for them too.</param>
/// <param name="SeenAgain">Answered ones that were hidden for the wish before: their services see them again.</param>
/// <param name="MoreToAskAgain">Those of them of which a new version or an addendum was asked for: the case is in triage for them too.</param>
public sealed record DoubtfulRequests(int Open, int Returned, int ToAskAgain, int SeenAgain = 0, int MoreToAskAgain = 0, int NamedAgain = 0);

/// <summary>
/// Records what a family wishes about sharing. It takes effect at once: each request whose service sees the child's record, and may be
/// somebody whom the family excludes now, is put before the DCO service, to stop or to keep, and is not reminded of until then.
/// </summary>
public sealed class ChangeSharingHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, OtherSide otherSide, CaseOnItsWay onItsWay, AskableDirectoryQuery directories, EarlierRecords earlier, DoubtsAnew doubts, LiftedWishes lifted, StoppedAskings askings, CurrentPerson person, UkClock clock)
{
    /// <summary>Records the wish. The same wish again changes nothing.</summary>
    /// <returns>The requests that the DCO service has to look at; refused when something else was said after it, unless the person says that it counts all the same.</returns>
    public Task<Outcome<DoubtfulRequests>> HandleAsync(WishToRecord wish, CancellationToken ct) => change.MakeAsync<DoubtfulRequests>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == wish.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var before = assessment.Family.Wish;
        if (before == wish.Wish) { return Outcome.Already; }
        if (assessment.Version != wish.Version) { return Outcome.ChangedMeanwhile; }
        if (wish.Wish.SaidOn < before.SaidOn && !wish.ReplacesLater) { return Outcome.Refused($"Something later stands: {SharingWords.Of(before)} ({SharingWords.Said(before)}). It counts until you say that this replaces it", nameof(WishToRecord.ReplacesLater)); }
        if (await onItsWay.AddingAsync(assessment.Id, ct) is { } taken) { return taken; }
        assessment.ChangeSharing(wish.Wish);
        audit.Record(new SharingWishChanged(assessment.Keys, SharingWords.Of(before), SharingWords.Of(wish.Wish), SharingWords.Said(wish.Wish) ?? ""));
        var doubtful = await DoubtAsync(assessment, before.DoNotShareWith, ct);
        await doubts.OfOtherCasesAsync(assessment, ct);
        await lifted.OfOtherCasesAsync(assessment, ct);
        await earlier.WishedAsync(assessment, ct);
        await TellAsync(assessment, wish.Version, ct);
        return doubtful;
    }, ct);

    private async Task<DoubtfulRequests> DoubtAsync(Assessment assessment, string? before, CancellationToken ct)
    {
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id && p.NotAskedReason != null).ToListAsync(ct);
        if (requests.Count == 0 && named.Count == 0) { return new(0, 0, 0); }
        var directory = await directories.LoadAsync(ct);
        string?[] wished = [assessment.Family.DoNotShareWith, WishInWords.Of(assessment.Family.SharingSaidBy), WishInWords.Of(assessment.Family.SharingConsent)];
        var means = SharingWishes.AnyDoubtsAbout(wished, directory, clock.Today);
        Func<AdviceRequest, bool> had = SharingWishes.Doubts(before, directory, clock.Today), has = r => means(new(r.ServiceId, r.ProfessionalId));
        foreach (var request in requests.Where(r => r.ShownToService && r.Stage != RequestStage.Closed)) { request.DoubtSharing(has(request), clock.UtcNow); }
        foreach (var closed in requests.Where(r => r.ShownToService && r.Stage == RequestStage.Closed && has(r))) { closed.HideClosed(); }
        var doubted = requests.FindAll(r => r.SharingDoubtUtc is not null && r.Stage != RequestStage.Closed);
        var again = LiftedWishes.AgainOf(assessment, requests, named, [before], wished, directory, clock.Today);
        AskAgain(assessment, again, named);
        var hidden = requests.FindAll(r => r.Stage == RequestStage.Returned && had(r) && !has(r) && Shows(r));
        return new(doubted.Count(r => r.Stage != RequestStage.Returned), doubted.Count(r => r.Stage == RequestStage.Returned), again.Stopped.Count, hidden.Count, await MoreAgainAsync(assessment, hidden, ct), again.Named.Count(p => !IsStopped(again, p)));
    }

    private bool Shows(AdviceRequest request)
    {
        if (request.ShowToServiceAgain() is not { } shown) { return false; }
        audit.Record(shown);
        return true;
    }

    // the words in which more was asked for wait on the request, for the DCO service to ask again
    private async Task<int> MoreAgainAsync(Assessment assessment, List<AdviceRequest> hidden, CancellationToken ct)
    {
        if (hidden.Count == 0 || !assessment.IsOpen) { return 0; }
        var more = (await askings.OfAsync([assessment.Id], ct)).Count(s => hidden.Exists(r => r.Id == s.RequestId));
        if (more > 0) { assessment.NamedMore(); }
        return more;
    }

    // no other list has them, and why nobody was asked holds no longer
    private void AskAgain(Assessment assessment, AskableAgain again, List<InvolvedProfessional> named)
    {
        if (again.IsNobody) { return; }
        foreach (var p in named.Where(p => p.NotAskedReason!.StartsWith(ExcludedHolder.Stopped, StringComparison.Ordinal) && IsStopped(again, p)))
        {
            if (p.NotAsked(assessment.Keys, null, person.Actor.Name, clock.UtcNow) is { } fact) { audit.Record(fact); }
        }
        assessment.NamedMore();
    }

    private static bool IsStopped(AskableAgain again, InvolvedProfessional named) => again.Stopped.Any(r => NamedUnasked.IsOf(r, named));

    private async Task TellAsync(Assessment assessment, Guid replaced, CancellationToken ct)
    {
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        emails.SharingChanged(assessment, to, by, replaced);
    }
}
