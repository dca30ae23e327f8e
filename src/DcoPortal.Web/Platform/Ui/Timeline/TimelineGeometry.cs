namespace DcoPortal.Web.Platform.Ui.Timeline;

/// <summary>Where a text starts or ends relative to its x.</summary>
public enum TextAnchor
{
    /// <summary>The text starts at x.</summary>
    Start,

    /// <summary>The text is centred on x.</summary>
    Middle,

    /// <summary>The text ends at x.</summary>
    End,
}

/// <summary>A text with its place; Tier counts lines of labels from the axis upwards.</summary>
public sealed record PlacedLabel(string Text, string Small, double X, double LineX, int Tier, bool HasExemption = false);

/// <summary>A moment on its day; moments too near to each other stand on lanes of their own, never on another day.</summary>
public sealed record PlacedMoment(TimelineMoment Moment, double X, double Y);

/// <summary>A bar with its places. Answer is where the tick stands; Late is the thin tail behind the due date.</summary>
public sealed record PlacedRow(
    TimelineRow Row, double Y, double FromX, double DueX, double FillX, double LateX, double? AnswerX, double? WorkingDayX,
    double IconX, double NoteX, TextAnchor NoteAnchor, bool NoteBelow, string Note)
{
    /// <summary>The label in lines that fit before the axis; every line but the first makes the row taller.</summary>
    public IReadOnlyList<string> Label { get; init; } = [Row.Label];
}

/// <summary>
/// The drawing's arithmetic, apart from its markup: facts in, coordinates out, every number finite and inside the frame.
/// Units are those of the SVG's viewBox.
/// </summary>
public sealed class TimelineGeometry
{
    /// <summary>Width of the whole drawing.</summary>
    public const double Width = 1150;

    /// <summary>Left edge of the axis: names stand before it.</summary>
    public const double Left = 250;

    /// <summary>Right edge of the axis.</summary>
    public const double Right = 1130;

    /// <summary>Height of a bar.</summary>
    public const double BarHeight = 18;

    const double MomentsHeight = 10, MomentWidth = 28, RowHeight = 46, TierHeight = 40, LongestDrawnWeeks = 1040;
    const int LineLength = 29;

    /// <summary>From one line of a label to the next.</summary>
    public const double LineHeight = 17;

    /// <summary>Computes all places.</summary>
    public TimelineGeometry(TimelineModel model)
    {
        anchor = model.Anchor;
        Days = 7 * WeeksDrawn(model);
        Marks = PlaceMarks(model.Marks);
        var tiers = Marks.Count == 0 ? 0 : Marks.Max(m => m.Tier) + 1;
        AxisY = 24 + tiers * TierHeight;
        MomentsY = AxisY + 22;
        Moments = PlaceMoments(model.Moments);
        RowsY = AxisY + 16 + (Moments.Count > 0 ? Moments.Max(m => m.Y) - MomentsY + MomentWidth + MomentsHeight : 0);
        var y = RowsY;
        List<PlacedRow> rows = [];
        foreach (var row in model.AllRows)
        {
            var lines = Lines(row.Label);
            rows.Add(Place(row, y, model.Today) with { Label = lines });
            y += RowHeight + (lines.Count - 1) * LineHeight;
        }
        Rows = rows;
        Bottom = y + (rows.Count == 0 ? RowHeight : 0);
        Height = Bottom + 34;
        var day = model.Today.DayNumber - anchor.DayNumber;
        TodayX = day >= 0 && day <= Days ? X(model.Today) : null;
        TodayText = model.TodayAt is { } at ? $"Today, {at}" : "Today is before the clock starts";
        var half = TextWidth(TodayText, 8.2) / 2;
        TodayTextX = Math.Clamp(TodayX ?? (day < 0 ? Left : Right), half, Width - half);
        var step = (Days / 7) switch { <= 24 => 2, <= 52 => 4, <= 104 => 8, _ => 52 };
        // what lies before the clock's weeks has no number
        var from = model.WeeksFrom is { } counted && counted > anchor ? counted : anchor;
        Weeks = [.. Enumerable.Range(0, Math.Max(0, Days - (from.DayNumber - anchor.DayNumber)) / 7 + 1).Where(w => w % step == 0).Select(w => (model.WeeksFrom is null ? 7 * w : w, X(from.AddDays(7 * w))))];
    }

    readonly DateOnly anchor;

    /// <summary>Days from one end of the axis to the other.</summary>
    public int Days { get; }

    /// <summary>Height of the whole drawing.</summary>
    public double Height { get; }

    /// <summary>The y at which the grid begins; week numbers stand just above.</summary>
    public double AxisY { get; }

    /// <summary>The y at which the grid ends.</summary>
    public double Bottom { get; }

    /// <summary>Grid lines: the number of the week, or of the day while no week is counted, and x.</summary>
    public IReadOnlyList<(int Number, double X)> Weeks { get; }

    /// <summary>The statutory marks, placed so that no two texts overlap.</summary>
    public IReadOnlyList<PlacedLabel> Marks { get; }

    /// <summary>The moments at which health must be told, placed so that no two overlap.</summary>
    public IReadOnlyList<PlacedMoment> Moments { get; }

    /// <summary>Top of the first bar.</summary>
    public double RowsY { get; }

