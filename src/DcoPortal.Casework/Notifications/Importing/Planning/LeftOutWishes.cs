using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>
/// A family's objection must not be lost with the row that says it. While a row is left out that may be of the same child and says not
/// to share with somebody, no other row of that child goes in without that wish, unless a person says that it is another child.
/// </summary>
internal static class LeftOutWishes
{
    /// <summary>The rows, with those held back that would go in without such a wish.</summary>
    /// <param name="rows">Every row of the file, with its fate.</param>
    /// <param name="choices">What a person has said of rows.</param>
    /// <param name="finished">Whether the import is done: what was held back then was not imported.</param>
    public static IReadOnlyList<PlannedRow> Held(IReadOnlyList<PlannedRow> rows, ReadingChoices choices, bool finished)
    {
        var wishes = rows.Where(r => r.Fate is RowFate.LookAt or RowFate.Refused && r.Verdict.Said?.DoNotShareWith is not null)
            .SelectMany(r => KeysOfLeftOut(r.Verdict.Said!).Append(r.ComparedWith ?? "").Select(key => (Key: key, Row: r, Wish: r.Verdict.Said!.DoNotShareWith!))).ToLookup(o => o.Key);
        if (wishes.Count == 0) { return rows; }
        return [.. rows.Select(r => IsGoingIn(r, finished) && Lost(r, wishes) is var (line, wish) ? Hold(r, line, wish, !finished && choices.Of(r.Verdict.Line, r.ComparedWith ?? LeftOut(line)) == RowAnswer.Another) : r)];
    }

    private static bool IsGoingIn(PlannedRow row, bool finished) => row.Details is not null && (row.IsToImport ? !row.IsTaken : row.Fate == RowFate.AddsTo || (finished && row.Fate == RowFate.Refused));

    private static (int Line, string Wish)? Lost(PlannedRow row, ILookup<string, (string Key, PlannedRow Row, string Wish)> wishes)
    {
        // a left-out row may stand beside this one because the names are only nearly the same
        var lost = KeysOf(row.Verdict.Said!).Append(Row(row.Verdict.Line)).SelectMany(k => wishes[k]).Where(o => o.Row != row && SharingWords.IsNew(o.Wish, row.Details!.Family.DoNotShareWith)).OrderBy(o => o.Row.Verdict.Line).ToList();
        return lost.Count == 0 ? null : (lost[0].Row.Verdict.Line, lost[0].Wish);
    }

    private static PlannedRow Hold(PlannedRow row, int line, string wish, bool taken)
    {
        var reason = $"Look at this: row {line} may be of the same child, is left out, and says not to share with “{wish}”. Write that on this row too, or put row {line} right, and upload the file again";
        return taken ? row with { Fate = RowFate.Warning, IsTaken = true, Reasons = [reason, .. row.Reasons], AddsToLine = null, ComparedWith = row.ComparedWith ?? LeftOut(line) }
            : row with { Fate = RowFate.LookAt, Reasons = [reason, .. row.Reasons.Where(r => r != "Not imported")], AddsToLine = null, ComparedWith = row.ComparedWith ?? LeftOut(line) };
    }

    private static string Row(int line) => $"row {line} of this file";

    /// <summary>A row that is left out, as another stands beside it: once it comes in, what was said of the other was the answer to another question.</summary>
    internal static string LeftOut(int line) => $"{Row(line)}, left out";

    // surname and birthday alone are those of twins, and a name alone is anybody's: they count only where nothing better can be read
    private static IEnumerable<string> KeysOfLeftOut(SaidOfChild said)
    {
        var keys = KeysOf(said).Where(key => key[0] switch
        {
            'S' => said.Forenames is null,
            'N' => said.DateOfBirth is null,
            _ => true,
        });
        // surname and forenames may stand the other way round
        return said is { Surname: not null, DateOfBirth: { } born } ? keys.Append($"forenames {SearchKey.Joined(said.Surname)} {born:yyyyMMdd}") : keys;
    }

    private static IEnumerable<string> KeysOf(SaidOfChild said)
    {
        var (surname, forenames) = (SearchKey.Joined(said.Surname), SearchKey.Joined(said.Forenames));
        if (said is { Forenames: not null, DateOfBirth: { } born }) { yield return $"forenames {forenames} {born:yyyyMMdd}"; }
        if (said is { Surname: not null, DateOfBirth: { } birth }) { yield return $"Surname {surname} {birth:yyyyMMdd}"; }
        if (said is { Surname: not null, Forenames: not null }) { yield return $"Name {surname} {forenames}"; }
        if (said.NhsNumber is { } number) { yield return $"nhs {number}"; }
        if (said.Upn is { } upn) { yield return $"upn {upn}"; }
        if (said.AuthorityReference is { } reference) { yield return $"reference {reference.ToUpperInvariant()}"; }
    }
}
