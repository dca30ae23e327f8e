using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Ties;

/// <summary>What became of one request in a merge.</summary>
/// <param name="Request">The request.</param>
/// <param name="Before">What it was before.</param>
/// <param name="IsMoved">Whether it belonged to the case that became part of the other.</param>
public sealed record MergedRequest(AdviceRequest Request, RequestBefore Before, bool IsMoved)
{
    /// <summary>Whether its due date has become earlier.</summary>
    public bool DueMoved => Request.DueOn != Before.DueOn;

    /// <summary>Whether the merge changes it at all.</summary>
    public bool IsChanged => IsMoved || Request.BeforeMerge != Before;
}

/// <summary>One whom both cases name, with what the other says of them taken in.</summary>
/// <param name="Before">What was said of them before.</param>
/// <param name="Words">Who that is, in words.</param>
/// <param name="Facts">What changed.</param>
public sealed record NamedTakenIn(InvolvedBefore Before, string Words, IReadOnlyList<AuditFact> Facts);

/// <summary>What merging does, done to the rows that are given and saved by the caller; or shown, and saved by nobody.</summary>
public sealed record Merge
{
    /// <summary>Each detail of the case that stays that is filled in or added to.</summary>
    public required IReadOnlyList<DetailChange> Details { get; init; }

    /// <summary>Each date of the case that stays that becomes earlier, or that it did not have.</summary>
    public required IReadOnlyList<DateChange> Dates { get; init; }

    /// <summary>The wish about sharing before.</summary>
    public required SharingWish Wish { get; init; }

    /// <summary>The wish that holds afterwards.</summary>
    public required SharingWish WishNow { get; init; }

    /// <summary>The requests of both.</summary>
    public required IReadOnlyList<MergedRequest> Requests { get; init; }

    /// <summary>Those whom both name and of whom more is known now, in words.</summary>
    public required IReadOnlyList<NamedTakenIn> Named { get; init; }

    /// <summary>Whom nobody has asked for statutory advice, which is to be asked for now: the case goes to triage for them.</summary>
    public required IReadOnlyList<string> ToTriage { get; init; }

    /// <summary>The DCO's decision that comes along, where every service of the other had no advice; or null.</summary>
    public required AllNilDecision? AllNil { get; init; }

    /// <summary>The services that both cases ask, where neither request has ended, by the key of the service.</summary>
    public IReadOnlyList<Guid> AskedTwice => [.. Requests.Where(r => !r.Request.Stage.IsEnd()).GroupBy(r => r.Request.CoverForServiceId ?? r.Request.ServiceId)
        .Where(g => g.Any(r => r.IsMoved) && g.Any(r => !r.IsMoved)).Select(g => g.Key)];
}

/// <summary>Merges two cases in memory.</summary>
public sealed class Merging(AskableDirectoryQuery directories, ExcusedRequests excused, UkClock clock)
{
    /// <summary>Lets one case take in the other.</summary>
    /// <param name="kept">The case that stays.</param>
    /// <param name="duplicate">The case that becomes part of it.</param>
    /// <param name="own">The requests of the case that stays.</param>
    /// <param name="rows">The rows of the other that go along, its requests among them.</param>
    /// <param name="named">Whom both cases name: those of the case that stays, and those of the other.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Merge> MakeAsync(Assessment kept, Assessment duplicate, IReadOnlyList<AdviceRequest> own, IReadOnlyList<IMovesWithCase> rows, (IReadOnlyList<InvolvedProfessional> Own, IReadOnlyList<InvolvedProfessional> Other) named, CancellationToken ct)
    {
        var (details, wish, was, decided) = (kept.Details, kept.Family.Wish, DatesOf(kept), kept.AllNilDecidedUtc);
        InvolvedProfessional[] undecided = [.. IsDecided(kept) ? [] : named.Own, .. IsDecided(duplicate) ? [] : named.Other];
        List<MergedRequest> requests = [.. own.Select(r => new MergedRequest(r, r.BeforeMerge, false)), .. rows.OfType<AdviceRequest>().Select(r => new MergedRequest(r, r.BeforeMerge, true))];
        kept.TakeIn(duplicate);
        var keys = own.Select(r => r.DuplicateKey).ToHashSet();
        foreach (var row in rows)
        {
            if (row is AdviceRequest request && keys.Contains(request.DuplicateKey)) { request.StandBeside(); }
            row.MoveTo(kept.Keys);
        }
        await excused.RenewAsync([.. requests.Select(r => r.Request).Where(r => r.TakeEarlierReceipt(kept) && r.HasExemption)], null, ct);
        var taken = TakeInNamed(kept, named.Own, named.Other);
        var waiting = Waiting(kept, named, undecided, taken, [.. requests.Select(r => r.Request)]);
        var early = await EarlyAsync(kept, [.. requests.Select(r => r.Request)], [.. named.Own, .. named.Other], ct);
        if (waiting.Count + early.Count > 0) { kept.NamedMore(); }
        if (kept.Family.Wish != wish || requests.Exists(r => r.IsMoved)) { await DoubtAsync(kept, requests, ct); }
        return new()
        {
            Details = CaseDetailFields.Between(details, kept.Details),
            Dates = [.. was.Zip(DatesOf(kept), (before, after) => new DateChange(before.What, before.On, after.On)).Where(d => d.IsMoved)],
            Wish = wish,
            WishNow = kept.Family.Wish,
            Requests = requests,
            Named = taken,
            ToTriage = [.. waiting.Select(p => p.Words), .. early],
            AllNil = kept.AllNilDecidedUtc == decided ? null : kept.AllNil,
        };
    }

