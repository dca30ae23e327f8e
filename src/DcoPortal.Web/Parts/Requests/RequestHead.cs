using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>The top of every page about one request: the child, the service asked and the due date.</summary>
public sealed record RequestHead
{
    /// <summary>The request as it stands. Read only: pages show it, handlers load their own.</summary>
    public required AdviceRequest Row { get; init; }

    /// <summary>The child, or null where the person may no longer see the record (a closed request).</summary>
    public ChildBanner? Child { get; init; }

    /// <summary>The service asked, told apart from others of its name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The service that was asked first, while this one covers for it, or null.</summary>
    public string? CoversFor { get; init; }

    /// <summary>The service with its provider and town, whatever others are called: "Community paediatrics, Morecambe Bay, Lancaster".</summary>
    public required string ServiceAndPlace { get; init; }

    /// <summary>The local authority and how its SEND team is reached.</summary>
    public required TeamContact Authority { get; init; }

    /// <summary>How the DCO service is reached.</summary>
    public required TeamContact Dco { get; init; }

    /// <summary>The number of the holder, else of the service, or null.</summary>
    public string? ServicePhone { get; init; }

    /// <summary>Whether the directory says that the service is no longer asked; what it has stays with it.</summary>
    public bool ServiceIsClosed { get; init; }

    /// <summary>The local authority's name.</summary>
    public string AuthorityName => Authority.Team;

    /// <summary>The holder's name, also after they have left, or null while unassigned.</summary>
    public string? HolderName { get; init; }

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The due date with, beside it, the authority's own stricter date.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The board's own target for the answer, or null where it has none or nothing was sent. Not law.</summary>
    public DateOnly? AnswerTarget { get; init; }

    /// <summary>Whether the person is of a DCO role, which records what came by another route for the service.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>The status today, or null for a closed request.</summary>
    public RagStatus? Status => ClosedWords is null ? Deadline.Status(Today, Row.ReturnedOn) : null;

    /// <summary>How a request stands that was closed without an answer, the same on every day; null for any other.</summary>
    public string? ClosedWords => Row is not { Stage: RequestStage.Closed, ReturnedOn: null } ? null
        : Deadline.LapsedOn is not null ? "Closed: the assessment had ended by the due date"
        : Row.BecameOn is { } on && on > Row.DueOn ? $"Not given: closed {UkText.Days(on.DayNumber - Row.DueOn.DayNumber)} after its {(Row.Kind == AdviceKind.EarlyInformation ? "local target" : "due date")}"
        : "Closed by the due date";

    /// <summary>What a browser's title says of the request: never the child's name, because histories and screen sharing show it.</summary>
    public string Title => $"{Row.AssessmentReference}, {ServiceName}";

    /// <summary>The path of the request's page.</summary>
    public string Path => Addresses.AdviceRequest(Row.Id);
}
