using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Documents;

/// <summary>The child of a case, or of one that is not logged yet.</summary>
public sealed record WhoseCase(Guid Id, string MatchKey, string? NhsNumber, DateOnly DateOfBirth)
{
    /// <summary>Of a case.</summary>
    public static WhoseCase Of(Assessment a) => new(a.Id, a.ChildMatchKey, a.ChildNhsNumber, a.Child.DateOfBirth);

    /// <summary>Of one that is being written.</summary>
    public static WhoseCase Of(ChildOrYoungPerson child) => new(Guid.Empty, child.MatchKey, child.NhsNumber, child.DateOfBirth);
}

/// <summary>Tells whether what a file or a text names is another child: another case's reference, another NHS number, or another date of birth and nowhere this child's own. It is compared when it is shown, because a number may be recorded later.</summary>
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
        var keys = said.SelectMany(s => s.Dates.Named).SelectMany(n => n.Keys).Distinct().ToList();
        var tied = await all.CaseTies.Where(t => t.Kind != TieKind.OtherChild && (t.AssessmentId == child.Id || t.OtherId == child.Id)).Select(t => t.AssessmentId == child.Id ? t.OtherId : t.AssessmentId).ToListAsync(ct);
        var cases = await all.Assessments.AsNoTracking().Where(a => references.Contains(a.Reference) || (a.ChildNhsNumber != null && numbers.Contains(a.ChildNhsNumber)) || keys.Contains(a.ChildMatchKey))
            .OrderBy(a => a.Reference).Select(a => new Named(a.Id, a.Reference, a.ChildMatchKey, a.ChildNhsNumber)).Take(Most).ToListAsync(ct);
        var (own, others) = (cases.FindAll(IsOwn), cases.FindAll(c => !IsOwn(c)));
        return [.. said.Select(s => Words([.. s.References.Where(r => others.Exists(o => o.Reference == now[r]))], s.NhsNumbers.Any(IsOfAnother), OtherBirth(Births(s.Dates), s.Dates, child.DateOfBirth)))];

        bool IsOwn(Named c) => c.Id == child.Id || c.MatchKey == child.MatchKey || (child.NhsNumber is { } number && c.NhsNumber == number) || tied.Contains(c.Id);
        // a full name of another child beside that child's day is as good as the words "date of birth"
        List<DateOnly> Births(NamedDates dates) => [.. dates.Births, .. dates.Named.Where(n => n.Keys.Any(k => others.Exists(o => o.MatchKey == k))).Select(n => n.Date)];
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
        // the child's own date of birth may stand in another part
        var whole = Mentions.In(written.Named.Select(p => p.Text));
        if (whole.Dates.Holds(child.Child.DateOfBirth)) { parts = parts.ConvertAll(p => (p.Heading, p.Names with { Dates = NamedDates.None })); }
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

    // a child whose birth date nobody has typed yet has none to compare
    private static (DateOnly Given, DateOnly Own)? OtherBirth(List<DateOnly> births, NamedDates dates, DateOnly own) =>
        births.Count == 0 || own == default || dates.Holds(own) ? null : (births[0], own);

    private static string? Words(IReadOnlyList<string> references, bool hasNumber, (DateOnly Given, DateOnly Own)? birth)
    {
        List<string> says = [];
        if (references.Count > 0) { says.Add($"names {string.Join(", ", references)}, which {(references.Count == 1 ? "is another case" : "are other cases")}"); }
        if (hasNumber) { says.Add("holds an NHS number that is not this child’s"); }
        if (birth is (var given, var own)) { says.Add($"gives a date of birth of {UkText.LongDate(given)}; this child was born on {UkText.LongDate(own)}"); }
        return says.Count == 0 ? null : $"it {string.Join(", and ", says)}";
    }

    private sealed record Named(Guid Id, string Reference, string MatchKey, string? NhsNumber);
}
