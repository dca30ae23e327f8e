using System.Linq.Expressions;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Requests;

/// <summary>The box of a request, from its stage and the traffic light of a day; in memory and as SQL. Never stored.</summary>
public static class RequestBoxes
{
    /// <summary>The box of a request.</summary>
    public static RequestBox BoxOf(this TrafficLight light, RequestStage stage, AdviceKind kind, DateOnly dueOn, DateOnly? caseEndedOn = null) => stage switch
    {
        RequestStage.ToSend or RequestStage.GivenBack => RequestBox.ToSend,
        RequestStage.ToCheck or RequestStage.ToReturn => RequestBox.ToCheck,
        RequestStage.Returned => RequestBox.Returned,
        // health's time was met or missed when the answer was first returned
        RequestStage.Reopened => RequestBox.NoDate,
        RequestStage.Closed => RequestBox.Closed,
        // what was sent back after the end is no longer owed
        _ when caseEndedOn <= dueOn => RequestBox.NoDate,
        _ => light.Of(dueOn) switch
        {
            RagStatus.Overdue => kind == AdviceKind.Statutory ? RequestBox.Overdue : RequestBox.PastTarget,
            RagStatus.DueSoon => RequestBox.DueSoon,
            _ => RequestBox.WithProfessionals,
        },
    };

    /// <summary>The box of a request.</summary>
    public static RequestBox BoxOf(this TrafficLight light, AdviceRequest request) => light.BoxOf(request.Stage, request.Kind, request.DueOn, request.CaseEndedOn);

    /// <summary>Which requests are in a box: the twin of <see cref="BoxOf(TrafficLight, RequestStage, AdviceKind, DateOnly, DateOnly?)"/> that translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> In(this TrafficLight light, RequestBox box)
    {
        var (today, soon) = (light.Today, light.Soon);
        return box switch
        {
            RequestBox.ToSend => r => r.EndedUtc == null && (r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack),
            RequestBox.ToCheck => r => r.EndedUtc == null && (r.Stage == RequestStage.ToCheck || r.Stage == RequestStage.ToReturn),
            RequestBox.Returned => r => r.EndedUtc != null && r.Stage == RequestStage.Returned,
            RequestBox.Closed => r => r.EndedUtc != null && r.Stage == RequestStage.Closed,
            RequestBox.Overdue => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory && r.DueOn < today && !(r.CaseEndedOn <= r.DueOn),
            RequestBox.PastTarget => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.Kind == AdviceKind.EarlyInformation && r.DueOn < today && !(r.CaseEndedOn <= r.DueOn),
            RequestBox.DueSoon => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.DueOn >= today && r.DueOn <= soon && !(r.CaseEndedOn <= r.DueOn),
            RequestBox.NoDate => r => r.EndedUtc == null && (r.Stage == RequestStage.Reopened || (r.Stage == RequestStage.WithService && r.CaseEndedOn <= r.DueOn)),
            _ => r => r.EndedUtc == null && r.Stage == RequestStage.WithService && r.DueOn > soon && !(r.CaseEndedOn <= r.DueOn),
        };
    }
}
