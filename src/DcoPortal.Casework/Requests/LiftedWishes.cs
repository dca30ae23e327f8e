using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>Who may be asked again once a wish counts no longer.</summary>
/// <param name="Stopped">Requests that were stopped for it, and of which nobody else asks the same.</param>
/// <param name="Named">Professionals whom the authority named, and who were not asked for it.</param>
public sealed record AskableAgain(IReadOnlyList<AdviceRequest> Stopped, IReadOnlyList<InvolvedProfessional> Named)
{
    /// <summary>Nobody.</summary>
    public static AskableAgain Nobody { get; } = new([], []);

    /// <summary>Whether there is nobody.</summary>
    public bool IsNobody => Stopped.Count + Named.Count == 0;
}

/// <summary>
/// A family's wish that counts no longer, or means fewer, also on other cases of the child: a case on which somebody was stopped or passed over for it goes into
/// triage in the caller's save, and the DCO service is told. Whoever changed the wish may not see those cases.
/// </summary>
public sealed class LiftedWishes(PortalDb db, PortalDbFactory databases, AuditTrail audit, AssessmentEmails emails, UkClock clock)
{
    /// <summary>Looks at the other cases for which the wish of this one counted as it is stored, and does not any more.</summary>
    /// <param name="assessment">The case, as the caller is about to save it.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="apart">A case that the caller's save says is another child's, or null.</param>
    public async Task OfOtherCasesAsync(Assessment assessment, CancellationToken ct, Guid? apart = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        await using var board = databases.Create(WishesInForce.Of(assessment.IcbId));
        if (await board.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assessment.Id, ct) is not { Family.DoNotShareWith: { } before } stored) { return; }
        var query = new LinkedWishesQuery(board);
        var counted = await query.WhereItCountsAsync(stored, null, ct);
        if (counted.Count == 0) { return; }
        var counts = (await query.WhereItCountsAsync(assessment, null, ct)).Where(id => id != apart).ToHashSet();
        var directory = await AskableDirectoryQuery.OfBoardAsync(board, assessment.IcbId, ct);
        foreach (var id in counted)
        {
            var other = await board.Assessments.AsNoTracking().SingleAsync(a => a.Id == id, ct);
            var others = (await query.OfAsync(other, ct)).Where(l => l.Reference != assessment.Reference).Select(l => l.DoNotShareWith);
            await LookAsync(board, other, [before], [other.Family.DoNotShareWith, counts.Contains(id) ? assessment.Family.DoNotShareWith : null, .. others], directory, ct);
        }
    }

    /// <summary>Looks at a case for which wishes of others count no longer, because it is another child's by now.</summary>
    /// <param name="assessment">The case, tracked.</param>
    /// <param name="before">The wishes that counted on it.</param>
    /// <param name="now">Those that do still.</param>
    /// <param name="ct">Cancels.</param>
    public async Task OfThisCaseAsync(Assessment assessment, IReadOnlyCollection<string> before, IReadOnlyCollection<string> now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (before.All(now.Contains)) { return; }
        await using var board = databases.Create(WishesInForce.Of(assessment.IcbId));
        await LookAsync(board, assessment, before, [assessment.Family.DoNotShareWith, .. now], await AskableDirectoryQuery.OfBoardAsync(board, assessment.IcbId, ct), ct);
    }

    /// <summary>Who of a case may be asked again.</summary>
    /// <param name="assessment">The case.</param>
    /// <param name="requests">All its requests.</param>
    /// <param name="named">Whom the authority named.</param>
    /// <param name="before">The wishes that counted.</param>
    /// <param name="now">Those that do still.</param>
    /// <param name="directory">The whole directory of the board.</param>
    /// <param name="today">Today in Europe/London.</param>
    public static AskableAgain AgainOf(Assessment assessment, IReadOnlyList<AdviceRequest> requests, IEnumerable<InvolvedProfessional> named, IEnumerable<string?> before, IEnumerable<string?> now, AskableDirectory directory, DateOnly today)
    {
        if (!assessment.IsOpen) { return AskableAgain.Nobody; }
        Func<AskTarget, bool> had = SharingWishes.AnyDoubtsAbout(before, directory, today), has = SharingWishes.AnyDoubtsAbout(now, directory, today);
        bool IsFree(AskTarget target) => had(target) && !has(target);
        return new(
            [.. requests.Where(r => r.Stage == RequestStage.Closed && r.CloseReason?.StartsWith(ExcludedHolder.Stopped, StringComparison.Ordinal) == true && IsFree(new(r.ServiceId, r.ProfessionalId))
                && !requests.Any(o => o.Stage != RequestStage.Closed && o.KeyBeforeEnd == r.KeyBeforeEnd))],
            [.. named.Where(p => p is { IsCurrent: true, AnsweredOn: null, NotAskedReason: not null } && !requests.Any(r => NamedUnasked.Asks(assessment, r, p)) && InvolvedMatch.Of(p, directory).Target is { } target && IsFree(target))]);
    }

    private async Task LookAsync(PortalDb board, Assessment assessment, IEnumerable<string?> before, IEnumerable<string?> now, AskableDirectory directory, CancellationToken ct)
    {
        var requests = await board.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        var named = await board.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        var again = AgainOf(assessment, requests, named, before, now, directory, clock.Today);
        if (again.IsNobody) { return; }
        var tracked = db.Assessments.Local.FirstOrDefault(a => a.Id == assessment.Id) ?? db.Attach(assessment).Entity;
        tracked.NamedMore();
        audit.Record(new WishLifted(tracked.Keys, again.Stopped.Count, again.Named.Count));
        emails.WishLifted(tracked.Keys, await board.Icbs.Where(i => i.Id == tracked.IcbId).Select(i => i.DcoInbox).SingleAsync(ct), Guid.CreateVersion7());
    }
}
