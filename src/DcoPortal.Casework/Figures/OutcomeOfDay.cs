using System.Linq.Expressions;

namespace DcoPortal.Casework.Figures;

/// <summary>By what a trend is grouped in SQL: the due date, and the outcome from its one definition.</summary>
internal sealed class OutcomeOfDay
{
    public DateOnly DueOn { get; init; }
    public int Outcome { get; init; }

    public static Expression<Func<AdviceRequest, OutcomeOfDay>> Of(Expression<Func<AdviceRequest, int>> outcome)
    {
        Expression<Func<AdviceRequest, OutcomeOfDay>> day = r => new OutcomeOfDay { DueOn = r.DueOn };
        var made = (MemberInitExpression)day.Body;
        var number = new Replace(outcome.Parameters[0], day.Parameters[0]).Visit(outcome.Body);
        return Expression.Lambda<Func<AdviceRequest, OutcomeOfDay>>(made.Update(made.NewExpression, [.. made.Bindings, Expression.Bind(typeof(OutcomeOfDay).GetProperty(nameof(Outcome))!, number)]), day.Parameters);
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
