using DcoPortal.Domain.Ladder;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>A request that somebody should ask about today.</summary>
public sealed record ChaseRow
{
    /// <summary>The request.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>Who has it, in words.</summary>
    public required string Holder { get; init; }

    /// <summary>The service.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>The service and its provider.</summary>
    public required string Service { get; init; }

    /// <summary>The local authority.</summary>
    public required string Authority { get; init; }

    /// <summary>Statutory advice or early information.</summary>
    public AdviceKind Kind { get; init; }

    /// <summary>The due date (Europe/London).</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The authority's own stricter date, or null.</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>The status today.</summary>
    public RagStatus Status { get; init; }

    /// <summary>Whether an exemption stands.</summary>
    public bool HasExemption { get; init; }

    /// <summary>Whether the service has said that it has it.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Whether the service has opened it.</summary>
    public bool IsOpened { get; init; }

    /// <summary>The promised day, or null (Europe/London).</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>Who is away, in words, or null.</summary>
    public string? Away { get; init; }

    /// <summary>Who reads the email.</summary>
    public required string EmailGoesTo { get; init; }

    /// <summary>Whether it was chased today.</summary>
    public bool ChasedToday { get; init; }

    /// <summary>What was done so far, the latest first.</summary>
    public IReadOnlyList<ChaseLine> Chases { get; init; } = [];

    /// <summary>The day it was sent back for more, while that waits; else null (Europe/London).</summary>
    public DateOnly? SentBackOn { get; init; }

    /// <summary>Before whom it was put and who has not answered, in sentences.</summary>
    public IReadOnlyList<string> Escalated { get; init; } = [];

    /// <summary>Whether it is with the service that covers for the one that was asked.</summary>
    public bool IsCovered { get; init; }

    /// <summary>What the ladder will still do, by day.</summary>
    public IReadOnlyList<PlannedStep> Plan { get; init; } = [];

    /// <summary>What has happened and what comes next, in sentences.</summary>
    public IEnumerable<string> Standing(DateOnly today)
    {
        if (SentBackOn is { } back) { yield return $"Sent back for more on {UkText.LongDate(back)}."; }
        if (PromisedOn >= today) { yield return $"Promised for {UkText.LongDate(PromisedOn)}."; }
        else if (PromisedOn is null && !IsAcknowledged) { yield return SentBackOn is not null ? "Not acknowledged since." : IsOpened ? "Opened, not acknowledged." : IsCovered ? "With the service that covers, not opened yet." : "Not opened yet."; }
        yield return Chases.Count == 0
            ? "Not chased yet."
            : $"{UkText.LongDate(UkClock.DateOf(Chases[0].AtUtc))}: {Chases[0].Words}{(Chases.Count > 1 ? $", and {Chases.Count - 1} before" : "")}.";
        foreach (var words in Escalated) { yield return words; }
        if (Plan is [var next, ..]) { yield return $"Next by itself: {next.Step.InSentence()}, {UkText.LongDate(next.On)}."; }
    }
}

/// <summary>The requests of one service on this page, the most urgent first.</summary>
/// <param name="Tally">The service, and how many it has in all.</param>
/// <param name="From">The number of the first one shown, from 1.</param>
/// <param name="Rows">Those shown.</param>
public sealed record ChaseGroup(ServiceTally Tally, int From, IReadOnlyList<ChaseRow> Rows)
{
    /// <summary>How many, such as "12 requests" or "51 to 100 of 240 requests".</summary>
    public string Words => Tally.Pages == 1 ? UkText.Count(Tally.Total, "request") : $"{From} to {From + Rows.Count - 1} of {Tally.Total} requests";
}

/// <summary>The services of one provider, the worst first.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Groups">Its services that are on this page.</param>
public sealed record ChaseProvider(string Provider, IReadOnlyList<ChaseGroup> Groups);

/// <summary>How many requests of a service there are to ask about.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Provider">Its provider's name.</param>
/// <param name="Service">Its name.</param>
/// <param name="Overdue">Past the due date.</param>
/// <param name="Total">All.</param>
/// <param name="ChasedToday">Chased today already.</param>
/// <param name="Page">The page it stands on; the first of them when it has more than a page holds.</param>
/// <param name="Pages">How many pages it has.</param>
public sealed record ServiceTally(Guid ServiceId, string Provider, string Service, int Overdue, int Total, int ChasedToday, int Page, int Pages)
{
    /// <summary>How many of one service are reminded by one press.</summary>
    public const int MostAtOnce = 500;

    private int Left => Total - ChasedToday;

    /// <summary>What the button for the whole service says, or null when all were chased today.</summary>
    public string? RemindAll => (Left, ChasedToday) switch
    {
        ( <= 0, _) => null,
        ( > MostAtOnce, 0) => $"Remind the {MostAtOnce} most urgent of {Total:N0}",
        ( > MostAtOnce, _) => $"Remind the {MostAtOnce} most urgent of the {Left:N0} not chased today",
        (_, 0) => $"Remind all {Total} of this service",
        (1, _) => "Remind the one not chased today",
        _ => $"Remind the {Left} not chased today",
    };

    /// <summary>What it says while "again" is ticked.</summary>
    public string RemindAllAgain => Total > MostAtOnce ? $"Remind {MostAtOnce} of {Total:N0} again" : $"Remind all {Total} of this service again";
}

/// <summary>What to chase: provider by provider, service by service, the worst first.</summary>
public sealed record ChasePage
{
    /// <summary>Every service with something to chase, in the order of the pages.</summary>
    public required IReadOnlyList<ServiceTally> Tallies { get; init; }

    /// <summary>This page's part.</summary>
    public required IReadOnlyList<ChaseProvider> Providers { get; init; }

    /// <summary>This page's number, from 1.</summary>
    public int Page { get; init; }

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; init; }

    /// <summary>What was ticked and typed.</summary>
    public required ChaseForm Form { get; init; }

    /// <summary>Today (Europe/London).</summary>
    public DateOnly Today { get; init; }

    /// <summary>When this page was made, in ticks, UTC.</summary>
    public long Seen { get; init; }

    /// <summary>How many were chased today already.</summary>
    public int ChasedToday => Tallies.Sum(t => t.ChasedToday);

    /// <summary>How many requests there are in all.</summary>
    public int Total => Tallies.Sum(t => t.Total);
}

/// <summary>One request to chase or close.</summary>
public sealed record ChaseOnePage(ChaseRow Row, bool CanBeChased, bool CanBeClosed, ChaseOneForm Chase, CloseForm Close, DateOnly Today, long Seen);
