using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>One figure at the top, with the list behind it.</summary>
public sealed record HomeTile(string Label, string Value, string Href, string Colour, string? Note = null)
{
    /// <summary>A tile of a count: grey while it is nought.</summary>
    public static HomeTile Of(string label, int count, string href, string colour, string? note = null) =>
        new(label, count.ToString("N0", UkText.Culture), href, count == 0 ? "grey" : colour, note);
}

/// <summary>Whose cases a worklist shows.</summary>
/// <param name="IsMine">The person's own; else the whole team's.</param>
/// <param name="Mine">How many open cases are the person's own.</param>
/// <param name="Team">How many open cases the team has.</param>
/// <param name="Nobodys">How many of them are nobody's, or of a colleague who cannot sign in any more.</param>
public sealed record HomeWhose(bool IsMine, int Mine, int Team, int Nobodys)
{
    /// <summary>The address of the worklist of one's own cases, or of the team's.</summary>
    public static string Address(bool mine) => mine ? "/?cases=mine" : "/?cases=team";
}

/// <summary>A person's worklist: what they must do today.</summary>
public sealed record HomePage
{
    /// <summary>Whose cases are shown, where cases have owners; null elsewhere.</summary>
    public HomeWhose? Whose { get; init; }

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Figures, or none.</summary>
    public IReadOnlyList<HomeTile> Tiles { get; init; } = [];

    /// <summary>Everything, a part for each kind.</summary>
    public IReadOnlyList<HomeSection> Sections { get; init; } = [];

    /// <summary>The quick action, or null.</summary>
    public (string Text, string Href)? Action { get; init; }

    /// <summary>What to look at first, for a person who has nothing to do in the portal; null for everybody else.</summary>
    public IReadOnlyList<LateFigure>? LookAt { get; init; }

    /// <summary>The records that this person opened last.</summary>
    public IReadOnlyList<OpenedRecord> Opened { get; init; } = [];

    /// <summary>Whether a child's name leads to the assessment.</summary>
    public bool LinksChildren { get; init; }

    /// <summary>What to do first, over all kinds.</summary>
    public IReadOnlyList<HomeItem> First => DoFirst.Of(Sections.SelectMany(s => s.Items), Today);

    /// <summary>How many rows name a child, for the read log.</summary>
    public int Children => Sections.SelectMany(s => s.Shown).Union(First).Count(i => i.Child is not null) + Opened.Count;

    /// <summary>Today and how much waits: what is in the table is not counted again below it.</summary>
    public string Sentence
    {
        get
        {
            var (first, all, least) = (First.Count, Sections.Sum(s => s.ToDo), Sections.Any(s => s.ToDo > 0 && s.IsAtLeast) ? "at least " : "");
            var words = (first, all - first) switch
            {
                _ when LookAt is not null => "",
                (0, _) => "Nothing waits for you.",
                (_, 0) => $"{UkText.Count(first, "thing")} to do.",
                (_, var more) => $"{UkText.Count(first, "thing")} to do first, {least}{more.ToString("N0", UkText.Culture)} more below.",
            };
            return $"{UkText.WeekdayDate(Today)}. {words}".TrimEnd();
        }
    }
}
