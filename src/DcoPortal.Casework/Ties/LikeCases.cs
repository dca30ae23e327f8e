using System.Linq.Expressions;

namespace DcoPortal.Casework.Ties;

/// <summary>A case that may be of a child, and why. Personal data.</summary>
internal sealed record LikeCase(CaseOfChild Case, Likeness Likeness);

/// <summary>What is read of a case to compare its child. Personal data.</summary>
internal sealed record CaseOfChild(Guid Id, string Reference, ClockEvent StartedBy, DateOnly RequestReceivedOn, AssessmentDecision? Decision, AssessmentOutcome? Outcome, ChildKeys Child);

/// <summary>Finds the cases of one authority that may be of a child. Only those that share a number, the name, or the birth date or one that is a slip from it, are read, each by an index.</summary>
internal static class LikeCases
{
    /// <summary>The cases that may be the child's, the surest and then the newest first.</summary>
    /// <param name="among">Cases of one authority.</param>
    /// <param name="child">The child.</param>
    /// <param name="receivedOn">The day of the child's request, or null where it is not known.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<LikeCase>> LikeAsync(this IQueryable<Assessment> among, ChildOrYoungPerson child, DateOnly? receivedOn, CancellationToken ct)
    {
        var (here, number, upn, (first, last)) = (ChildKeys.Of(child), child.NhsNumber, child.Upn, child.NameKeys);
        List<DateOnly> born = [child.DateOfBirth, .. BirthDays.Near(child.DateOfBirth)];
#pragma warning disable CA1309 // the database compares, and knows no way of comparing but its own
        List<CaseOfChild> read = [.. await ReadAsync(a => born.Contains(a.Child.DateOfBirth)), .. await ReadAsync(a => string.Compare(a.ChildMatchKey, first) >= 0 && string.Compare(a.ChildMatchKey, last) <= 0)];
#pragma warning restore CA1309
        // each alone, for a database takes one index where it may have to take several
        if (number is not null) { read.AddRange(await ReadAsync(a => a.ChildNhsNumber == number)); }
        if (upn is not null) { read.AddRange(await ReadAsync(a => a.ChildUpn == upn)); }
        return [.. from there in read.DistinctBy(c => c.Id)
                   let likeness = ChildLikeness.Between(here, there.Child, there.RequestReceivedOn == receivedOn)
                   where likeness is not null
                   orderby likeness.Kind, there.RequestReceivedOn descending, there.Reference
                   select new LikeCase(there, likeness)];

        Task<List<CaseOfChild>> ReadAsync(Expression<Func<Assessment, bool>> shares) => among.AsNoTracking().Where(shares)
            .Select(a => new CaseOfChild(a.Id, a.Reference, a.StartedBy, a.RequestReceivedOn, a.Decision, a.Outcome, new(a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.DateOfBirth, a.Child.NhsNumber, a.Child.Upn, a.Child.Postcode, a.Child.FormerNames))).ToListAsync(ct);
    }
}
