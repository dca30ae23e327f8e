using System.Linq.Expressions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>Where most of the days of advice went that did not come in time. Each such request has exactly one.</summary>
public enum DelayCause
{
    /// <summary>With the DCO service: health knew, and no service had been asked.</summary>
    Asking,

    /// <summary>With the service: asked, and nobody had opened it.</summary>
    Opening,

    /// <summary>With the service: opened, and not answered; or answered, sent back, and being put right.</summary>
    Answering,

    /// <summary>With the DCO service: answered, and not yet with the authority.</summary>
    Returning,
}

/// <summary>The days that each of the four took, from the day health received a request to its end.</summary>
/// <param name="Asking">Days until a service was asked.</param>
/// <param name="Opening">Days until somebody opened it.</param>
/// <param name="Answering">Days until the first answer that was not sent back.</param>
/// <param name="Returning">Days until the authority had it.</param>
public readonly record struct DelayDays(int Asking, int Opening, int Answering, int Returning)
{
    /// <summary>The days of one of the four.</summary>
    public int Of(DelayCause cause) => cause switch { DelayCause.Asking => Asking, DelayCause.Opening => Opening, DelayCause.Answering => Answering, _ => Returning };
}

/// <summary>The one definition of the causes: in memory, and as SQL.</summary>
public static class DelayCauses
{
    /// <summary>The days of a request that ended, or is open on a day. What never happened lasts to the end; what came by another route was never opened.</summary>
    /// <param name="received">The day health received it.</param>
    /// <param name="asked">The day a service was asked, or null.</param>
    /// <param name="opened">The day it was opened, or null.</param>
    /// <param name="answered">The day of the first answer that was not sent back, or null.</param>
    /// <param name="end">The day it became what it is, or today.</param>
    public static DelayDays Days(DateOnly received, DateOnly? asked, DateOnly? opened, DateOnly? answered, DateOnly end)
    {
        var (a, o, n) = (asked ?? answered ?? end, opened ?? answered ?? end, answered ?? end);
        return new(Between(received, a), Between(a, o), Between(o, n), Between(n, end));
    }

    /// <summary>The cause: the most days; of as many, the earlier.</summary>
    public static DelayCause Of(DelayDays days) =>
        days.Asking >= days.Opening && days.Asking >= days.Answering && days.Asking >= days.Returning ? DelayCause.Asking
        : days.Opening >= days.Answering && days.Opening >= days.Returning ? DelayCause.Opening
        : days.Answering >= days.Returning ? DelayCause.Answering
        : DelayCause.Returning;

    /// <summary>Which requests have a cause on a day. The twin of <see cref="Of(DelayDays)"/> that translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> Are(DelayCause cause, DateOnly today)
    {
        Expression<Func<AdviceRequest, int>> number = r =>
            Asking(r, today) >= Opening(r, today) && Asking(r, today) >= Answering(r, today) && Asking(r, today) >= Returning(r, today) ? (int)DelayCause.Asking
            : Opening(r, today) >= Answering(r, today) && Opening(r, today) >= Returning(r, today) ? (int)DelayCause.Opening
            : Answering(r, today) >= Returning(r, today) ? (int)DelayCause.Answering
            : (int)DelayCause.Returning;
        var body = new Steps(today).Visit(number.Body);
        return Expression.Lambda<Func<AdviceRequest, bool>>(Expression.Equal(body, Expression.Constant((int)cause)), number.Parameters);
    }

    private static int Between(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);

    // names inside the expression above, each put in its place by Steps
    private static int Asking(AdviceRequest r, DateOnly today) => Days(r, today).Asking;
    private static int Opening(AdviceRequest r, DateOnly today) => Days(r, today).Opening;
    private static int Answering(AdviceRequest r, DateOnly today) => Days(r, today).Answering;
    private static int Returning(AdviceRequest r, DateOnly today) => Days(r, today).Returning;
    private static DelayDays Days(AdviceRequest r, DateOnly today) => Days(r.ReceivedByHealthOn, r.AskedOn, r.OpenedOn, r.AnsweredOn, r.BecameOn ?? today);

    private sealed class Steps(DateOnly today) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Expression<Func<AdviceRequest, int>>? days = node.Method.Name switch
            {
                nameof(Asking) => r => (r.AskedOn ?? r.AnsweredOn ?? r.BecameOn ?? today) < r.ReceivedByHealthOn ? 0 : (r.AskedOn ?? r.AnsweredOn ?? r.BecameOn ?? today).DayNumber - r.ReceivedByHealthOn.DayNumber,
                nameof(Opening) => r => (r.OpenedOn ?? r.AnsweredOn ?? r.BecameOn ?? today) < (r.AskedOn ?? r.AnsweredOn ?? r.BecameOn ?? today) ? 0 : (r.OpenedOn ?? r.AnsweredOn ?? r.BecameOn ?? today).DayNumber - (r.AskedOn ?? r.AnsweredOn ?? r.BecameOn ?? today).DayNumber,
                nameof(Answering) => r => (r.AnsweredOn ?? r.BecameOn ?? today) < (r.OpenedOn ?? r.AnsweredOn ?? r.BecameOn ?? today) ? 0 : (r.AnsweredOn ?? r.BecameOn ?? today).DayNumber - (r.OpenedOn ?? r.AnsweredOn ?? r.BecameOn ?? today).DayNumber,
                nameof(Returning) => r => (r.BecameOn ?? today) < (r.AnsweredOn ?? r.BecameOn ?? today) ? 0 : (r.BecameOn ?? today).DayNumber - (r.AnsweredOn ?? r.BecameOn ?? today).DayNumber,
                _ => null,
            };
            return days is null ? base.VisitMethodCall(node) : new Swap(days.Parameters[0], node.Arguments[0]).Visit(days.Body);
        }
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
