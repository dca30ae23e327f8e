using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the children and references of the rows so far
internal sealed class SeenRows
{
    private readonly Dictionary<NhsNumber, int> numbers = [];
    private readonly Dictionary<(string Name, DateOnly Born), int> people = [];
    private readonly Dictionary<string, int> references = [];

    public void Compare(RowCells row, string? reference, NhsNumber? number, string? surname, string? forenames, DateOnly? born)
    {
        if (reference is not null && First(references, reference.ToUpperInvariant(), row.Line) is { } taken)
            row.Problem(NotificationColumns.AuthorityReference, $"already used in row {taken}");

        var byNumber = number is null ? null : First(numbers, number, row.Line);
        var byName = surname is null || forenames is null || born is null ? null : First(people, (SearchKey.Of($"{surname} {forenames}"), born.Value), row.Line);
        if ((byNumber ?? byName) is not null) row.Warning($"same child as row {Math.Min(byNumber ?? int.MaxValue, byName ?? int.MaxValue)}");
    }

    private static int? First<T>(Dictionary<T, int> rows, T key, int line) where T : notnull =>
        rows.TryAdd(key, line) ? null : rows[key];
}
