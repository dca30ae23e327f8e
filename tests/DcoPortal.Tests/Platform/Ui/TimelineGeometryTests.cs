using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Ui.Timeline;

namespace DcoPortal.Tests.Platform.Ui;

public class TimelineGeometryTests
{
    static readonly DateOnly Anchor = new(2026, 9, 7);

    static TimelineModel Model(DateOnly today, params TimelineRow[] rows) => new()
    {
        Reference = "LCC-26-00042",
        Anchor = Anchor,
        WeeksFrom = Anchor,
        Today = today,
        Rows = rows,
        Marks = [new("Week 6: decide", Anchor.AddDays(42)), new("Week 16: refuse by", Anchor.AddDays(112)), new("Week 20: plan", Anchor.AddDays(140))],
    };

    static TimelineRow Row(int from, int due, int? done, RagStatus status, string? note = null) =>
        new("Physiotherapy", "S Okafor", Anchor.AddDays(from), Anchor.AddDays(due), done is { } d ? Anchor.AddDays(d) : null, status, note);

    [Fact]
    public void Weeks_0_and_20_are_the_ends_of_the_axis()
    {
        var g = new TimelineGeometry(Model(Anchor.AddDays(75)));
        Assert.Equal(140, g.Days);
        Assert.Equal(TimelineGeometry.Left, g.X(Anchor));
        Assert.Equal(TimelineGeometry.Right, g.X(Anchor.AddDays(140)));
        Assert.Equal((TimelineGeometry.Left + TimelineGeometry.Right) / 2, g.X(Anchor.AddDays(70)), 6);
        Assert.Equal("Today, week 11", g.TodayText);
        Assert.Equal([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20], g.Weeks.Select(w => w.Number));
    }

    [Fact]
    public void A_bar_runs_from_its_start_to_its_due_date_and_is_filled_to_today()
    {
        var g = new TimelineGeometry(Model(Anchor.AddDays(75), Row(36, 78, null, RagStatus.DueSoon)));
        var row = Assert.Single(g.Rows);
        Assert.Equal(g.X(Anchor.AddDays(36)), row.FromX);
        Assert.Equal(g.X(Anchor.AddDays(78)), row.DueX);
        Assert.Equal(g.X(Anchor.AddDays(75)), row.FillX);
        Assert.Equal(row.DueX, row.LateX);
        Assert.Null(row.AnswerX);
        Assert.Equal("Due in 3 days", row.Note);
    }

    [Fact]
    public void Every_moment_stands_on_its_own_day_and_no_two_overlap()
    {
        TimelineMoment At(int number, int day) => new(number, Anchor.AddDays(day), false, "Told");
        var model = Model(Anchor.AddDays(150)) with { Moments = [At(1, 30), At(2, 30), At(3, 31), At(4, 100)] };

        var g = new TimelineGeometry(model);

        Assert.Equal([g.X(Anchor.AddDays(30)), g.X(Anchor.AddDays(30)), g.X(Anchor.AddDays(31)), g.X(Anchor.AddDays(100))], g.Moments.Select(m => m.X));
        Assert.All(g.Moments, a => Assert.All(g.Moments.Where(b => b.Moment.Number > a.Moment.Number), b => Assert.True(Math.Abs(a.X - b.X) >= 22 || Math.Abs(a.Y - b.Y) >= 22)));
        Assert.All(g.Moments, m => Assert.True(m.Y + 11 < g.RowsY));
    }

    [Fact]
    public void A_late_answer_has_a_tail_behind_its_due_date()
    {
        var g = new TimelineGeometry(Model(Anchor.AddDays(90), Row(20, 62, 67, RagStatus.DoneLate)));
        var row = Assert.Single(g.Rows);
        Assert.Equal(row.DueX, row.FillX);
        Assert.Equal(g.X(Anchor.AddDays(67)), row.LateX);
        Assert.Equal(row.LateX, row.AnswerX);
    }

    [Fact]
    public void The_axis_grows_for_a_late_due_date_and_for_an_open_row_that_is_overdue()
    {
        Assert.Equal(7 * 25, new TimelineGeometry(Model(Anchor, Row(130, 172, null, RagStatus.OnTrack))).Days);
        Assert.Equal(7 * 30, new TimelineGeometry(Model(Anchor.AddDays(210), Row(36, 78, null, RagStatus.Overdue))).Days);
    }

