using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Ladder;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>A request to chase today.</summary>
public sealed record ChaseRow
{
    /// <summary>The request.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assessment's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The child, or null where the record may not be seen.</summary>
    public ChildLine? Child { get; init; }

    /// <summary>The holder, in words.</summary>
    public required string Holder { get; init; }

    /// <summary>Whether nobody of the service has it yet.</summary>
    public required bool IsUnassigned { get; init; }

    /// <summary>Who is chased: the professional, or the service while it has assigned nobody.</summary>
    public string Who => IsUnassigned ? Service : Holder;

    /// <summary>The service.</summary>
    public required Guid ServiceId { get; init; }

    /// <summary>The service and its provider.</summary>
    public required string Service { get; init; }

    /// <summary>Statutory advice or early information.</summary>
    public AdviceKind Kind { get; init; }

    /// <summary>What is asked for beside what was returned; null while the first answer is awaited.</summary>
    public AnswerKind? More { get; init; }

    /// <summary>Whether an answer of it stands.</summary>
    public bool AnswerStands { get; init; }

    /// <summary>Whether the date is a local target, which no law gives.</summary>
    public bool IsLocal => More is not null || Kind == AdviceKind.EarlyInformation;

    /// <summary>The due date, or the day by which a new version or an addendum is wanted (Europe/London).</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What the date is of, where it is no statutory due date: "New version, wanted by ".</summary>
    public string DueOf => More switch
    {
        AnswerKind.Version => $"New version{(AnswerStands ? "" : ", what was returned is withdrawn")}, wanted by ",
        AnswerKind.Addendum => "Addendum, wanted by ",
        _ => Kind == AdviceKind.EarlyInformation ? $"{Kind.Label()}, due " : "",
    };

    /// <summary>The authority's own stricter date, or null.</summary>
    public DateOnly? LocalDueOn { get; init; }

    /// <summary>The status today.</summary>
    public RagStatus Status { get; init; }

    /// <summary>Whether an exemption stands.</summary>
    public bool HasExemption { get; init; }

    /// <summary>Whether the service has acknowledged the request.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>Whether the service has opened the request.</summary>
    public bool IsOpened { get; init; }

    /// <summary>The promised day, or null (Europe/London).</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>Why it is or will be late, as it was said; or null.</summary>
    public LateReason? WhyLate { get; init; }

    /// <summary>Whether it is late, or is so near its due date that a promise may be after it.</summary>
    public bool MayBeLate => More is null && Kind == AdviceKind.Statutory && Status is not RagStatus.OnTrack;

    /// <summary>That the holder or service is away and who covers, in words, or null.</summary>
    public string? Away { get; init; }

    /// <summary>The number of the holder, else of the service; or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The reader of the reminder.</summary>
    public required string EmailGoesTo { get; init; }

    /// <summary>Whether it was chased today.</summary>
    public bool ChasedToday { get; init; }

    /// <summary>The chases so far, the latest first.</summary>
    public IReadOnlyList<ChaseLine> Chases { get; init; } = [];

    /// <summary>The day the answer was sent back for more, while the request waits for it; else null (Europe/London).</summary>
    public DateOnly? SentBackOn { get; init; }

    /// <summary>The people asked by an escalation who have not answered, in a few words.</summary>
    public IReadOnlyList<string> Escalated { get; init; } = [];

    /// <summary>Whether the request is with the service that covers for the one that was asked.</summary>
    public bool IsCovered { get; init; }

    /// <summary>The ladder's next steps, by day.</summary>
    public IReadOnlyList<PlannedStep> Plan { get; init; } = [];

    /// <summary>What the service has said or done, in a few words; null when it acknowledged the request and promised nothing.</summary>
    public string? Standing(DateOnly today)
    {
        if (PromisedOn >= today) { return $"Promised for {UkText.NearDate(PromisedOn.Value, today)}"; }
        if (SentBackOn is { } back) { return $"{(More is null ? "Sent back for more" : "Asked for")}, {UkText.NearDate(back, today)}{(IsAcknowledged ? "" : ", not acknowledged since")}"; }
        if (PromisedOn is not null || IsAcknowledged) { return null; }
        return IsOpened ? "Opened, not acknowledged" : IsCovered ? "Not opened by the service that covers" : "Not opened yet";
    }

    /// <summary>The last time somebody or the portal got in touch, such as "Call, 26 Nov, and 1 before".</summary>
    public string LastContact(DateOnly today) => Chases is [var last, ..]
        ? $"{last.InAWord}, {UkText.NearDate(UkClock.DateOf(last.AtUtc), today)}{(Chases.Count > 1 ? $", and {Chases.Count - 1} before" : "")}"
        : "Not chased yet";
}

