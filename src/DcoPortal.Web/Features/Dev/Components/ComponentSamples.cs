using DcoPortal.Web.Platform.Ui.TagHelpers;
using DcoPortal.Web.Platform.Ui.Timeline;

namespace DcoPortal.Web.Features.Dev.Components;

/// <summary>Made-up facts for the components page.</summary>
public static class ComponentSamples
{
    static readonly DateOnly Anchor = new(2026, 9, 7), Today = new(2026, 11, 21);

    /// <summary>A made-up child.</summary>
    public static ChildBanner Child { get; } = new()
    {
        Reference = "LCC-26-00042",
        AuthorityName = "Lancashire County Council",
        ChildName = "Zoë Ashworth",
        DateOfBirth = new(2019, 3, 4),
        Today = Today,
        NhsNumber = "9990181594",
        Setting = "St Wilfrid's CE Academy, Year 3",
        PrimaryNeed = "Speech, language and communication",
        RequestReceived = Anchor,
    };

    /// <summary>Parts of a share bar.</summary>
    public static IReadOnlyList<SharePart> Shares { get; } = [new(RagStatus.OnTrack, 120), new(RagStatus.DueSoon, 25), new(RagStatus.Overdue, 23)];

    /// <summary>Drawings: a usual one, an empty one and a long one.</summary>
    public static IReadOnlyList<(string Title, TimelineModel Model)> Timelines { get; } =
    [
        ("Timeline", Usual(Today)),
        ("Timeline with no requests", Usual(Anchor) with { Reference = "LCC-26-00044", Decision = null, Rows = [] }),
        ("Timeline that runs late", Usual(new DateOnly(2027, 4, 20)) with { Reference = "LCC-26-00043", Rows = Late() }),
    ];

    static TimelineModel Usual(DateOnly today) => new()
    {
        Reference = "LCC-26-00042",
        Anchor = Anchor,
        WeeksFrom = Anchor,
        Today = today,
        Marks = [new("Week 6: decide", Anchor.AddDays(42)), new("Week 16: last day to say no", Anchor.AddDays(112)), new("Week 20: plan", Anchor.AddDays(140))],
        Decision = new("Decision to assess", "Lancashire County Council", Anchor, Anchor.AddDays(42), Anchor.AddDays(36), RagStatus.Done, "Made on day 36"),
        Rows =
        [
            Row("Speech and language therapy", "J Catterall, LSCFT", 36, RagStatus.Done, 30, "Returned, day 30"),
            Row("Community paediatrics", "Dr A Rao, Lancs Teaching", 36, RagStatus.DueSoon),
            Row("Occupational therapy", "G Pritchard, LSCFT", 29, RagStatus.Overdue),
            Row("Physiotherapy", "S Okafor, East Lancs", 36, RagStatus.DueSoon, null, "Missed appointment 2 Nov") with { HasExemption = true },
            Row("CAMHS", "nil return", 36, RagStatus.Done, 6, "Not known to service"),
            Row("Dietetics", "L Brennan", 20, RagStatus.DoneLate, 47),
            Row("Audiology", "sent today", 75, RagStatus.OnTrack) with { LastWorkingDay = Anchor.AddDays(75 + 40) },
        ],
    };

    static IReadOnlyList<TimelineRow> Late() =>
    [
        Row("Wheelchair, posture and mobility service", "Dr Konstantinos Papadopoulos-Smythe, Morecambe Bay", 36, RagStatus.Overdue),
        Row("Dietetics", "L Brennan", 200, RagStatus.OnTrack, null, "Promised for 3 May by the covering professional"),
        Row("CAMHS", "K Lee", 0, RagStatus.DoneLate, 190),
    ];

    static TimelineRow Row(string label, string sub, int from, RagStatus status, int? doneAfter = null, string? note = null) =>
        new(label, sub, Anchor.AddDays(from), Anchor.AddDays(from + 42), doneAfter is { } d ? Anchor.AddDays(from + d) : null, status, note);
}