    /// <summary>Middle of the first lane of moments.</summary>
    public double MomentsY { get; }

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<PlacedRow> Rows { get; }

    /// <summary>x of the today line; null when today lies outside the axis.</summary>
    public double? TodayX { get; }

    /// <summary>Words of the today label.</summary>
    public string TodayText { get; }

    /// <summary>Centre of the today label, kept inside the frame.</summary>
    public double TodayTextX { get; }

    /// <summary>x of a day, held within the axis.</summary>
    public double X(DateOnly day) => Left + (Right - Left) * Math.Clamp((double)(day.DayNumber - anchor.DayNumber) / Days, 0, 1);

    // an open row is late until today, so the drawing must reach today; a closed case does not make it longer
    static int WeeksDrawn(TimelineModel model)
    {
        var last = model.Marks.Select(m => m.On).Concat(model.AllRows.SelectMany(r => new[] { r.Due, r.DoneOn ?? r.Due }))
            .Concat(model.Moments.Select(m => m.On)).Append(model.Anchor).Max();
        if (model.Today > last && model.AllRows.Any(r => r.Status is RagStatus.Overdue or RagStatus.DueSoon or RagStatus.OnTrack))
            last = model.Today;
        var weeks = (last.DayNumber - model.Anchor.DayNumber + 6) / 7;
        return (int)Math.Clamp(weeks, Math.Max(1, model.Weeks), LongestDrawnWeeks);
    }

    List<PlacedLabel> PlaceMarks(IReadOnlyList<TimelineMark> marks)
    {
        List<(double Start, double End, int Tier)> taken = [];
        List<PlacedLabel> placed = [];
        foreach (var mark in marks.OrderBy(m => m.On))
        {
            var date = mark.HasExemption ? $"{UkText.ShortDate(mark.On)}, exempt" : UkText.ShortDate(mark.On);
            var half = Math.Max(TextWidth(mark.Label, 8.2), TextWidth(date, 7)) / 2;
            var line = X(mark.On);
            var centre = Math.Clamp(line, half, Width - half);
            var tier = 0;
            while (taken.Exists(t => t.Tier == tier && centre - half < t.End + 12 && centre + half > t.Start - 12))
                tier++;
            taken.Add((centre - half, centre + half, tier));
            placed.Add(new PlacedLabel(mark.Label, date, centre, line, tier, mark.HasExemption));
        }
        return placed;
    }

    List<PlacedMoment> PlaceMoments(IReadOnlyList<TimelineMoment> moments)
    {
        List<PlacedMoment> placed = [];
        foreach (var moment in moments.OrderBy(m => m.On).ThenBy(m => m.Number))
        {
            var (x, y) = (X(moment.On), MomentsY);
            while (placed.Exists(p => p.Y.Equals(y) && Math.Abs(p.X - x) < MomentWidth)) { y += MomentWidth; }
            placed.Add(new(moment, x, y));
        }
        return placed;
    }

    PlacedRow Place(TimelineRow row, double y, DateOnly today)
    {
        var (from, due) = (X(row.From), Math.Max(X(row.From), X(row.Due)));
        var isDone = row.Status is RagStatus.Done or RagStatus.DoneLate;
        var reached = row.DoneOn is { } done && isDone ? X(done) : isDone ? due : row.Status == RagStatus.Lapsed ? Math.Min(due, X(today)) : X(today);
        var fill = Math.Clamp(reached, from, due);
        var late = Math.Max(due, reached);
        var hasIcon = row.Status is RagStatus.DueSoon or RagStatus.Overdue;
        var end = Math.Max(late, due) + (isDone && reached >= due ? 12 : 0);
        var note = row.Note ?? StatusVocabulary.Words(row.Status, row.Due, row.DoneOn, today);
        var space = (hasIcon ? 24 : 0) + 8;
        var width = TextWidth(note, 8.2);
        double? workingDay = row.LastWorkingDay is { } day && day != row.Due ? X(day) : null;
        double? answer = isDone ? reached : null;
        if (end + space + width <= Width)
            return new(row, y, from, due, fill, late, answer, workingDay, end + 16, end + space, TextAnchor.Start, false, note);
        if (from - space - width >= Left)
            return new(row, y, from, due, fill, late, answer, workingDay, from - 16, from - space, TextAnchor.End, false, note);
        // no room on either side: the note goes under the bar, ending at its end, with the symbol behind it
        var noteX = Math.Clamp(Math.Max(due, late), Math.Min(Left + width + space, Width), Width);
        return new(row, y, from, due, fill, late, answer, workingDay, noteX - 10, hasIcon ? noteX - 24 : noteX, TextAnchor.End, true, note);
    }

    // breaks between words; a word longer than a line is cut, and the table has its full spelling
    static List<string> Lines(string label)
    {
        List<string> lines = [];
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LineLength)
                lines[^1] += " " + word;
            else
                lines.Add(word.Length <= LineLength ? word : word[..(LineLength - 1)] + "…");
        }
        return lines.Count > 0 ? lines : [""];
    }

    /// <summary>A generous estimate of a text's width in Arial: the same width for every character.</summary>
    static double TextWidth(string text, double perCharacter) => text.Length * perCharacter;
}
