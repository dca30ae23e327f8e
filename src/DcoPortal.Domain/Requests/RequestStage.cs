namespace DcoPortal.Domain.Requests;

/// <summary>The stage of a request. Stored, and changed only by a move of <see cref="RequestMoves"/>. Being late is no stage: see <see cref="RequestBoxes"/>.</summary>
public enum RequestStage
{
    /// <summary>Prepared and not yet sent: nobody at the service sees it.</summary>
    ToSend,

    /// <summary>Given back by a service that is not the one to ask: the DCO service asks another, or sends it again.</summary>
    GivenBack,

    /// <summary>With the service, which owes an answer.</summary>
    WithService,

    /// <summary>Answered: an administrator checks it.</summary>
    ToCheck,

    /// <summary>Accepted: to be returned to the authority.</summary>
    ToReturn,

    /// <summary>Returned to the authority: health has met its duty.</summary>
    Returned,

    /// <summary>Returned before, and the service is asked for a new version or an addendum. Its time limit was met or missed then: it is never overdue.</summary>
    Reopened,

    /// <summary>Closed without an answer.</summary>
    Closed,
}

/// <summary>The one place that says what a stage means, for one request in memory and for many in SQL.</summary>
public static class RequestStages
{
    /// <summary>Whether a request in this stage has come to its end.</summary>
    public static bool IsEnd(this RequestStage stage) => stage is RequestStage.Returned or RequestStage.Closed;

    /// <summary>Whether the request is not with a service: the DCO service has to send it.</summary>
    public static bool IsWithNobody(this RequestStage stage) => stage is RequestStage.ToSend or RequestStage.GivenBack;

    /// <summary>Whether the service owes its first answer, against the due date.</summary>
    public static bool IsOutstanding(this RequestStage stage) => stage == RequestStage.WithService;

    /// <summary>Whether the service has something to answer: its first answer, or a new version or addendum of a returned one.</summary>
    public static bool IsToAnswer(this RequestStage stage) => stage is RequestStage.WithService or RequestStage.Reopened;

    /// <summary>Requests that a service has to answer, against the due date. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> Outstanding(this IQueryable<AdviceRequest> requests) => requests.Where(r => r.EndedUtc == null && r.Stage == RequestStage.WithService);

    /// <summary>Requests that a service has to answer, also those returned before that need a new version or an addendum. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> ToAnswer(this IQueryable<AdviceRequest> requests) =>
        requests.Where(r => r.EndedUtc == null && (r.Stage == RequestStage.WithService || r.Stage == RequestStage.Reopened));

    /// <summary>
    /// Requests that a service has to answer, also anew, by stage alone, for a whole board: the database keeps an index of just these, and takes
    /// another when it is also asked for those that have not ended. Translates to SQL.
    /// </summary>
    public static IQueryable<AdviceRequest> WithService(this IQueryable<AdviceRequest> requests) => requests.Where(r => r.Stage == RequestStage.WithService || r.Stage == RequestStage.Reopened);

    /// <summary>Requests answered and not returned yet, by stage alone, for a whole board: see <see cref="WithService"/>. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> Answered(this IQueryable<AdviceRequest> requests) =>
        requests.Where(r => r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn);

    /// <summary>Requests that somebody has: sent, not given back and not ended. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> WithSomebody(this IQueryable<AdviceRequest> requests) =>
        requests.Where(r => r.EndedUtc == null && r.Stage != RequestStage.ToSend && r.Stage != RequestStage.GivenBack);

    /// <summary>Requests that their service can open: also those returned, whose child's record it goes on seeing. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> SeenByService(this IQueryable<AdviceRequest> requests) => requests.Where(r => r.ShownToService && r.Stage != RequestStage.Closed);

    /// <summary>Sent before an instant (UTC), and not sent back for more since: who was asked today has not been silent yet.</summary>
    public static IQueryable<AdviceRequest> AskedBefore(this IQueryable<AdviceRequest> requests, DateTime utc) =>
        requests.Where(r => r.SentUtc < utc && (r.SentBackUtc == null || r.SentBackUtc < utc));

    /// <summary>Requests that the DCO service has to send. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> WithNobody(this IQueryable<AdviceRequest> requests) =>
        requests.Where(r => r.EndedUtc == null && (r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack));

    /// <summary>Requests that were not answered yet, sent or not. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> Unanswered(this IQueryable<AdviceRequest> requests) =>
        requests.Where(r => r.EndedUtc == null && (r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack || r.Stage == RequestStage.WithService));

    /// <summary>Requests that have not ended. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> Open(this IQueryable<AdviceRequest> requests) => requests.Where(r => r.EndedUtc == null);

    /// <summary>
    /// Requests whose due date or target still runs: open, never returned, and the assessment had not ended by that day. The twin of
    /// <see cref="AdviceRequest.HasDateRunning"/> that translates to SQL.
    /// </summary>
    public static IQueryable<AdviceRequest> WithDateRunning(this IQueryable<AdviceRequest> requests) =>
        requests.Where(r => r.EndedUtc == null && r.ReturnedOn == null && !(r.CaseEndedOn <= r.DueOn));

    /// <summary>
    /// Statutory requests that health is late with: their date still runs and has passed, whoever has them. Given back, not sent again
    /// or with the DCO service, nothing has been returned. Translates to SQL.
    /// </summary>
    public static IQueryable<AdviceRequest> HealthIsLateWith(this IQueryable<AdviceRequest> requests, DateOnly today) =>
        requests.WithDateRunning().Where(r => r.Kind == AdviceKind.Statutory && r.DueOn < today);

    /// <summary>Requests of which somebody may be reminded: see <see cref="AdviceRequest.RestsUntilOn"/>. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> NotResting(this IQueryable<AdviceRequest> requests, DateOnly today) => requests.Where(r => r.Stage == RequestStage.Reopened || !r.HasExemption || r.PromisedOn == null || r.PromisedOn < today);

    /// <summary>Requests that count as asked: all but the closed. Translates to SQL.</summary>
    public static IQueryable<AdviceRequest> NotClosed(this IQueryable<AdviceRequest> requests) => requests.Where(r => r.Stage != RequestStage.Closed);
}
