using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What is special to the tracker of a DCO service: cases under way, often with a row for each service that was asked.</summary>
internal static class TrackerRows
{
    /// <summary>Whether a row adds to a case instead of making one: it is of that case and names a service, asked or not.</summary>
    public static bool AddsTo(SameChild? same, NotificationDetails details) =>
        same is { Kind: SameChildKind.SameRequest } or { Kind: SameChildKind.LookAtBoth, Differences.Count: 0 } && details.Professionals.Any(p => same.There.IsOpen || p.AskedOn is not null || p.AnsweredOn is not null);

    /// <summary>What a person must look at before such a row is added, in words; null where nothing else would be lost with it.</summary>
    /// <param name="there">The case.</param>
    /// <param name="details">What the row says.</param>
    /// <param name="andWish">An objection that the row has and the case has not, in words, or empty.</param>
    /// <param name="isSame">Whether a person has said that they are the same: what differs stands on the case then.</param>
    /// <param name="byHealth">Whether the DCO service asks.</param>
    public static string? InDoubt(KnownCase there, NotificationDetails details, string andWish, bool isSame, bool byHealth) =>
        !there.IsOpen ? $"Look at this: {there.Name} is the same child and {(there.GoesOn is { } now ? $"goes on as {now}: write that authority in the row, and upload the file again" : "has ended, so nothing can be added to it. If something was answered before it ended, its authority takes the outcome back first; what came later changes nothing any more")}{andWish}"
        : !isSame && details.Decision is not null && there.Decision is not null && (details.Decision, details.DecidedOn) != (there.Decision, there.DecidedOn) ? $"Look at this: the decision here is not that of {there.Name}. Put right which is wrong, and upload the file again{andWish}"
        // what another row makes takes over wish and decision; what is there already is changed by a person
        : there.Line is not null ? null
        : andWish.Length > 0 ? $"Look at this{andWish}. Record it there under Sharing information, and come back to this page"
        : details.Decision is not null && there.Decision is null ? $"Look at this: {there.Name} has no decision yet. {(there.IsRecordedByHealth || !byHealth ? "Record it there" : "Its authority logged it and records the decision: ask it to")}, and come back to this page" : null;

