using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Documents;

/// <summary>The child of a case, or of one that is not logged yet.</summary>
public sealed record WhoseCase(Guid Id, string MatchKey, string? NhsNumber)
{
    /// <summary>Of a case.</summary>
    public static WhoseCase Of(Assessment a) => new(a.Id, a.ChildMatchKey, a.ChildNhsNumber);

    /// <summary>Of one that is being written.</summary>
    public static WhoseCase Of(ChildOrYoungPerson child) => new(Guid.Empty, child.MatchKey, child.NhsNumber);
}

/// <summary>Tells whether what a file or a text names is another child: another case's reference, or another NHS number. It is compared when it is shown, because a number may be recorded later.</summary>
public sealed class OtherChildQuery(PortalDbFactory databases, MergedReferences merged)
{
    private const int Most = 200;

    /// <summary>What each of them says of another child, as "it names LCC-26-00257, which is another case"; null where nothing.</summary>
    public async Task<IReadOnlyList<string?>> WordsAsync(WhoseCase child, IReadOnlyList<Mentions> said, CancellationToken ct)
    {
        if (said.All(s => s.IsEmpty)) { return [.. said.Select(_ => (string?)null)]; }
        await using var all = databases.Create(AccessScope.System);
        var now = await NowAsync([.. said.SelectMany(s => s.References).Distinct()], all, ct);
        var (references, numbers) = (now.Values.Distinct().ToList(), said.SelectMany(s => s.NhsNumbers).Distinct().ToList());
        var tied = await all.CaseTies.Where(t => t.Kind != TieKind.OtherChild && (t.AssessmentId == child.Id || t.OtherId == child.Id)).Select(t => t.AssessmentId == child.Id ? t.OtherId : t.AssessmentId).ToListAsync(ct);
        var cases = await all.Assessments.AsNoTracking().Where(a => references.Contains(a.Reference) || (a.ChildNhsNumber != null && numbers.Contains(a.ChildNhsNumber)))
            .OrderBy(a => a.Reference).Select(a => new Named(a.Id, a.Reference, a.ChildMatchKey, a.ChildNhsNumber)).Take(Most).ToListAsync(ct);
        var (own, others) = (cases.FindAll(IsOwn), cases.FindAll(c => !IsOwn(c)));
        return [.. said.Select(s => Words([.. s.References.Where(r => others.Exists(o => o.Reference == now[r]))], s.NhsNumbers.Any(IsOfAnother)))];

        bool IsOwn(Named c) => c.Id == child.Id || c.MatchKey == child.MatchKey || (child.NhsNumber is { } number && c.NhsNumber == number) || tied.Contains(c.Id);
        // where the child's own is not known, only a number of another child of the portal tells anything
        bool IsOfAnother(string number) => number != child.NhsNumber && !own.Exists(o => o.NhsNumber == number) && (child.NhsNumber is not null || others.Exists(o => o.NhsNumber == number));
    }

    /// <summary>The written parts of an answer that name another child.</summary>
    public async Task<IReadOnlyList<FileOfAnother>> InTextAsync(AdviceRequest request, AdviceDraft written, CancellationToken ct)
    {
        var parts = written.Named.Select(p => (p.Heading, Names: Mentions.In(p.Text))).Where(p => !p.Names.IsEmpty).ToList();
        if (parts.Count == 0) { return []; }
        await using var all = databases.Create(AccessScope.System);
        if (await all.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } child) { return []; }
        var words = await WordsAsync(WhoseCase.Of(child), [.. parts.Select(p => p.Names)], ct);
        return [.. parts.Zip(words).Where(p => p.Second is not null).Select(p => new FileOfAnother(Guid.Empty, p.First.Heading, $"{p.Second}. Look whom it is about"))];
    }

    // a reference that was merged into another goes on as that
    private async Task<Dictionary<string, string>> NowAsync(List<string> references, PortalDb all, CancellationToken ct)
    {
        var stand = await all.Assessments.Where(a => references.Contains(a.Reference)).Select(a => a.Reference).ToListAsync(ct);
        var now = references.ToDictionary(r => r, r => r);
        foreach (var gone in references.Except(stand).ToList()) { now[gone] = await merged.NowAsync(gone, ct) ?? gone; }
        return now;
    }

    private static string? Words(IReadOnlyList<string> references, bool hasNumber)
    {
        var names = references.Count == 0 ? null : $"names {string.Join(", ", references)}, which {(references.Count == 1 ? "is another case" : "are other cases")}";
        var holds = hasNumber ? "holds an NHS number that is not this child’s" : null;
        return (names, holds) switch { (null, null) => null, (null, _) => $"it {holds}", (_, null) => $"it {names}", _ => $"it {names}, and {holds}" };
    }

    private sealed record Named(Guid Id, string Reference, string MatchKey, string? NhsNumber);
}
