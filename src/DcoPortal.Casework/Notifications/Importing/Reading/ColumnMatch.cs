namespace DcoPortal.Casework.Notifications.Importing.Reading;

// which column of the file is which of ours: by its name, by what a person said, or not known yet
// unsaid: the columns that are none of ours as far as anybody has said
internal sealed record ColumnMatch(IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Ignored, IReadOnlyList<string> Missing, IReadOnlyList<int> Unsaid, string? Failure = null)
{
    public static ColumnMatch Of(IReadOnlyList<string> headings, ReadingChoices choices, bool isTracker = false)
    {
        Dictionary<string, int> columns = [];
        HashSet<int> said = [];
        if (headings.Select(NotificationColumns.Known).OfType<string>().GroupBy(k => k).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new(columns, [], [], [], $"Two columns are headed {twice.Key}: remove one.");
        }
        // what was matched for another file never takes the place of a heading of our own name: a parent's "Surname" beside "Legal surname"
        if (choices.IsRemembered) { Take(NotificationColumns.Known); }
        for (var i = 0; i < headings.Count; i++)
        {
            if (columns.ContainsValue(i) || choices.Columns?.GetValueOrDefault(NotificationColumns.Key(headings[i])) is not { } chosen) { continue; }
            if (choices.IsRemembered && columns.ContainsKey(chosen)) { continue; }
            said.Add(i);
            if (chosen.Length > 0) { columns.TryAdd(chosen, i); }
        }
        Take(NotificationColumns.Known);
        Take(ColumnNames.Sure);
        // of two columns with one name nobody can say which was meant
        if (columns.Values.Select(i => headings[i]).FirstOrDefault(h => headings.Count(o => NotificationColumns.Key(o) == NotificationColumns.Key(h)) > 1) is { } two)
        {
            return new(columns, [], [], [], $"Two columns are headed {two.Trim()}: remove one, or give them different names.");
        }
        var missing = NotificationColumns.Required.Concat(isTracker ? [NotificationColumns.LocalAuthority] : []).Where(r => !columns.ContainsKey(r)).ToList();
        if (columns.ContainsKey(ColumnNames.SurnameFirst) || columns.ContainsKey(ColumnNames.ForenamesFirst)) { missing.RemoveAll(m => m is NotificationColumns.Surname or NotificationColumns.Forenames); }
        var left = Enumerable.Range(0, headings.Count).Where(i => !string.IsNullOrWhiteSpace(headings[i]) && !columns.ContainsValue(i) && !RefusedRows.IsBeside(headings[i])).ToList();
        return new(columns, [.. left.Select(i => headings[i].Trim())], missing, left.FindAll(i => !said.Contains(i) && !RefusedRows.IsReason(headings, i)));

        // the first of two that mean the same stays; the other is left out
        void Take(Func<string, string?> column)
        {
            for (var i = 0; i < headings.Count; i++)
            {
                if (!said.Contains(i) && !columns.ContainsValue(i) && column(headings[i]) is { } known) { columns.TryAdd(known, i); }
            }
        }
    }

    /// <summary>What to say where columns are missing and nobody can be asked.</summary>
    public string MissingWords => Missing.Count == 1
        ? $"The file has no column headed {Missing[0]}."
        : $"The file has no columns headed {string.Join(", ", Missing.SkipLast(1))} and {Missing[^1]}.";

    /// <summary>Asks which of ours each of theirs is.</summary>
    public ColumnsQuestion Question(IReadOnlyList<string> headings, Func<int, IReadOnlyList<string>> samples)
    {
        var byIndex = Columns.ToDictionary(c => c.Value, c => c.Key);
        var services = Services(headings);
        return new([.. headings.Select((heading, i) => (heading, i)).Where(h => !string.IsNullOrWhiteSpace(h.heading) && !RefusedRows.IsBeside(h.heading)).DistinctBy(h => NotificationColumns.Key(h.heading))
            .Select(h => new ColumnToMatch(NotificationColumns.Key(h.heading), h.heading.Trim(), byIndex.GetValueOrDefault(h.i) ?? services.GetValueOrDefault(h.i) ?? Guess(h.heading, samples(h.i)), samples(h.i)))], Missing);
    }

    // "OT requested" and "OT received" are of one service, "SALT requested" is of the next
    private Dictionary<int, string> Services(IReadOnlyList<string> headings)
    {
        Dictionary<int, string> guessed = [];
        Dictionary<string, int> numbers = [];
        var free = Enumerable.Range(1, NotificationColumns.MostProfessionals).Where(n => !NotificationColumns.Professional(n).Any(Columns.ContainsKey)).ToList();
        for (var i = 0; i < headings.Count; i++)
        {
            if (Columns.Values.Contains(i) || ServiceHeading.Of(headings[i]) is not { } heading) { continue; }
            var key = SearchKey.Of(heading.Service);
            if (!numbers.TryGetValue(key, out var n))
            {
                if (numbers.Count == free.Count) { continue; }
                numbers[key] = n = free[numbers.Count];
            }
            var column = heading.IsAnswer ? NotificationColumns.ProfessionalAnswered(n) : NotificationColumns.ProfessionalAsked(n);
            if (!guessed.ContainsValue(column)) { guessed[i] = column; }
        }
        return guessed;
    }

    // a guess is made only for a column that nothing else is; "Maya Tarleton" has no comma, so its forenames come first
    private string? Guess(string heading, IReadOnlyList<string> samples) => ColumnNames.Guess(heading) switch
    {
        ColumnNames.SurnameFirst when samples.Count > 0 && !samples.All(s => s.Contains(',', StringComparison.Ordinal)) => ColumnNames.ForenamesFirst,
        { } guess when !Columns.ContainsKey(guess) && ServiceHeading.Of(heading) is null => guess,
        _ => null,
    };
}