    /// <summary>
    /// Why a row may be of another child, where no number or postcode says that it is the same: it says otherwise of the child, or has only initials. Null where
    /// nothing speaks against it: a tracker has a row for each service. Of a case that is stored the rest is compared later.
    /// </summary>
    public static string? MayBeAnother(SameChild same, NotificationDetails details, ImportedNotification said) =>
        same.Kind != SameChildKind.LookAtBoth ? null
        : SearchKey.Of(details.Child.Forenames).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => w.Length == 1) ? $"{LookAtBoth(same.There.Name)}. Its forenames are initials"
        : same.There.Said is { } there && OfChild(SaidBesides.Cells(SaidOfCase.Of(details, said), there, same.There.Name, alsoOther: true)) is { Count: > 0 } otherwise ? $"{LookAtBoth(same.There.Name)}. {string.Join("; ", otherwise)}" : null;

    /// <summary>What speaks of another child, in words: not the days of health, which differ from service to service.</summary>
    public static IReadOnlyList<string> OfChild(IEnumerable<CellToCorrect> cells) =>
        [.. cells.Where(c => c.Field.EndsWith(SaidBesides.Another, StringComparison.Ordinal) && !(c.Field.StartsWith(NotificationColumns.HealthTold, StringComparison.Ordinal) || c.Field.StartsWith(NotificationColumns.AdviceRequested, StringComparison.Ordinal))).Select(c => $"{c.Field}: “{c.Given}”")];

    /// <summary>That two may be twins.</summary>
    public static string LookAtBoth(string name) => $"Look at both: same name, date of birth and {NotificationColumns.RequestReceived} as {name}, and no number or postcode to tell by";

    /// <summary>The days of a case under way. Nothing says that health was told on the day of the import: what the row leaves out follows from what it says, and is marked.</summary>
    public static NotificationDetails UnderWay(NotificationDetails details)
    {
        var firstAsked = details.Professionals.Where(p => p.AskedOn is not null).Min(p => p.AskedOn);
        List<CellToCorrect> doubtful = [.. details.ToCorrect];
        var asked = details.AdviceRequestedOn;
        if (details.Decision == AssessmentDecision.Assess && asked is null)
        {
            asked = firstAsked >= details.DecidedOn ? firstAsked : details.DecidedOn;
            doubtful.Add(new(NotificationColumns.AdviceRequested, "", $"not given. Taken as {UkText.LongDate(asked)}, {(asked == firstAsked ? "when the first service was asked" : "the day of the decision")}: correct it under Correct dates"));
        }
        var told = details.HealthToldOn ?? Earlier(asked, firstAsked);
        if (details.HealthToldOn is null)
        {
            told ??= details.RequestReceivedOn;
            doubtful.Add(new(NotificationColumns.HealthTold, "", $"not given. Taken as {UkText.LongDate(told)}"));
        }
        return details with { HealthToldOn = told, AdviceRequestedOn = asked, ToCorrect = doubtful };
    }

    /// <summary>Gives what the rows of one case say to the row that makes the case, and in a tracker then its days.</summary>
    /// <param name="rows">Every row, with what it says itself.</param>
    /// <param name="isTracker">Whether they are of a tracker.</param>
    /// <param name="tooEarly">What is wrong with the days of a case, in words, or null.</param>
    /// <param name="directory">By which one service is known under two spellings.</param>
    public static IReadOnlyList<PlannedRow> Joined(IReadOnlyList<PlannedRow> rows, bool isTracker, Func<NotificationDetails, string?> tooEarly, DirectoryIndex directory)
    {
        var more = rows.Where(r => r is { AddsToLine: not null, Details: not null }).ToLookup(r => r.AddsToLine!.Value);
        Dictionary<int, IReadOnlyList<CellToCorrect>> besides = [];
        Dictionary<int, IReadOnlyList<string>> people = [];
        PlannedRow Joined(PlannedRow row)
        {
            var whole = row.Details!;
            foreach (var adding in more[row.Verdict.Line])
            {
                if (!whole.Family.Wish.FitsWith(adding.Details!.Family.Wish)) { return row with { Fate = RowFate.Refused, Details = null, Reasons = [$"{NotificationColumns.DoNotShareWith}: what this row and row {adding.Verdict.Line} say is together longer than {SharingWish.Length:N0} characters: shorten it, and upload the file again", .. row.Reasons] }; }
                besides[adding.Verdict.Line] = [.. SaidBesides.Cells(SaidOfCase.Of(adding.Details!, adding.Verdict.Notification!), SaidOfCase.Of(whole, row.Verdict.Notification!), "the row that makes the case", alsoOther: true)];
                people[adding.Verdict.Line] = [.. ServiceRounds.SecondPeople(whole.Professionals.Concat(adding.Details.Professionals), directory).Except(ServiceRounds.SecondPeople(whole.Professionals, directory))];
                whole = With(whole, adding, besides[adding.Verdict.Line], directory);
            }
            return Whole(row, isTracker ? UnderWay(whole) : whole, tooEarly);
        }
        List<PlannedRow> joined = [.. rows.Select(r => r is { IsToImport: true, Details: not null } && (isTracker || more.Contains(r.Verdict.Line)) ? Joined(r) : r)];
        return joined.ConvertAll(r => besides.GetValueOrDefault(r.Verdict.Line) is { } cells ? r with { Reasons = [.. r.Reasons, .. Otherwise(cells), .. people[r.Verdict.Line]] } : r);
    }

    /// <summary>The rows, with those left out that add to a row which makes no case; once the import is finished, all that were not added.</summary>
    public static IReadOnlyList<PlannedRow> WithoutOrphans(IReadOnlyList<PlannedRow> rows, bool finished)
    {
        var made = rows.Where(r => r.IsToImport).Select(r => r.Verdict.Line).ToHashSet();
        return [.. rows.Select(r => r.Fate != RowFate.AddsTo || (!finished && (r.AddsToLine is not { } line || made.Contains(line))) ? r
            : r with { Fate = RowFate.LookAt, Reasons = [finished ? "Look at this: not imported" : $"Look at this: row {r.AddsToLine} would make its case, and is not imported"], AddsToLine = null })];
    }

    private static PlannedRow Whole(PlannedRow row, NotificationDetails details, Func<NotificationDetails, string?> tooEarly) =>
        tooEarly(details) is { } early ? row with { Fate = RowFate.Refused, Reasons = [early, .. row.Reasons], Details = null } : row with { Details = details };

    /// <summary>What a row that adds says otherwise, for the preview.</summary>
    public static IEnumerable<string> Otherwise(IEnumerable<CellToCorrect> cells) =>
        cells.Where(c => c.Field.EndsWith(SaidBesides.Another, StringComparison.Ordinal)).Select(c => $"{c.Field}: “{(c.Given.Length > 200 ? c.Given[..200] + "…" : c.Given)}”. To be corrected");

    private static NotificationDetails With(NotificationDetails before, PlannedRow row, IReadOnlyList<CellToCorrect> besides, DirectoryIndex directory)
    {
        var more = row.Details!;
        var details = SaidBesides.Filled(before, more);
        var wish = details.Family.Wish.With(more.Family.Wish);
        details.Family.Join(wish);
        var (services, others) = ServiceRounds.Joined([.. details.Professionals, .. more.Professionals], directory, ServiceRounds.AnotherRow);
        return details with
        {
            Decision = details.Decision ?? more.Decision,
            DecidedOn = details.DecidedOn ?? more.DecidedOn,
            HealthToldOn = Earlier(details.HealthToldOn, more.HealthToldOn),
            AdviceRequestedOn = Earlier(details.AdviceRequestedOn, more.AdviceRequestedOn),
            ToCorrect = Both([.. details.ToCorrect, .. others], [.. more.ToCorrect, .. besides.Where(c => c.Field.EndsWith(SaidBesides.Another, StringComparison.Ordinal) || c.Field == NotificationColumns.HowItBegan)]),
            Professionals = services,
        };
    }

    /// <summary>What cannot be read in either, each said once.</summary>
    public static IReadOnlyList<CellToCorrect> Both(IEnumerable<CellToCorrect> some, IEnumerable<CellToCorrect> more) => [.. some.Concat(more).Distinct()];

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
