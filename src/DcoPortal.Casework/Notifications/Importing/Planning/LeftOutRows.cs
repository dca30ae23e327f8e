using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What a person left out stays out, whatever is said of other rows afterwards; and no second row of a child slips in beside one that is not in yet.</summary>
internal static class LeftOutRows
{
    /// <summary>The rows, with those held back.</summary>
    /// <param name="rows">Every row of the file, with its fate.</param>
    /// <param name="choices">What a person has said of rows.</param>
    /// <param name="finished">Whether the import is done: what was held back then was not imported.</param>
    public static IReadOnlyList<PlannedRow> Held(IReadOnlyList<PlannedRow> rows, ReadingChoices choices, bool finished)
    {
        List<PlannedRow> held = [.. rows.Select(r => choices.LeftOut.Contains(r.Verdict.Line) && IsGoingIn(r, finished) ? Hold(r, finished ? "Left out" : "Look at this: it was left out when it was looked at. Say again what it is", r.ComparedWith) : r)];
        // a row further down was compared with this one
        var notIn = held.Where(IsNotIn).ToLookup(KeyOf);
        return notIn.Count == 0 ? held : held.ConvertAll(r => IsGoingIn(r, finished) && (r.IsToImport || finished) && notIn[KeyOf(r)].FirstOrDefault(o => o.Verdict.Line < r.Verdict.Line) is { } other ? Beside(r, other, choices, finished) : r);
    }

    private static bool IsGoingIn(PlannedRow row, bool finished) =>
        row.Details is not null && (row.IsToImport ? !row.IsTaken : row.Fate == RowFate.AddsTo ? !row.IsSame : finished && row.Fate == RowFate.Refused);

    // to be looked at, or said to be of a case that knows the child by other names
    private static bool IsNotIn(PlannedRow row) => row.Details is not null && (row.Fate == RowFate.LookAt || row is { IsSame: true, AddsToLine: null });

    private static (Guid?, string, DateOnly) KeyOf(PlannedRow row) => row.Details is { } details ? (row.AuthorityId, details.Child.MatchKey, details.RequestReceivedOn) : (null, $"row {row.Verdict.Line}", default);

    private static PlannedRow Beside(PlannedRow row, PlannedRow other, ReadingChoices choices, bool finished)
    {
        var name = LeftOutWishes.LeftOut(other.Verdict.Line);
        var reason = $"Look at this: row {other.Verdict.Line} has the same name, date of birth and {NotificationColumns.RequestReceived}, and {(other.IsSame ? $"adds to {other.ComparedWith}" : "is not in yet")}. Say first what that row is. If both are one child, write a number or postcode of the other into this row too, and upload the file again";
        return !finished && choices.Of(row.Verdict.Line, name) == RowAnswer.Another
            ? row with { Fate = RowFate.Warning, IsTaken = true, Reasons = [reason, .. row.Reasons], ComparedWith = name }
            : Hold(row, reason, name);
    }

    private static PlannedRow Hold(PlannedRow row, string reason, string? beside) =>
        row with { Fate = RowFate.LookAt, Reasons = [reason, .. row.Reasons.Where(r => r != "Not imported")], AddsToLine = null, ComparedWith = beside };
}