    // asked for early information while the other case was not decided: somebody looks whether they are asked for advice
    private async Task<IReadOnlyList<string>> EarlyAsync(Assessment kept, IReadOnlyCollection<AdviceRequest> requests, IReadOnlyCollection<InvolvedProfessional> named, CancellationToken ct)
    {
        if (!kept.IsOpen || !EarlyOnly.ServicesIn(kept, requests, named).Any()) { return []; }
        return EarlyOnly.Words(kept, requests, named, await directories.LoadAsync(ct));
    }

    private static bool IsDecided(Assessment a) => a.Decision == AssessmentDecision.Assess;

    // a case that was not decided had asked for no statutory advice, and now it is; whom the family asked for is asked, or somebody says why not
    private static IReadOnlyList<InvolvedProfessional> Waiting(Assessment kept, (IReadOnlyList<InvolvedProfessional> Own, IReadOnlyList<InvolvedProfessional> Other) named, IReadOnlyCollection<InvolvedProfessional> undecided, List<NamedTakenIn> taken, List<AdviceRequest> requests)
    {
        if (!kept.IsOpen || !IsDecided(kept)) { return []; }
        var marked = taken.Exists(t => t.Facts.OfType<FamilyAskedForAdvice>().Any()) ? NamedUnasked.WithoutReason(kept, named.Own, requests) : [];
        return [.. marked.Concat(undecided.Where(p => p is { IsCurrent: true, AnsweredOn: null } && (p.NotAskedReason is null || p.FamilyAsked) && !requests.Exists(r => NamedUnasked.Asks(kept, r, p)))).DistinctBy(AddProfessionalsHandler.KeyOf)];
    }

    private static List<NamedTakenIn> TakeInNamed(Assessment kept, IReadOnlyList<InvolvedProfessional> own, IReadOnlyList<InvolvedProfessional> other)
    {
        List<NamedTakenIn> taken = [];
        var known = own.DistinctBy(AddProfessionalsHandler.KeyOf).ToDictionary(AddProfessionalsHandler.KeyOf);
        foreach (var same in other)
        {
            if (!known.TryGetValue(AddProfessionalsHandler.KeyOf(same), out var mine)) { continue; }
            var before = mine.BeforeMerge;
            var facts = mine.TakeIn(same, kept.Keys);
            if (mine.BeforeMerge != before) { taken.Add(new(before, mine.Words, facts)); }
        }
        return taken;
    }

    /// <summary>Those of a case's named professionals whom the other names too: they are not named twice.</summary>
    public static IEnumerable<IMovesWithCase> ButNamedAlready(IEnumerable<IMovesWithCase> rows, IEnumerable<InvolvedProfessional> named)
    {
        var known = named.Select(AddProfessionalsHandler.KeyOf).ToHashSet();
        return rows.Where(r => r is not InvolvedProfessional p || known.Add(AddProfessionalsHandler.KeyOf(p)));
    }

    private static IReadOnlyList<(string What, DateOnly? On)> DatesOf(Assessment a) => [.. DateSnapshot.Of(a, []).Dates, ("Health told of the request", a.NotifiedOn), ("A plan found needed", a.PlanNeededOn), ("Draft plan served", a.DraftServedOn), ("Health told of the outcome", a.HealthToldOfOutcomeOn)];

    // what either family record excludes counts for the requests of both
    private async Task DoubtAsync(Assessment kept, List<MergedRequest> requests, CancellationToken ct)
    {
        var open = requests.Select(r => r.Request).Where(r => r.ShownToService && r.Stage != RequestStage.Closed).ToList();
        if (open.Count == 0 || string.IsNullOrWhiteSpace(kept.Family.DoNotShareWith)) { return; }
        var doubts = SharingWishes.Doubts(kept.Family.DoNotShareWith, await directories.LoadAsync(ct), clock.Today);
        foreach (var request in open.Where(doubts)) { request.DoubtSharing(true, clock.UtcNow); }
    }
}
