using System.Linq.Expressions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>Advice of regulation 6(1) that was asked for and that a plan lacks. A nil return is an answer.</summary>
public static class LackingAdvice
{
    /// <summary>
    /// Which requests the plan lacks, or would lack if it were issued now: unanswered still, closed or withdrawn unanswered after their due date and nobody is asked instead,
    /// closed because the assessment ended, answered with advice after the plan, or answered with what is withdrawn and has nothing in its place. Translates to SQL.
    /// </summary>
    public static Expression<Func<AdviceRequest, bool>> Lacks { get; } =
        r => r.Kind == AdviceKind.Statutory && (r.Became == Became.Nothing
            || ((r.Became == Became.Closed || r.Became == Became.Withdrawn) && r.BecameOn > r.DueOn && !r.IsReplaced)
            || (r.Became == Became.Closed && r.BecameOn >= r.CaseEndedOn)
            || (r.Became == Became.Advice && r.BecameOn > r.CaseEndedOn)
            || (r.ReturnedOn != null && !r.AnswerStands));

    /// <summary>Which requests gave advice that stands and came before the plan, or may still give it: with none of them there is no medical advice at all. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> MayHave { get; } =
        r => r.Kind == AdviceKind.Statutory && ((r.EndedUtc == null && r.AskedOn != null && r.ReturnedOn == null)
            || (r.AnswerStands && r.Became == Became.Advice && r.NilReason == null && !(r.BecameOn > r.CaseEndedOn)));

    /// <summary>Which requests were closed so that somebody else is asked, and nobody was: while the case waits in triage somebody still is to be. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> NotReplaced { get; } = r => r.Kind == AdviceKind.Statutory && r.IsForAnother && r.AskedOn != null && !r.IsReplaced;

    /// <summary>Whether a request ended, after it fell due, without the answer that was owed: as figures count it, however the assessment ended. It stays among those that were asked for.</summary>
    /// <param name="request">What decides how it counts.</param>
    public static bool IsNotGiven(AdviceFacts request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Kind == AdviceKind.Statutory && request.Became is Became.Closed or Became.Withdrawn
            && request.BecameOn > request.DueOn && request.LapsedOn is null;
    }

    /// <summary>The paragraph under which it was asked for.</summary>
    /// <param name="byFamily">Whether the family asked for it.</param>
    public static string Paragraph(bool byFamily) => byFamily ? "regulation 6(1)(h)" : "regulation 6(1)(c)";
}
