namespace DcoPortal.Casework.Requests;

/// <summary>
/// Whom a child's family excludes from a request: on its case, and on other cases of the board that are this child's or look like it (<see cref="LinkedWishesQuery"/>). A family
/// says it once, of the child. Read as the board sees it: whoever acts may see no other case, and is told only that somebody may be meant.
/// </summary>
public sealed class WishesInForce(PortalDbFactory databases)
{
    /// <summary>All of them in one text, or null where nobody is excluded.</summary>
    public async Task<string?> OfAsync(AdviceRequest request, CancellationToken ct)
    {
        await using var board = databases.Create(Of(request.IcbId));
        return await board.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } assessment ? null
            : Together([assessment.Family.DoNotShareWith, .. await ElsewhereAsync(board, assessment, ct)]);
    }

    /// <summary>Whether any of them was said, or said anew, since an instant.</summary>
    public async Task<bool> AreSaidSinceAsync(AdviceRequest request, DateTime utc, CancellationToken ct)
    {
        await using var board = databases.Create(Of(request.IcbId));
        if (await board.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } assessment) { return false; }
        var elsewhere = (await new LinkedWishesQuery(board).OfAsync(assessment, ct)).Select(l => l.Reference).ToList();
        // with the notification itself
        if (await board.Assessments.AnyAsync(a => elsewhere.Contains(a.Reference) && a.NotifiedUtc >= utc, ct)) { return true; }
        // a link, or a corrected name, made the other this child's
        if (await board.CaseTies.AnyAsync(t => t.Kind == TieKind.SameChild && (t.AssessmentId == assessment.Id || t.OtherId == assessment.Id) && t.DecidedUtc >= utc, ct)) { return true; }
        string[] facts = elsewhere.Count > 0 ? [nameof(SharingWishChanged), nameof(DetailCorrected)] : [nameof(SharingWishChanged)];
        List<string> cases = [assessment.Reference, .. elsewhere];
        return await board.AuditEntries.AnyAsync(e => e.IcbId == request.IcbId && cases.Contains(e.AssessmentReference!) && facts.Contains(e.Fact) && e.AtUtc >= utc, ct);
    }

    /// <summary>Those of other cases alone.</summary>
    public async Task<IReadOnlyList<string>> ElsewhereAsync(Assessment assessment, CancellationToken ct)
    {
        await using var board = databases.Create(Of(assessment.IcbId));
        return await ElsewhereAsync(board, assessment, ct);
    }

    /// <summary>
    /// Those in force on some cases of one board, for those that have any. Another case is looked for only where one of the same child may have a wish, by
    /// link, NHS number or birthday in the authority: enough to say beforehand where an email would go. <see cref="OfAsync"/> decides when it goes.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfCasesAsync(Guid icbId, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) { return new Dictionary<Guid, string>(); }
        await using var board = databases.Create(Of(icbId));
        var found = await board.Assessments.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            Case = a,
            MayHaveOther = board.CaseTies.Any(t => t.Kind == TieKind.SameChild && (t.AssessmentId == a.Id || t.OtherId == a.Id))
            || board.Assessments.Any(o => o.Id != a.Id && o.LocalAuthorityId == a.LocalAuthorityId && o.Child.DateOfBirth == a.Child.DateOfBirth && o.Family.DoNotShareWith != null)
            || board.Assessments.Any(o => o.Id != a.Id && a.ChildNhsNumber != null && o.ChildNhsNumber == a.ChildNhsNumber && o.Family.DoNotShareWith != null),
        }).Where(f => f.Case.Family.DoNotShareWith != null || f.MayHaveOther).ToListAsync(ct);
        var wishes = new Dictionary<Guid, string>();
        foreach (var one in found)
        {
            if (Together([one.Case.Family.DoNotShareWith, .. one.MayHaveOther ? await ElsewhereAsync(board, one.Case, ct) : []]) is { } wish) { wishes[one.Case.Id] = wish; }
        }
        return wishes;
    }

    /// <summary>What one board sees.</summary>
    internal static AccessScope Of(Guid icbId) => new() { Kind = ScopeKind.DcoService, IcbId = icbId, DirectoryIcbIds = [icbId] };

    private static async Task<IReadOnlyList<string>> ElsewhereAsync(PortalDb board, Assessment assessment, CancellationToken ct) =>
        [.. (await new LinkedWishesQuery(board).OfAsync(assessment, ct)).Select(l => l.DoNotShareWith).OfType<string>()];

    private static string? Together(IEnumerable<string?> wishes) => string.Join('\n', wishes.Where(w => !string.IsNullOrWhiteSpace(w))) is { Length: > 0 } all ? all : null;
}
