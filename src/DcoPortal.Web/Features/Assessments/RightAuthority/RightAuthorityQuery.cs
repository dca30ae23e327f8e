using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.RightAuthority;
using DcoPortal.Casework.Ties;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.RightAuthority;

/// <summary>Cases that were recorded under a wrong authority, and what follows when they are put right.</summary>
public sealed record MisplacedCases
{
    /// <summary>The cases, by reference.</summary>
    public required IReadOnlyList<CaseKeys> Cases { get; init; }

    /// <summary>The authority or authorities under which they stand.</summary>
    public required string Wrong { get; init; }

    /// <summary>The authorities of the board.</summary>
    public required IReadOnlyList<SelectListItem> Authorities { get; init; }

    /// <summary>Those that cannot go, each with why.</summary>
    public required IReadOnlyList<CaseThatStays> Staying { get; init; }

    /// <summary>Those that became part of another case since, each with what to do.</summary>
    public IReadOnlyList<CaseThatStays> Merged { get; init; } = [];

    /// <summary>How many people with an open request are told.</summary>
    public required int Told { get; init; }

    /// <summary>How many answers were returned to the wrong authority.</summary>
    public required int Returned { get; init; }

    /// <summary>The people of the wrong authority who have opened one of them.</summary>
    public required IReadOnlyList<string> OpenedBy { get; init; }

    /// <summary>The families' wishes, which are read before the cases go.</summary>
    public required WishesToRead Wishes { get; init; }

    /// <summary>How many go.</summary>
    public int Going => Cases.Count - Staying.Count;
}

/// <summary>Reads <see cref="MisplacedCases"/>, of one case or of all that an import made.</summary>
public sealed class RightAuthorityQuery(PortalDb db, CasesThatStayQuery staying, MergedCases merged, MergedReferences references, AccessScope scope)
{
    private const int MostNames = 50;

    // a file of the most rows, with as many empty ones between them as people leave
    private const int MostLines = 20_000;

    /// <summary>One case; null when the person has no such case.</summary>
    public async Task<MisplacedCases?> OfCaseAsync(string reference, CancellationToken ct) => await OfAsync(await db.Assessments.AsNoTracking().Where(a => a.Reference == reference).ToListAsync(ct), ct);

    /// <summary>Whether it is an import of the person's.</summary>
    public Task<bool> IsImportAsync(Guid id, CancellationToken ct) => db.ImportBatches.AnyAsync(b => b.Id == id, ct);

    /// <summary>What an import made; null when it made nothing, or nothing yet.</summary>
    public async Task<MisplacedCases?> OfImportAsync(Guid id, CancellationToken ct)
    {
        if (!await db.ImportBatches.AnyAsync(b => b.Id == id && b.ArrivedOn != null && b.FinishedUtc != null, ct)) { return null; }
        var ids = Enumerable.Range(1, MostLines).Select(line => ImportedDetails.IdOf(id, line)).ToList();
        var gone = await MergedAsync(ids, ct);
        if (await OfAsync(await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Reference).ToListAsync(ct), ct) is { } cases) { return cases with { Merged = gone }; }
        return gone.Count == 0 ? null : new() { Cases = [], Wrong = "", Authorities = [], Staying = [], Merged = gone, Told = 0, Returned = 0, OpenedBy = [], Wishes = WishesToRead.Of([]) };
    }

    // no list finds them any more, so that nobody would miss the child
    private async Task<IReadOnlyList<CaseThatStays>> MergedAsync(List<Guid> ids, CancellationToken ct)
    {
        List<CaseThatStays> gone = [];
        foreach (var reference in await merged.Rows.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Reference).Select(a => a.Reference).ToListAsync(ct))
        {
            gone.Add(new(reference, $"It was merged into {await references.NowAsync(reference, ct) ?? "another case"}, which stays where it is. Undo the merge first, or move that case instead."));
        }
        return gone;
    }

    private async Task<MisplacedCases?> OfAsync(List<Assessment> cases, CancellationToken ct)
    {
        if (cases.Count == 0) { return null; }
        List<Guid> ids = cases.ConvertAll(a => a.Id), wrong = [.. cases.Select(a => a.LocalAuthorityId).Distinct()];
        var authorities = await (from c in db.IcbCoverages join a in db.LocalAuthorities on c.LocalAuthorityId equals a.Id where c.IcbId == scope.IcbId orderby a.Name select new { a.Id, a.Name }).ToListAsync(ct);
        var names = authorities.Where(a => wrong.Contains(a.Id)).Select(a => a.Name).ToList();
        return new()
        {
            Cases = cases.ConvertAll(a => a.Keys),
            Wrong = string.Join(", ", names),
            Authorities = [.. authorities.Where(a => wrong is not [var only] || a.Id != only).Select(a => new SelectListItem(a.Name, a.Id.ToString()))],
            Wishes = WishesToRead.Of(cases),
            Staying = await staying.OfAsync(cases, null, ct),
            Told = await db.AdviceRequests.Where(r => ids.Contains(r.AssessmentId)).WithSomebody().CountAsync(ct),
            Returned = await db.ReturnedAnswers.CountAsync(a => ids.Contains(a.AssessmentId), ct),
            OpenedBy = await db.AuditEntries.Where(e => e.AssessmentId != null && ids.Contains(e.AssessmentId.Value) && e.IsRead && names.Contains(e.ActorOrganisation)).Select(e => e.ActorName).Distinct().OrderBy(n => n).Take(MostNames).ToListAsync(ct),
        };
    }
}
