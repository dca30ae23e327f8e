using System.Linq.Expressions;

namespace DcoPortal.Casework.Figures;

/// <summary>By what the months of a trend are grouped in SQL: the month of the due date, and the outcome from its one definition.</summary>
internal sealed class OutcomeOfMonth
{
    public int Year { get; init; }
    public int Month { get; init; }
    public int Outcome { get; init; }

    public static Expression<Func<AdviceRequest, OutcomeOfMonth>> Of(Expression<Func<AdviceRequest, int>> outcome)
    {
        Expression<Func<AdviceRequest, OutcomeOfMonth>> month = r => new OutcomeOfMonth { Year = r.DueOn.Year, Month = r.DueOn.Month };
        var made = (MemberInitExpression)month.Body;
        var number = new Replace(outcome.Parameters[0], month.Parameters[0]).Visit(outcome.Body);
        return Expression.Lambda<Func<AdviceRequest, OutcomeOfMonth>>(made.Update(made.NewExpression, [.. made.Bindings, Expression.Bind(typeof(OutcomeOfMonth).GetProperty(nameof(Outcome))!, number)]), month.Parameters);
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
