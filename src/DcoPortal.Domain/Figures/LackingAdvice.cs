using System.Linq.Expressions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>Advice of regulation 6(1) that was asked for and that a plan lacks. A nil return is an answer.</summary>
public static class LackingAdvice
{
    /// <summary>
    /// Which requests a plan of a day lacks: unanswered still, closed or withdrawn unanswered after their due date, or closed because the assessment ended, answered
    /// with advice after the plan, or answered with what is withdrawn and has nothing in its place. Translates to SQL.
    /// </summary>
    /// <param name="planOn">The day of the plan (Europe/London).</param>
    public static Expression<Func<AdviceRequest, bool>> Of(DateOnly planOn) =>
        r => r.Kind == AdviceKind.Statutory && (r.Became == Became.Nothing
            || ((r.Became == Became.Closed || r.Became == Became.Withdrawn) && r.BecameOn > r.DueOn) || (r.Became == Became.Closed && r.BecameOn >= planOn)
            || (r.Became == Became.Advice && r.BecameOn > planOn)
            || (r.ReturnedOn != null && !r.AnswerStands));

    /// <summary>Which requests a plan would lack that is issued now. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> OfPlanNow { get; } =
        r => r.Kind == AdviceKind.Statutory && (r.Became == Became.Nothing || ((r.Became == Became.Closed || r.Became == Became.Withdrawn) && r.BecameOn > r.DueOn) || (r.ReturnedOn != null && !r.AnswerStands));

    /// <summary>Whether a request ended without the answer that was owed: after its due date, or because the plan was issued. It stays among those that were asked for.</summary>
    /// <param name="request">What decides how it counts.</param>
    /// <param name="planOn">The day of the plan, or null (Europe/London).</param>
    public static bool IsNotGiven(AdviceFacts request, DateOnly? planOn)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Kind == AdviceKind.Statutory && request.Became is Became.Closed or Became.Withdrawn
            && (request.BecameOn > request.DueOn || (request.Became == Became.Closed && request.BecameOn >= planOn));
    }

    /// <summary>The paragraph under which it was asked for.</summary>
    /// <param name="byFamily">Whether the family asked for it.</param>
    public static string Paragraph(bool byFamily) => byFamily ? "regulation 6(1)(h)" : "regulation 6(1)(c)";
}
