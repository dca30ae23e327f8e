using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.RightAuthority;

/// <summary>Cases that were recorded under the wrong authority, and the right one.</summary>
/// <param name="CaseIds">The cases.</param>
/// <param name="AuthorityId">The right authority, of the same board.</param>
/// <param name="Reason">How it came about: both authorities read it.</param>
/// <param name="WishRead">The mark of the families' wishes that the person has read (<see cref="WishesToRead.Mark"/>); null for none.</param>
public sealed record AuthorityToPutRight(IReadOnlyList<Guid> CaseIds, Guid AuthorityId, string Reason, string? WishRead = null);

/// <summary>What became of them.</summary>
/// <param name="Moved">The references they have now.</param>
/// <param name="Left">Those that stay where they are.</param>
public sealed record AuthorityPutRight(IReadOnlyList<string> Moved, IReadOnlyList<CaseThatStays> Left);

/// <summary>
/// Puts cases under the right authority that the DCO service recorded under the wrong one, by hand or from a spreadsheet. They were
/// never the wrong authority's, so nothing ends and no clock moves: the same case, with all that belongs to it, changes hands, and the
/// wrong authority cannot open it from that moment. What its own people wrote for themselves, and what was asked of it, stays behind.
/// </summary>
public sealed class RightAuthorityHandler(PortalDb db, Change change, AuditTrail audit, ReferenceNumbers references, CaseRows rows, CasesThatStayQuery staying, HolderNews news, AssessmentEmails caseEmails, RightAuthorityEmails emails, AccessScope scope)
{
    /// <summary>Puts them right; those that cannot go stay, each with why. A second click changes nothing.</summary>
    /// <returns>Refused where the authority is not one of this board, or none of the cases can go.</returns>
    public Task<Outcome<AuthorityPutRight>> HandleAsync(AuthorityToPutRight put, CancellationToken ct) => change.MakeAsync<AuthorityPutRight>(async () =>
    {
        if (scope.Kind != ScopeKind.DcoService) { return Outcome.NotFound; }
        if (!await db.IcbCoverages.AnyAsync(c => c.IcbId == scope.IcbId && c.LocalAuthorityId == put.AuthorityId, ct)) { return Outcome.Refused("Select the local authority"); }
        var cases = await db.Assessments.Where(a => put.CaseIds.Contains(a.Id)).OrderBy(a => a.Reference).ToListAsync(ct);
        if (cases.Count == 0) { return Outcome.NotFound; }
        if (cases.TrueForAll(a => a.LocalAuthorityId == put.AuthorityId)) { return Outcome.Already.With(new AuthorityPutRight([.. cases.Select(a => a.Reference)], [])); }
        var left = await staying.OfAsync(cases, put.AuthorityId, ct);
        var going = cases.Where(a => a.LocalAuthorityId != put.AuthorityId && left.All(l => l.Reference != a.Reference)).ToList();
        if (going.Count == 0) { return Outcome.Refused(left is [var only] ? only.Why : "None of these cases can be put under another authority. Each says why below"); }
        // of all that the page showed, also those that stay
        if (WishesToRead.Of(cases).Unread(put.WishRead) is { } unread) { return unread; }
        await references.ReserveAsync(put.AuthorityId, going.Count, ct);
        List<Guid> ids = going.ConvertAll(a => a.Id);
        var all = (await rows.OfAsync(ids, ct)).Where(GoesAlong).ToLookup(r => r.AssessmentId);
        // what was said of these and other cases of the wrong authority holds no longer
        db.CaseTies.RemoveRange(await db.CaseTies.Where(t => ids.Contains(t.AssessmentId) || ids.Contains(t.OtherId)).ToListAsync(ct));
        var board = await db.Icbs.Where(i => i.Id == scope.IcbId).Select(i => i.Name).SingleAsync(ct);
        List<(CaseKeys Was, Assessment Case)> moved = [];
        foreach (var one in going) { moved.Add((one.Keys, await PutAsync(one, [.. all[one.Id]], board, put, ct))); }
        await emails.MovedAsync(moved, ct);
        return new AuthorityPutRight([.. moved.Select(m => m.Case.Reference)], left);
    }, ct);

    private async Task<Assessment> PutAsync(Assessment assessment, List<IMovesWithCase> going, string board, AuthorityToPutRight put, CancellationToken ct)
    {
        var was = assessment.Keys;
        assessment.BelongTo(put.AuthorityId, await references.NextAsync(put.AuthorityId, ct));
        foreach (var row in going) { row.MoveTo(assessment.Keys); }
        audit.Record(new CaseWasNotTheirs(was, put.Reason.Trim()));
        audit.Record(new CasePutUnderItsAuthority(assessment.Keys, was.Reference, put.Reason.Trim()));
        // put back by mistake and put right again, it is told each time
        var occasion = Guid.CreateVersion7();
        await news.TellAsync(assessment, going.OfType<AdviceRequest>(), (request, holder) => caseEmails.RequestDetailsCorrected(assessment, request, holder, board, occasion), ct);
        return assessment;
    }

    // the wrong authority's own notes, and what it was asked, are not the right one's to read
    private static bool GoesAlong(IMovesWithCase row) => row is not (CaseNote { Side: CaseSide.LocalAuthority } or CaseQuestion or QuestionMessage);
}
