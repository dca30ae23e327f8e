using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>
/// A slip in the column of authorities would show a child to an authority that it is not of. The DCO service, which sees all authorities
/// of its board, is told where the same child's case runs with another one; an authority never is.
/// </summary>
public sealed class OtherAuthorities(PortalDb db)
{
    /// <summary>The rows, with those to look at that would make a case of a child whose case runs with another authority.</summary>
    /// <param name="rows">Every row, with what would become of it.</param>
    /// <param name="choices">What a person said of rows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<PlannedRow>> HeldAsync(IReadOnlyList<PlannedRow> rows, ReadingChoices choices, CancellationToken ct)
    {
        var making = rows.Where(r => r.IsToImport && !r.IsTaken).ToList();
        if (making.Count == 0) { return rows; }
        var names = await db.LocalAuthorities.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var numbers = making.Select(r => r.Details!.Child.NhsNumber).OfType<string>().Distinct().ToList();
        var keys = making.Select(r => r.Details!.Child.MatchKey).Distinct().ToList();
        var running = await db.Assessments.AsNoTracking().Where(a => a.Outcome == null && ((a.ChildNhsNumber != null && numbers.Contains(a.ChildNhsNumber)) || keys.Contains(a.ChildMatchKey)))
            .Select(a => new Elsewhere(a.LocalAuthorityId, a.Reference, a.ChildNhsNumber, a.ChildMatchKey, a.Child.Postcode, a.Family.DoNotShareWith)).ToListAsync(ct);
        var all = running.Concat(making.Select(r => new Elsewhere(r.AuthorityId!.Value, $"row {r.Verdict.Line} of this file", r.Details!.Child.NhsNumber, r.Details.Child.MatchKey, r.Details.Child.Postcode, r.Details.Family.DoNotShareWith))).ToList();
        var byNumber = all.Where(e => e.NhsNumber is not null).ToLookup(e => e.NhsNumber!);
        var byKey = all.ToLookup(e => e.MatchKey);
        var renamed = await RenamedAsync(making, ct);
        return [.. rows.Select(r => r.IsToImport && !r.IsTaken && Others(r, byNumber, byKey, renamed) is [var other, ..] others ? Hold(r, others, names, choices.Of(r.Verdict.Line, other.Name)) : r)];
    }

    // the cases of children who were called otherwise before, by birth date
    private async Task<ILookup<DateOnly, Renamed>> RenamedAsync(IReadOnlyList<PlannedRow> making, CancellationToken ct)
    {
        var born = making.Select(r => r.Details!.Child.DateOfBirth).Distinct().ToList();
        var renamed = await db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Child.FormerNames != "" && born.Contains(a.Child.DateOfBirth))
            .Select(a => new Renamed(new(a.LocalAuthorityId, a.Reference, a.ChildNhsNumber, a.ChildMatchKey, a.Child.Postcode, a.Family.DoNotShareWith),
                new(a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.DateOfBirth, a.Child.NhsNumber, a.Child.Upn, a.Child.Postcode, a.Child.FormerNames))).ToListAsync(ct);
        return renamed.ToLookup(e => e.Child.DateOfBirth);
    }

    private static List<Elsewhere> Others(PlannedRow row, ILookup<string, Elsewhere> byNumber, ILookup<string, Elsewhere> byKey, ILookup<DateOnly, Renamed> renamed)
    {
        var child = row.Details!.Child;
        var keys = ChildKeys.Of(child);
        return [.. (child.NhsNumber is { } number ? byNumber[number] : []).Concat(byKey[child.MatchKey].Where(e => e.Postcode == child.Postcode || e.Postcode is null || child.Postcode is null))
            .Concat(renamed[child.DateOfBirth].Where(e => ChildLikeness.RecordedBefore(keys, e.Child) is not null).Select(e => e.Case))
            .Where(e => e.AuthorityId != row.AuthorityId).Distinct()];
    }

    private static PlannedRow Hold(PlannedRow row, List<Elsewhere> others, Dictionary<Guid, string> names, RowAnswer answer)
    {
        var other = others[0];
        var wishes = others.FindAll(o => SharingWords.IsNew(o.DoNotShareWith, row.Details!.Family.DoNotShareWith));
        var reason = $"Look at this: the same child is {other.Name} of {names.GetValueOrDefault(other.AuthorityId)}. A slip in the authority, or a family that moved? Import it only if both have a case{string.Concat(wishes.Select(w => $". {w.Name} says not to share with “{w.DoNotShareWith}”, which this row does not"))}";
        return answer == RowAnswer.Another ? row with { Fate = RowFate.Warning, IsTaken = true, Details = row.Details! with { WishesElsewhere = [.. wishes.Select(w => w.DoNotShareWith!)] }, ComparedWith = other.Name, Reasons = [reason, .. row.Reasons] } : row with { Fate = RowFate.LookAt, ComparedWith = other.Name, Reasons = [reason, .. row.Reasons] };
    }

    private sealed record Elsewhere(Guid AuthorityId, string Name, string? NhsNumber, string MatchKey, string? Postcode, string? DoNotShareWith);

    private sealed record Renamed(Elsewhere Case, ChildKeys Child);
}
