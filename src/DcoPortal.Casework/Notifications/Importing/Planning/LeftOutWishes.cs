using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>
/// A family's objection must not be lost with the row that says it. While a row is left out that may be of the same child and says not
/// to share with somebody, no other row of that child goes in without that wish, unless a person says that it is another child.
/// </summary>
internal static class LeftOutWishes
{
    /// <summary>The rows, with those held back that would go in without such a wish.</summary>
    /// <param name="rows">Every row of the file, with its fate.</param>
    /// <param name="taken">The rows of which a person has said that they are another child or request.</param>
    /// <param name="finished">Whether the import is done: what was held back then was not imported.</param>
    public static IReadOnlyList<PlannedRow> Held(IReadOnlyList<PlannedRow> rows, ISet<int> taken, bool finished)
    {
        var wishes = rows.Where(r => r.Fate is RowFate.LookAt or RowFate.Refused).Select(r => (Row: r, Details: Said(r)))
            .Where(o => o.Details?.Family.DoNotShareWith is not null)
            .SelectMany(o => KeysOf(o.Details!).Select(key => (Key: key, o.Row, Wish: o.Details!.Family.DoNotShareWith!))).ToLookup(o => o.Key);
        if (wishes.Count == 0) { return rows; }
        return [.. rows.Select(r => IsGoingIn(r, finished) && Lost(r, wishes) is var (line, wish) ? Hold(r, line, wish, taken.Contains(r.Verdict.Line) && !finished) : r)];
    }

    // what a row that is refused says is known where the row itself could be read
    private static NotificationDetails? Said(PlannedRow row) => row.Details ?? (row.Verdict.Notification is { } notification ? ImportedDetails.Of(notification) : null);

    private static bool IsGoingIn(PlannedRow row, bool finished) => row.Details is not null && (row.IsToImport ? !row.IsTaken : row.Fate == RowFate.AddsTo || (finished && row.Fate == RowFate.Refused));

    private static (int Line, string Wish)? Lost(PlannedRow row, ILookup<string, (string Key, PlannedRow Row, string Wish)> wishes)
    {
        var lost = KeysOf(row.Details!).SelectMany(k => wishes[k]).Where(o => o.Row != row && SharingWords.IsNew(o.Wish, row.Details!.Family.DoNotShareWith)).OrderBy(o => o.Row.Verdict.Line).ToList();
        return lost.Count == 0 ? null : (lost[0].Row.Verdict.Line, lost[0].Wish);
    }

    private static PlannedRow Hold(PlannedRow row, int line, string wish, bool taken)
    {
        var reason = $"Look at this: row {line} may be of the same child, is left out, and says not to share with “{wish}”. Write that on this row too, or put row {line} right, and upload the file again";
        return taken ? row with { Fate = RowFate.Warning, IsTaken = true, Reasons = [reason, .. row.Reasons], AddsToLine = null }
            : row with { Fate = RowFate.LookAt, Reasons = [reason, .. row.Reasons.Where(r => r != "Not imported")], AddsToLine = null, ComparedWith = row.ComparedWith ?? $"row {line} of this file" };
    }

    private static IEnumerable<string> KeysOf(NotificationDetails details)
    {
        // never the surname and the birthday alone, which twins share
        var child = details.Child;
        yield return $"forenames {SearchKey.Joined(child.Forenames)} {child.DateOfBirth:yyyyMMdd}";
        if (child.NhsNumber is { } number) { yield return $"NHS {number}"; }
        if (child.Upn is { } upn) { yield return $"UPN {upn}"; }
        if (details.AuthorityReference is { } reference) { yield return $"reference {reference.ToUpperInvariant()}"; }
    }
}
