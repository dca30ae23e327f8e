using System.Linq.Expressions;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

/// <summary>
/// Status by date on one day: the one function for requests, decisions and plans, with its twin for SQL. Never stored.
/// </summary>
/// <param name="Today">The day (Europe/London).</param>
/// <param name="DueSoonDays">Days left, or fewer, at which something counts as due soon: the usual ones, or a board's own.</param>
public readonly record struct TrafficLight(DateOnly Today, int DueSoonDays = TrafficLight.UsualDueSoonDays)
{
    /// <summary>Days left, or fewer, at which something counts as due soon where a board has not set its own.</summary>
    public const int UsualDueSoonDays = RagStatuses.DueSoonDays;

    /// <summary>The last day that is due soon.</summary>
    public DateOnly Soon => Today.AddDays(DueSoonDays);

    /// <summary>The status of anything with a due date.</summary>
    /// <param name="dueOn">Its due date (Europe/London).</param>
    /// <param name="doneOn">The day it was done, or null.</param>
    public RagStatus Of(DateOnly dueOn, DateOnly? doneOn = null) => RagStatuses.Of(dueOn, doneOn, Today, DueSoonDays);

    /// <summary>The status of a request; null for a closed one, which has none.</summary>
    public RagStatus? Of(RequestStage stage, DateOnly dueOn, DateOnly? returnedOn) => stage == RequestStage.Closed ? null : Of(dueOn, returnedOn);

    /// <summary>The box of a request.</summary>
    public RequestBox BoxOf(RequestStage stage, AdviceKind kind, DateOnly dueOn) => stage switch
    {
        RequestStage.ToSend or RequestStage.GivenBack => RequestBox.ToSend,
        RequestStage.ToCheck or RequestStage.ToReturn => RequestBox.ToCheck,
        RequestStage.Returned => RequestBox.Returned,
        RequestStage.Closed => RequestBox.Closed,
        _ => Of(dueOn) switch
        {
            RagStatus.Overdue => kind == AdviceKind.Statutory ? RequestBox.Overdue : RequestBox.PastTarget,
            RagStatus.DueSoon => RequestBox.DueSoon,
            _ => RequestBox.WithProfessionals,
        },
    };

    /// <summary>The box of a request.</summary>
    public RequestBox BoxOf(AdviceRequest request) => BoxOf(request.Stage, request.Kind, request.DueOn);

    /// <summary>Which requests are in a box: the twin of <see cref="BoxOf(RequestStage, AdviceKind, DateOnly)"/> that translates to SQL.</summary>
    public Expression<Func<AdviceRequest, bool>> In(RequestBox box)
    {
        var (today, soon) = (Today, Soon);
        return box switch
        {
            RequestBox.ToSend => r => r.EndedUtc == null && (r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack),
            RequestBox.ToCheck => r => r.EndedUtc == null && (r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn),
            RequestBox.Returned => r => r.EndedUtc != null && r.Stage == RequestStage.Returned,
            RequestBox.Closed => r => r.EndedUtc != null && r.Stage == RequestStage.Closed,
            RequestBox.Overdue => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory && r.DueOn < today,
            RequestBox.PastTarget => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.Kind == AdviceKind.EarlyInformation && r.DueOn < today,
            RequestBox.DueSoon => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.DueOn >= today && r.DueOn <= soon,
            _ => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.DueOn > soon,
        };
    }
}
