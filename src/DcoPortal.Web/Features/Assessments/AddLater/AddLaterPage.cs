using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Documents;

namespace DcoPortal.Web.Features.Assessments.AddLater;

/// <summary>A document that the authority sent.</summary>
public sealed record SentDocument(Guid Id, EvidenceKind? Evidence, string FileName, DateTime UploadedUtc, bool IsScan, string? Notice);

/// <summary>Somebody whom the authority named.</summary>
public sealed record NamedBefore(Guid Id, string Words, bool FamilyAsked);

/// <summary>What a case has, for whoever adds to it.</summary>
public sealed record AddLaterFacts(CaseKeys Keys, ChildBanner Child, IReadOnlyList<NamedBefore> Named, IReadOnlyList<SentDocument> Documents)
{
    /// <summary>Those of the documents that may be about another child.</summary>
    public IReadOnlyList<FileOfAnother> OfAnother { get; init; } = [];

    /// <summary>What was taken out of the case: a colleague must not send it again, and a mistake is put right.</summary>
    public IReadOnlyList<TakenOut> TakenOut { get; init; } = [];

    /// <summary>Who must not have information, or what must not be shared, in the family's words; or null.</summary>
    public string? DoNotShare { get; init; }

    /// <summary>Where what was taken out stands still.</summary>
    public IReadOnlyList<FileStands> Stands { get; init; } = [];

    /// <summary>Where the case goes on, if it has moved: then nothing is added here.</summary>
    public WhereItGoesOn? GoesOn { get; init; }
}

/// <summary>Reads <see cref="AddLaterFacts"/>.</summary>
public sealed class AddLaterQuery(PortalDb db, CaseQuery cases, WhereItGoesOnQuery goesOn, SameFileQuery same, TakenOutQuery takenOut, FileStandsQuery stands)
{
    // a case names a handful of people and holds a few dozen documents
    private const int Most = 200;

    /// <summary>The reference of a document's case, or null when the person may not see it.</summary>
    public Task<string?> CaseOfAsync(Guid documentId, CancellationToken ct) =>
        db.Documents.Where(d => d.Id == documentId).Join(db.Assessments, d => d.AssessmentId, a => a.Id, (_, a) => a.Reference).SingleOrDefaultAsync(ct);

    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<AddLaterFacts?> ForAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, ct) is not var (assessment, child)) { return null; }
        var id = assessment.Id;
        var named = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == id).OrderBy(p => p.Position).ThenBy(p => p.Id).Take(Most)
            .ToListAsync(ct);
        var documents = await db.Documents.AsNoTracking().Where(d => d.AssessmentId == id && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Take(Most).Select(d => new SentDocument(d.Id, d.Evidence, d.FileName, d.UploadedUtc, d.IsScan, d.Notice)).ToListAsync(ct);
        var taken = await takenOut.OfAsync(id, ct);
        return new(assessment.Keys, child,
            named.ConvertAll(p => new NamedBefore(p.Id, p.Words, p.FamilyAsked)), documents)
        {
            TakenOut = taken,
            DoNotShare = assessment.Family.DoNotShareWith,
            Stands = taken.Count == 0 ? [] : (await stands.OfTakenOutAsync(id, ct)).Places,
            GoesOn = await goesOn.OfAsync(reference, ct),
            OfAnother = documents.Count == 0 ? [] : await same.FromAuthorityAsync(id, ct),
        };
    }
}