/// <summary>The requests of one service on this page, the most urgent first.</summary>
/// <param name="Tally">The service, with its number of requests on all pages.</param>
/// <param name="From">The number of the first request shown, from 1.</param>
/// <param name="Rows">The requests shown.</param>
public sealed record ChaseGroup(ServiceTally Tally, int From, IReadOnlyList<ChaseRow> Rows)
{
    /// <summary>The number of requests, such as "12 requests" or "51 to 100 of 240 requests".</summary>
    public string Words => Tally.Pages == 1 ? UkText.Count(Tally.Total, "request") : $"{From} to {From + Rows.Count - 1} of {Tally.Total} requests";

    /// <summary>The people who lead the service, by name.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>The service's number, or null.</summary>
    public string? Phone { get; init; }
}

/// <summary>The number of a service's requests to chase.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Service">Its name, provider and town.</param>
/// <param name="Overdue">How many are past the due date.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="ChasedToday">How many were chased today already.</param>
/// <param name="Page">The page the service is on; its first, when it has more requests than a page holds.</param>
/// <param name="Pages">How many pages the service has.</param>
public sealed record ServiceTally(Guid ServiceId, string Service, int Overdue, int Total, int ChasedToday, int Page, int Pages)
{
    /// <summary>The most requests of one service that one click reminds of.</summary>
    public const int MostAtOnce = 500;

    private int Left => Total - ChasedToday;

    /// <summary>The words of the button for the whole service, or null when all its requests were chased today.</summary>
    public string? RemindAll => (Left, ChasedToday) switch
    {
        ( <= 0, _) => null,
        ( > MostAtOnce, 0) => $"Remind the {MostAtOnce} most urgent of {Total:N0}",
        ( > MostAtOnce, _) => $"Remind the {MostAtOnce} most urgent of the {Left:N0} not chased today",
        (_, 0) => $"Remind all {Total}",
        (1, _) => "Remind the one not chased today",
        _ => $"Remind the {Left} not chased today",
    };

    /// <summary>The words of that button while "again" is ticked.</summary>
    public string RemindAllAgain => Total > MostAtOnce ? $"Remind {MostAtOnce} of {Total:N0} again" : $"Remind all {Total} again";
}

/// <summary>The requests to chase by service, those with most overdue requests first.</summary>
public sealed record ChasePage
{
    /// <summary>Every service with a request to chase, in the order of the pages.</summary>
    public required IReadOnlyList<ServiceTally> Tallies { get; init; }

    /// <summary>The services of this page.</summary>
    public required IReadOnlyList<ChaseGroup> Groups { get; init; }

    /// <summary>The reasons to chase, all of them first.</summary>
    public required IReadOnlyList<ChaseChip> Reasons { get; init; }

    /// <summary>The providers, the one that is on or those with most requests first.</summary>
    public required IReadOnlyList<ChaseChip> Trusts { get; init; }

    /// <summary>The filter of the list.</summary>
    public required ChaseFilter Filter { get; init; }

    /// <summary>The request whose call is being recorded, or null.</summary>
    public Guid? OpenCall => Form.RecordCall ?? Form.Call ?? Form.OpenCall;

    /// <summary>The request about which a call was recorded just now, or null.</summary>
    public Guid? Recorded { get; init; }

    /// <summary>This page's number, from 1.</summary>
    public int Page { get; init; }

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; init; }

    /// <summary>The form as ticked and typed.</summary>
    public required ChaseForm Form { get; init; }

    /// <summary>Today (Europe/London).</summary>
    public DateOnly Today { get; init; }

    /// <summary>When this page was made, in ticks, UTC.</summary>
    public long Seen { get; init; }

    /// <summary>How many requests were chased today already.</summary>
    public int ChasedToday => Tallies.Sum(t => t.ChasedToday);

    /// <summary>How many requests this list has.</summary>
    public int Total => Tallies.Sum(t => t.Total);
}

/// <summary>One request to chase or close.</summary>
public sealed record ChaseOnePage(ChaseRow Row, bool CanBeChased, bool CanBeClosed, bool CanBeWithdrawn, DateOnly? AnsweredOn, ChaseOneForm Chase, CloseForm Close, DateOnly Today, long Seen)
{
    /// <summary>Whether the family asked for this advice, so that closing needs a reason (regulation 6(1)(h)).</summary>
    public bool FamilyAsked { get; init; }

    /// <summary>An answer that the service has begun and that closing would set aside; else null.</summary>
    public BegunAnswer? Begun { get; init; }
}
