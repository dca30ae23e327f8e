using System.Linq.Expressions;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Documents;

/// <summary>Finds where the very same file still stands that is withdrawn or taken out: what must not be read goes with the bytes, not with one of their places.</summary>
public sealed class FileStandsQuery(PortalDb db, PortalDbFactory databases, CurrentPerson person)
{
    private const int Most = 200;

    // a leaflet may be on many cases
    private const int MostCases = 2000;

    /// <summary>Of what a withdrawal closed; nowhere once it was taken back.</summary>
    public async Task<StillStanding> OfWithdrawalAsync(Guid id, CancellationToken ct)
    {
        if (await db.Withdrawals.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, ct) is not { RestoredUtc: null } row) { return StillStanding.Nowhere; }
        var (request, answer, document) = (row.AdviceRequestId, row.AnswerId, row.DocumentId);
        var files = await OwnAsync(d => d.AdviceRequestId == request && d.ReturnedUtc != null && (document == null ? d.ReturnedAnswerId == answer : d.Id == document), ct);
        return Said(await FoundAsync(row.AssessmentId, files, ct), row.AssessmentId, request);
    }

    /// <summary>Of what was returned for a request, besides the one answer that holds it.</summary>
    public async Task<StillStanding> OfReturnedAsync(Guid assessmentId, Guid request, CancellationToken ct)
    {
        var found = await FoundAsync(assessmentId, await OwnAsync(d => d.AdviceRequestId == request && d.ReturnedUtc != null && d.WithdrawnUtc == null && d.RemovedUtc == null, ct), ct);
        return Said(found.FindAll(f => f.RequestId != request || !f.IsReturned || found.Exists(o => o.RequestId == request && o.Sha256 == f.Sha256 && o.IsReturned && o.AnswerId != f.AnswerId)), assessmentId, request);
    }

    /// <summary>Of a document of the authority, besides what goes with it when it is taken out: the same file on its case, and its copies where the case went.</summary>
    public async Task<StillStanding> OfDocumentAsync(Guid documentId, CancellationToken ct)
    {
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId && d.Kind == CaseDocumentKind.FromAuthority, ct) is not { } document) { return StillStanding.Nowhere; }
        await using var all = databases.Create(AccessScope.System);
        var onward = await FollowingAnswers.OnwardAsync(all, document.AssessmentId, ct);
        var found = await FoundAsync(document.AssessmentId, [new(document.Sha256, document.StorageKey, document.FileName)], ct);
        return Said(found.FindAll(f => f.Kind != CaseDocumentKind.FromAuthority || (f.AssessmentId != document.AssessmentId && !(f.StorageKey == document.StorageKey && onward.Contains(f.AssessmentId)))), document.AssessmentId, null);
    }

    /// <summary>Of everything that was taken out of a case.</summary>
    public async Task<StillStanding> OfTakenOutAsync(Guid assessmentId, CancellationToken ct) =>
        Said(await FoundAsync(assessmentId, await OwnAsync(d => d.AssessmentId == assessmentId && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc != null, ct), ct), assessmentId, null);

    private Task<List<OwnFile>> OwnAsync(Expression<Func<CaseDocument, bool>> which, CancellationToken ct) =>
        db.Documents.AsNoTracking().Where(which).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Take(Most).Select(d => new OwnFile(d.Sha256, d.StorageKey, d.FileName)).ToListAsync(ct);

    private async Task<List<Found>> FoundAsync(Guid caseId, List<OwnFile> files, CancellationToken ct)
    {
        if (files.Count == 0) { return []; }
        await using var all = databases.Create(AccessScope.System);
        var child = await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).AsNoTracking().SingleAsync(a => a.Id == caseId, ct);
        var (hashes, keys, board) = (files.Select(f => f.Sha256).Distinct().ToList(), files.Select(f => f.StorageKey).Distinct().ToList(), child.IcbId);
        var cases = await all.OfSameChildAsync(WhoseCase.Of(child), await all.OfBytes(hashes).Select(d => d.AssessmentId).Distinct().Take(MostCases).ToListAsync(ct), ct);
        var rows = await (
            from d in all.OfBytes(hashes).AsNoTracking()
            join a in all.Assessments on d.AssessmentId equals a.Id
            join la in all.LocalAuthorities on a.LocalAuthorityId equals la.Id
            where d.RemovedUtc == null && d.WithdrawnUtc == null && (d.IcbId == board || cases.Contains(d.AssessmentId) || keys.Contains(d.StorageKey))
            join r in all.AdviceRequests on d.AdviceRequestId equals (Guid?)r.Id into requests
            from r in requests.DefaultIfEmpty()
            join s in all.Services on r.ServiceId equals s.Id into services
            from s in services.DefaultIfEmpty()
            join x in all.ReturnedAnswers on d.ReturnedAnswerId equals (Guid?)x.Id into answers
            from x in answers.DefaultIfEmpty()
            join c in all.CarriedAnswers on d.CarriedAnswerId equals (Guid?)c.Id into carried
            from c in carried.DefaultIfEmpty()
            where r == null || r.Stage != RequestStage.Closed || d.ReturnedUtc != null
            orderby a.Reference, d.UploadedUtc, d.Id
            select new Found(d.Id, d.Sha256, d.StorageKey, d.Kind, a.Id, a.Reference, a.LocalAuthorityId, a.IcbId, la.Name, d.AdviceRequestId, s == null ? null : s.DistinctName, d.ReturnedUtc != null, d.ReturnedAnswerId,
                x == null ? null : x.Kind, x == null ? null : x.Number, c == null ? null : c.ServiceName, c == null ? null : c.BoardName, cases.Contains(d.AssessmentId) || keys.Contains(d.StorageKey))).Take(Most).ToListAsync(ct);
        return [.. rows.Select(f => f with { FileName = files.Find(o => o.Sha256 == f.Sha256)!.FileName })];
    }

    // another child's case may rightly have it: that it stands is not told from here
    private StillStanding Said(List<Found> found, Guid caseId, Guid? request) =>
        new([.. found.Where(f => f.IsOfChild).Select(f => (f.RequestId, Place: PlaceOf(f, caseId, request))).Where(p => p.Place is not null).DistinctBy(p => (p.Place!.FileName, p.Place.Where, p.RequestId)).Select(p => p.Place!)], found.Count > 0);

    private FileStands? PlaceOf(Found f, Guid caseId, Guid? request)
    {
        var isInside = f.Kind == CaseDocumentKind.Advice && !f.IsReturned;
        if (!KeptForAnother.Names(person.Scope, f.LocalAuthorityId, f.IcbId)) { return isInside ? null : new(f.FileName, "on another case of this child, which you cannot open", "", null); }
        // an authority does not read before the return what a service has in hand
        if (isInside && person.Scope.Kind != ScopeKind.DcoService) { return null; }
        var on = f.AssessmentId == caseId ? "on this case" : $"on {f.Reference}";
        return f switch
        {
            { Kind: CaseDocumentKind.FromAuthority } => Linked(f, $"as a document of {f.Authority} {on}", Permission.CorrectDetails, "Take it out there", Addresses.DocumentTakeOut(f.Id), "Ask the authority to take it out"),
            { CarriedService: { } service } => new(f.FileName, $"in the advice of {service} that came with the case, {on}", $"Ask {f.CarriedBoard} to withdraw it", null),
            { RequestId: null } => new(f.FileName, $"in advice that came with the case, {on}", "Ask whoever returned it to withdraw it", null),
            { IsReturned: false } => Linked(f, $"in the answer of {f.Service} that is not returned, {on}", Permission.CheckAdvice, "Go to the request", Addresses.AdviceRequest(f.RequestId.Value), ""),
            _ => Linked(f, f.RequestId == request && f is { AnswerKind: { } kind, AnswerNumber: { } number } ? $"in {AnswerName.Of(kind, number).ToLowerInvariant()} of this request" : $"in the advice of {f.Service} {on}", Permission.WithdrawAdvice, "Withdraw it there", Addresses.AdviceRequestWithdraw(f.RequestId.Value), "Ask the DCO service to withdraw it"),
        };
    }

    private FileStands Linked(Found f, string where, Permission needed, string link, string path, string otherwise) =>
        person.May(needed) ? new(f.FileName, where, link, path) : new(f.FileName, where, otherwise, null);

    private sealed record OwnFile(string Sha256, string StorageKey, string FileName);

    private sealed record Found(Guid Id, string Sha256, string StorageKey, CaseDocumentKind Kind, Guid AssessmentId, string Reference, Guid LocalAuthorityId, Guid IcbId, string Authority, Guid? RequestId, string? Service, bool IsReturned, Guid? AnswerId,
        AnswerKind? AnswerKind, int? AnswerNumber, string? CarriedService, string? CarriedBoard, bool IsOfChild)
    {
        public string FileName { get; init; } = "";
    }
}
