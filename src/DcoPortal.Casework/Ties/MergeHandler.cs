using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Questions;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Ties;

/// <summary>The merge to make.</summary>
/// <param name="Kept">The reference of the case that stays.</param>
/// <param name="Duplicate">The reference of the case that becomes part of it.</param>
/// <param name="Reason">Why, for the audit trail.</param>
/// <param name="KeptVersion">The case that stays, as the person saw it.</param>
/// <param name="DuplicateVersion">The other, as the person saw it.</param>
/// <param name="TieVersion">What was decided about the two, as the person saw it; empty for nothing.</param>
public sealed record MergeToMake(string Kept, string Duplicate, string Reason, Guid KeptVersion, Guid DuplicateVersion, Guid TieVersion);

/// <summary>
/// Merges two cases that are one assessment, logged twice, in one save: everything of the one goes along to the other, no day becomes
/// later, and the first stays readable as merged.
/// </summary>
public sealed class MergeHandler(PortalDb db, Change change, AuditTrail audit, CaseRows rows, Merging merging, LinksOfMerged links, TieEmails emails, HolderNews news, OtherSide otherSide, AssessmentEmails caseEmails, ClockSettingsQuery settings, CurrentPerson person, UkClock clock)
{
    /// <summary>What a merge would do. Nothing is saved.</summary>
    public async Task<Outcome<Merge>> PreviewAsync(MergeToMake merge, CancellationToken ct)
    {
        var kept = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == merge.Kept, ct);
        var duplicate = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == merge.Duplicate, ct);
        if (kept is null || duplicate is null) { return Outcome.NotFound; }
        if (await MovedAsync(kept, duplicate, ct) is { } moved) { return Outcome.Refused(moved); }
        var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == kept.Id || r.AssessmentId == duplicate.Id).ToListAsync(ct);
        var named = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == kept.Id || p.AssessmentId == duplicate.Id).OrderBy(p => p.Position).ToListAsync(ct);
        try
        {
            return Outcome.Done.With(await merging.MakeAsync(kept, duplicate, [.. requests.Where(r => r.AssessmentId == kept.Id)], [.. requests.Where(r => r.AssessmentId == duplicate.Id)],
                (named.FindAll(p => p.AssessmentId == kept.Id), named.FindAll(p => p.AssessmentId == duplicate.Id)), ct));
        }
        catch (DomainRuleException rule) { return Outcome.Refused(rule.Message); }
    }

    /// <summary>Merges them. A second click changes nothing.</summary>
    /// <returns>Changed meanwhile when somebody has decided about the two, or merged them the other way round.</returns>
    public Task<Outcome> HandleAsync(MergeToMake merge, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var kept = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == merge.Kept, ct);
        var duplicate = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == merge.Duplicate, ct);
        var pair = CaseTie.PairKeyOf(merge.Kept, merge.Duplicate);
        var tie = await db.CaseTies.SingleOrDefaultAsync(t => t.PairKey == pair, ct);
        // the other way round it is not what this person chose
        if (tie is { Kind: TieKind.SameAssessment }) { return tie.Reference == merge.Kept ? Outcome.Already : Outcome.Overtaken($"{TieWords.Said(tie)}."); }
        if (merge.TieVersion != (tie?.Version ?? Guid.Empty)) { return Outcome.Overtaken(tie is null ? "What was decided about these two has been taken back." : $"{TieWords.Said(tie)}."); }
        if (kept is null || duplicate is null) { return Outcome.NotFound; }
        if (await MovedAsync(kept, duplicate, ct) is { } moved) { return Outcome.Refused(moved); }
        if (kept.Version != merge.KeptVersion || duplicate.Version != merge.DuplicateVersion) { return Outcome.ChangedMeanwhile; }
        var ownRows = await rows.OfAsync([kept.Id], ct);
        var (state, ownReference) = (kept.BeforeMerge, duplicate.AuthorityReference);
        var (named, otherRows) = (ownRows.OfType<InvolvedProfessional>().ToList(), await rows.OfAsync([duplicate.Id], ct));
        IReadOnlyList<IMovesWithCase> going = [.. Merging.ButNamedAlready(otherRows, named)];
        var made = await merging.MakeAsync(kept, duplicate, [.. ownRows.OfType<AdviceRequest>()], going, (named, [.. otherRows.OfType<InvolvedProfessional>()]), ct);
        duplicate.BecomePartOf(kept);
        var linked = await links.CarryAsync(kept, duplicate, ct);
        foreach (var fact in Facts(kept, duplicate, made, merge.Reason.Trim())) { audit.Record(fact); }
        var earlier = tie is null ? null : new EarlierTie(tie.Kind, tie.Decision);
        tie = Decided(tie, kept, duplicate, merge.Reason.Trim());
        await TellAsync(kept, duplicate, made, tie, ct);
        var changed = made.Requests.Where(r => r.IsChanged).Select(r => r.Before).ToList();
        var requests = changed.Select(r => r.Id).ToHashSet();
        tie.Merged(kept, duplicate, new MergeRecord
        {
            Kept = state,
            AuthorityReference = ownReference,
            Earlier = earlier,
            Moved = [.. going.Select(r => r.Id)],
            Requests = changed,
            Named = [.. made.Named.Select(n => n.Before)],
            Linked = linked,
            // with what is told in this save itself
            Told = (await rows.ToldAsync(kept.Id, duplicate.Id, requests, ct)).Count + db.ChangeTracker.Entries<AuditEntry>().Count(e => (e.Entity.AssessmentId == kept.Id || e.Entity.AssessmentId == duplicate.Id) && CaseRows.Counts(e.Entity, requests)),
        }.Stored());
        return Outcome.Done;
    }, ct);

    // its record ended here, and what is carried on is this record's
    private async Task<string?> MovedAsync(Assessment kept, Assessment duplicate, CancellationToken ct) =>
        await db.CaseTransfers.Where(t => t.LiveKey == kept.Id || t.LiveKey == duplicate.Id).Select(t => t.FromReference).FirstOrDefaultAsync(ct) is { } reference
            ? $"{reference} has moved elsewhere, so it cannot be merged here." : null;

    private CaseTie Decided(CaseTie? tie, Assessment kept, Assessment duplicate, string reason)
    {
        var decision = new TieDecision(QuestionSides.Of(person), person.Actor.Name, reason, clock.UtcNow, clock.Today);
        if (tie is null) { return db.CaseTies.Add(CaseTie.Of(kept, duplicate, TieKind.SameAssessment, decision)).Entity; }
        tie.Take(TieKind.SameAssessment, decision);
        return tie;
    }

    private static List<AuditFact> Facts(Assessment kept, Assessment duplicate, Merge made, string reason)
    {
        List<AuditFact> facts = [new CaseTakenIn(kept.Keys, duplicate.Reference, reason), new CaseMerged(duplicate.Keys, kept.Reference, reason)];
        if (made.Dates.Count > 0) { facts.Add(new DatesCorrected(kept.Keys, Words(made.Dates, d => d.Before), Words(made.Dates, d => d.After), reason)); }
        facts.AddRange(made.Details.Select(d => new DetailCorrected(kept.Keys, d.What, d.Before, d.After, reason)));
        facts.AddRange(made.Named.SelectMany(n => n.Facts));
        if (kept.Family.Wish != made.Wish) { facts.Add(new SharingWishChanged(kept.Keys, SharingWords.Of(made.Wish), SharingWords.Of(kept.Family.Wish), reason)); }
        facts.AddRange(made.Requests.Where(r => r.DueMoved).Select(r => new RequestDateCorrected(kept.Keys, r.Request.Id, r.Before.DueOn, r.Request.DueOn, reason)));
        return facts;
    }

    private static string Words(IEnumerable<DateChange> dates, Func<DateChange, DateOnly?> which) => string.Join("; ", dates.Select(d => $"{d.What}: {(which(d) is { } on ? UkText.LongDate(on) : "none")}"));

    private async Task TellAsync(Assessment kept, Assessment duplicate, Merge made, CaseTie tie, CancellationToken ct)
    {
        var (to, by) = await otherSide.OfAsync(kept, ct);
        emails.Merged(kept, duplicate.Reference, to, by, tie.Id);
        var local = await settings.ForAsync(kept.LocalAuthorityId, kept.IcbId, ct);
        await news.TellAsync(kept, made.Requests.Where(r => r.IsMoved || r.DueMoved).Select(r => r.Request), (request, holder) =>
        {
            var one = made.Requests.First(r => r.Request.Id == request.Id);
            if (one.IsMoved) { emails.RequestMoved(request, kept.Reference, duplicate.Reference, holder, by, tie.Id); }
            if (one.DueMoved && !request.Stage.IsEnd()) { caseEmails.DueDateCorrected(kept, request, holder, by, request.DeadlineWith(local), tie.Id); }
        }, ct);
    }
}
