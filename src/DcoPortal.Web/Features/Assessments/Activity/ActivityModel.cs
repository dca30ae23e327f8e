using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.Activity;

/// <summary>Who did what on one assessment, newest first.</summary>
public sealed record ActivityModel : IShowsChildRecord
{
    public required CaseKeys Keys { get; init; }
    public required ChildBanner Child { get; init; }

    /// <summary>"changes", "views" or "all".</summary>
    public required string Show { get; init; }

    /// <summary>The entries of this page.</summary>
    public required ListPage<ActivityLine> List { get; init; }

    /// <summary>How many questions between the authority and the DCO service are open.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>The entries of this page, grouped by action.</summary>
    public IEnumerable<IGrouping<Guid, ActivityLine>> Actions => List.Items.GroupBy(l => l.ActionId);

    CaseKeys IShowsChildRecord.ShownCase => Keys;
}

/// <summary>One audit entry.</summary>
public sealed record ActivityLine(Guid ActionId, DateTime AtUtc, string Sentence, string? Before, string? After, string? Reason, bool IsRead, string Who, string Role, string Organisation);
