using System.Linq.Expressions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>Advice of regulation 6(1) that was asked for and without which a plan was made.</summary>
public static class LackingAdvice
{
    /// <summary>Which requests a plan of a day lacks: closed unanswered after their due date, or because the assessment ended. Translates to SQL.</summary>
    /// <param name="planOn">The day of the plan (Europe/London).</param>
    public static Expression<Func<AdviceRequest, bool>> Of(DateOnly planOn) =>
        r => r.Kind == AdviceKind.Statutory && r.Became == Became.Closed && (r.BecameOn > r.DueOn || r.BecameOn >= planOn);

    /// <summary>Which requests a plan would lack that is issued now: those of the rule above, and those that nobody has answered. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> OfPlanNow { get; } =
        r => r.Kind == AdviceKind.Statutory && ((r.Became == Became.Closed && r.BecameOn > r.DueOn)
            || r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack || r.Stage == RequestStage.WithService);

    /// <summary>The paragraph under which it was asked for.</summary>
    /// <param name="byFamily">Whether the family asked for it.</param>
    public static string Paragraph(bool byFamily) => byFamily ? "regulation 6(1)(h)" : "regulation 6(1)(c)";
}
