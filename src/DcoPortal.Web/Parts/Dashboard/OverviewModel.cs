using System.Globalization;
using System.Text;
using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The filters of the dashboard. None names a person.</summary>
public sealed record DashboardFilters
{
    public Guid? Authority { get; init; }
    public Guid? Provider { get; init; }
    public Guid? Service { get; init; }
}

/// <summary>The filter form as posted.</summary>
public sealed class DashboardFilterForm
{
    public Guid? Authority { get; set; }
    public Guid? Provider { get; set; }
    public Guid? Service { get; set; }
    public bool Clear { get; set; }
}

/// <summary>One box: how many requests, and a second line.</summary>
public sealed record BoxTile(RequestBox Box, string Label, int Count, string? Note, string Colour);

/// <summary>The open requests by provider, by service or by authority.</summary>
/// <param name="Filter">The filter that a row's figures open: "provider", "service" or "authority".</param>
public sealed record ShareTable(string Title, string Heading, string Filter, IReadOnlyList<ShareRow> Rows)
{
    /// <summary>Whether anything is with a professional against no date: few boards have that on any day, so the column stands where it is needed.</summary>
    public bool HasNoDate => Rows.Any(r => r.NoDate > 0);

    /// <summary>The rows that have something overdue.</summary>
    public int Late => Rows.Count(r => r.Overdue > 0);
}

/// <summary>Open requests of one provider, service or authority.</summary>
public sealed record ShareRow(Guid Id, string Name, int ToSend, int OnTrack, int DueSoon, int Overdue, int PastTarget, int NoDate, int ToCheck)
{
    public int Open => ToSend + OnTrack + DueSoon + Overdue + PastTarget + NoDate + ToCheck;

    /// <summary>The open boxes in the order of the table.</summary>
    public IReadOnlyList<(RequestBox Box, int Count)> Boxes =>
        [(RequestBox.WithProfessionals, OnTrack), (RequestBox.DueSoon, DueSoon), (RequestBox.Overdue, Overdue), (RequestBox.PastTarget, PastTarget), (RequestBox.NoDate, NoDate), (RequestBox.ToSend, ToSend), (RequestBox.ToCheck, ToCheck)];

    /// <summary>Every open request, so that the bar is as long as the figure beside it.</summary>
    public IReadOnlyList<SharePart> Shares =>
        [SharePart.ToSend(ToSend), new(RagStatus.OnTrack, OnTrack), new(RagStatus.DueSoon, DueSoon), new(RagStatus.Overdue, Overdue), SharePart.PastTarget(PastTarget), SharePart.NoDate(NoDate), SharePart.ToCheck(ToCheck)];
}

/// <summary>Open assessments of one authority against the limits.</summary>
public sealed record MarkRow(Guid Id, string Name, IReadOnlyDictionary<AssessmentMark, int> Counts);

/// <summary>The dashboard.</summary>
public sealed record OverviewModel
{
    public required DateOnly Today { get; init; }
    public required DashboardFilters Filters { get; init; }
    public required string FilteredTo { get; init; }
    public required IReadOnlyList<BoxTile> Tiles { get; init; }

    /// <summary>A longer table is closed at first.</summary>
    public const int MostRowsOpen = 12;

    /// <summary>The same requests in three tables; none for who reads the whole alone.</summary>
    public required IReadOnlyList<ShareTable> Tables { get; init; }

    public required IReadOnlyList<MarkRow> Marks { get; init; }
    public required bool ShowMarks { get; init; }

    /// <summary>Whether figures link to the lists behind them.</summary>
    public required bool RequestLinks { get; init; }

    public required bool AssessmentLinks { get; init; }

    /// <summary>Whether the person may read no small number, and so the whole alone.</summary>
    public required bool HidesSmallNumbers { get; init; }

    public IReadOnlyList<SelectListItem> Authorities { get; init; } = [];
    public IReadOnlyList<SelectListItem> Providers { get; init; } = [];
    public IReadOnlyList<SelectListItem> Services { get; init; } = [];

    /// <summary>A count as this person may see it.</summary>
    public string Shown(int count) => Hides(count) ? $"1 to {BoardMemberFigures.SmallestShown - 1}" : count.ToString("N0", UkText.Culture);

    /// <summary>Whether a count is too small for this person.</summary>
    public bool Hides(int count) => HidesSmallNumbers && count is > 0 and < BoardMemberFigures.SmallestShown;

    /// <summary>The list of a box with the filters, narrowed by one more filter.</summary>
    public string? RequestsLink(RequestBox box, string? filter = null, Guid? id = null)
    {
        if (!RequestLinks) { return null; }
        var link = new StringBuilder($"{Addresses.AdviceRequests}?box={box}");
        void Add(string name, Guid? value)
        {
            var chosen = name == filter ? id : value;
            if (chosen is { } v) { link.Append(CultureInfo.InvariantCulture, $"&{name}={v}"); }
        }
        Add("authority", Filters.Authority);
        Add("provider", Filters.Provider);
        Add("service", Filters.Service);
        return link.ToString();
    }

    /// <summary>The list of a mark for one authority.</summary>
    public string? AssessmentsLink(AssessmentMark mark, Guid authority) => AssessmentLinks ? $"{Addresses.Assessments}?mark={mark.Address()}&authority={authority}" : null;
}