    [Fact]
    public void A_closed_case_is_not_stretched_to_today()
    {
        var g = new TimelineGeometry(Model(Anchor.AddDays(700), Row(36, 78, 70, RagStatus.Done)));
        Assert.Equal(140, g.Days);
        Assert.Null(g.TodayX);
    }

    [Fact]
    public void Today_before_the_clock_starts_is_said_and_not_drawn()
    {
        var g = new TimelineGeometry(Model(Anchor.AddDays(-3)));
        Assert.Null(g.TodayX);
        Assert.Equal("Today is before the clock starts", g.TodayText);
    }

    [Fact]
    public void A_drawing_without_rows_or_marks_has_room_and_no_impossible_number()
    {
        var g = new TimelineGeometry(new TimelineModel { Reference = "X", Anchor = Anchor, WeeksFrom = Anchor, Today = Anchor, Weeks = 0 });
        Assert.Empty(g.Rows);
        Assert.True(g.Bottom > g.AxisY && g.Height > g.Bottom);
        Assert.Equal(TimelineGeometry.Left, g.TodayX);
        Assert.Equal(7, g.Days);
    }

    [Theory]
    [InlineData(0, "Today, week 5", "0 2 4 6 8 10 12 14 16 18 20")]
    [InlineData(19, "Today, week 2", "0 2 4 6 8 10 12 14 16")]
    [InlineData(null, "Today, day 29", "0 14 28 42 56 70 84 98 112 126 140")]
    public void Weeks_are_counted_from_the_day_from_which_the_clock_counts_them_and_days_until_then(int? from, string today, string numbers)
    {
        var g = new TimelineGeometry(Model(Anchor.AddDays(29)) with { WeeksFrom = from is { } days ? Anchor.AddDays(days) : null });

        Assert.Equal((today, numbers), (g.TodayText, string.Join(' ', g.Weeks.Select(w => w.Number))));
        Assert.Equal(g.X(Anchor.AddDays(from ?? 0)), g.Weeks[0].X);
    }

    [Fact]
    public void Labels_of_marks_that_fall_together_stand_on_different_lines()
    {
        var together = Model(Anchor) with { Marks = [.. Enumerable.Range(0, 4).Select(i => new TimelineMark($"Week 20: mark {i}", Anchor.AddDays(138 + i / 2)))] };
        var g = new TimelineGeometry(together);
        Assert.Equal([0, 1, 2, 3], g.Marks.Select(m => m.Tier).Order());
    }

    [Fact]
    public void Whatever_the_dates_every_number_is_finite_and_inside_the_frame()
    {
        var random = new Random(20);
        for (var round = 0; round < 2000; round++)
        {
            var rows = Enumerable.Range(0, random.Next(0, 9)).Select(_ =>
            {
                var from = random.Next(-400, 900);
                return Row(from, from + random.Next(0, 60), random.Next(2) == 0 ? from + random.Next(-5, 500) : null,
                    (RagStatus)random.Next(5), new string('n', random.Next(1, 60)));
            }).ToArray();
            var g = new TimelineGeometry(Model(Anchor.AddDays(random.Next(-500, 1500)), rows));
            var xs = g.Rows.SelectMany(r => new[] { r.FromX, r.DueX, r.FillX, r.LateX, r.AnswerX ?? 0, r.IconX, r.NoteX })
                .Concat(g.Weeks.Select(w => w.X)).Concat(g.Marks.SelectMany(m => new[] { m.X, m.LineX })).Append(g.TodayTextX).Append(g.TodayX ?? 0);
            Assert.All(xs, x => Assert.InRange(x, 0, TimelineGeometry.Width));
            Assert.All(g.Rows, r => Assert.True(r.FromX <= r.FillX && r.FillX <= r.DueX && r.DueX <= r.LateX));
            Assert.All(g.Rows, r => Assert.InRange(r.Y + TimelineGeometry.BarHeight, 0, g.Bottom));
        }
    }
}
