using System.Linq.Expressions;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>
/// A slip in the column of authorities would show a child to an authority that it is not of. The DCO service, which sees all authorities
/// of its board, is told where the same child's case runs with another one; an authority never is.
/// </summary>
public sealed class OtherAuthorities(PortalDb db)
{
    private const int DaysAtOnce = 500;

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
        var born = making.SelectMany(r => BirthDays.Near(r.Details!.Child.DateOfBirth).Append(r.Details.Child.DateOfBirth)).Distinct().ToList();
        var authorities = await db.LocalAuthorities.AsNoTracking().OfBoard(db, db.Scope.IcbId).Select(a => a.Id).ToListAsync(ct);
        var running = await ReadAsync(a => (a.ChildNhsNumber != null && numbers.Contains(a.ChildNhsNumber)) || keys.Contains(a.ChildMatchKey), ct);
        // each alone and some days at a time, for the index by authority and birth date
        foreach (var days in born.Chunk(DaysAtOnce).Select(c => c.ToList())) { running.AddRange(await ReadAsync(a => authorities.Contains(a.LocalAuthorityId) && days.Contains(a.Child.DateOfBirth), ct)); }
        var all = running.FindAll(e => e.IsOpen).DistinctBy(e => e.Name)
            .Concat(making.Select(r => new Elsewhere(r.AuthorityId!.Value, $"row {r.Verdict.Line} of this file", true, r.Details!.RequestReceivedOn, r.Details.Family.DoNotShareWith, ChildKeys.Of(r.Details.Child)))).ToList();
        var byNumber = all.Where(e => e.Child.NhsNumber is not null).ToLookup(e => e.Child.NhsNumber!);
        var byBirth = all.ToLookup(e => e.Child.DateOfBirth);
        return [.. rows.Select(r => r.IsToImport && !r.IsTaken && Others(r, byNumber, byBirth) is [var (other, likeness), ..] others ? Hold(r, other, likeness, others.ConvertAll(o => o.Case), names, choices.Of(r.Verdict.Line, other.Name)) : r)];
    }

    private Task<List<Elsewhere>> ReadAsync(Expression<Func<Assessment, bool>> which, CancellationToken ct) => db.Assessments.AsNoTracking().Where(which).OrderBy(a => a.Reference)
        .Select(a => new Elsewhere(a.LocalAuthorityId, a.Reference, a.Outcome == null, a.RequestReceivedOn, a.Family.DoNotShareWith,
            new(a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.DateOfBirth, a.Child.NhsNumber, a.Child.Upn, a.Child.Postcode, a.Child.FormerNames))).ToListAsync(ct);

    // by the rule that holds within one authority, the surest first
    private static List<(Elsewhere Case, Likeness Likeness)> Others(PlannedRow row, ILookup<string, Elsewhere> byNumber, ILookup<DateOnly, Elsewhere> byBirth)
    {
        var details = row.Details!;
        var child = ChildKeys.Of(details.Child);
        return [.. from there in (child.NhsNumber is { } number ? byNumber[number] : []).Concat(BirthDays.Near(child.DateOfBirth).Prepend(child.DateOfBirth).SelectMany(day => byBirth[day])).DistinctBy(e => e.Name)
                   where there.AuthorityId != row.AuthorityId
                   let likeness = ChildLikeness.ToLookAt(child, there.Child, there.ReceivedOn == details.RequestReceivedOn)
                   where likeness is not null
                   orderby likeness.Kind
                   select (there, likeness)];
    }

    private static PlannedRow Hold(PlannedRow row, Elsewhere other, Likeness likeness, List<Elsewhere> others, Dictionary<Guid, string> names, RowAnswer answer)
    {
        var (name, of) = (other.Name, names.GetValueOrDefault(other.AuthorityId));
        var what = likeness.Kind == LikenessKind.Same ? $"the same child is {name} of {of}" : $"{name} of {of}. {likeness.Why}";
        var wishes = others.FindAll(o => SharingWords.IsNew(o.DoNotShareWith, row.Details!.Family.DoNotShareWith));
        var reason = $"Look at this: {what}. A slip in the authority, or a family that moved? Import it only if both have a case{string.Concat(wishes.Select(w => $". {w.Name} says not to share with “{w.DoNotShareWith}”, which this row does not"))}";
        return answer == RowAnswer.Another ? row with { Fate = RowFate.Warning, IsTaken = true, Details = row.Details! with { WishesElsewhere = [.. wishes.Select(w => w.DoNotShareWith!)] }, ComparedWith = other.Name, Reasons = [reason, .. row.Reasons] } : row with { Fate = RowFate.LookAt, ComparedWith = other.Name, Reasons = [reason, .. row.Reasons] };
    }

    private sealed record Elsewhere(Guid AuthorityId, string Name, bool IsOpen, DateOnly ReceivedOn, string? DoNotShareWith, ChildKeys Child);
}
