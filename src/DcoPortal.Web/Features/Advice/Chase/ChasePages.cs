using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Chasing;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;

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

    /// <summary>What the ladder will do next, or null.</summary>
    public PlannedStep? Next { get; init; }

    /// <summary>What has happened and what comes next, in sentences.</summary>
    public IEnumerable<string> Standing(DateOnly today)
    {
        if (PromisedOn >= today) { yield return $"Promised for {UkText.LongDate(PromisedOn)}."; }
        else if (PromisedOn is null && !IsAcknowledged) { yield return IsOpened ? "Opened, not acknowledged." : "Not opened yet."; }
        yield return Chases.Count == 0
            ? "Not chased yet."
            : $"{UkText.LongDate(UkClock.DateOf(Chases[0].AtUtc))}: {Chases[0].What}{(Chases.Count > 1 ? $", and {Chases.Count - 1} before" : "")}.";
        if (Next is { } next) { yield return $"Next by itself: {next.Step.InSentence()}, {UkText.LongDate(next.On)}."; }
    }
}

/// <summary>One chase, for people.</summary>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="What">Such as "Second reminder by email to ot@example.nhs.uk".</param>
/// <param name="By">Who chased.</param>
/// <param name="Note">What was said, or null.</param>
/// <param name="Delivery">Whether its email arrived; null for a talk.</param>
public sealed record ChaseLine(DateTime AtUtc, string What, string By, string? Note, ChaseDelivery? Delivery);

/// <summary>Whether an email arrived.</summary>
public enum ChaseDelivery
{
    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>The carrier took it, and nothing came back.</summary>
    Sent,

    /// <summary>It was refused, or came back.</summary>
    NotDelivered,
}

/// <summary>The requests of one service, the most urgent first.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Service">Its name.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Rows">Those shown.</param>
public sealed record ChaseGroup(Guid ServiceId, string Service, int Total, IReadOnlyList<ChaseRow> Rows);

/// <summary>The services of one provider, the worst first.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Groups">Its services that are on this page.</param>
public sealed record ChaseProvider(string Provider, IReadOnlyList<ChaseGroup> Groups);

/// <summary>How many each service has to be asked about.</summary>
public sealed record ServiceTally(Guid ServiceId, string Provider, string Service, int Overdue, int Total, int Page);

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

    /// <summary>How many requests there are in all.</summary>
    public int Total => Tallies.Sum(t => t.Total);
}

/// <summary>One request to chase or close.</summary>
public sealed record ChaseOnePage(ChaseRow Row, IReadOnlyList<PlannedStep> Plan, bool CanBeChased, bool CanBeClosed, ChaseOneForm Chase, CloseForm Close, DateOnly Today);
