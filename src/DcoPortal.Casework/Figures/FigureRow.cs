using System.Linq.Expressions;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>One request inside a query that counts: never read as a row.</summary>
internal sealed class FigureRow
{
    public Guid Provider { get; init; }
    public Guid Service { get; init; }
    public Guid Authority { get; init; }
    public Guid Board { get; init; }
    public Guid Assessment { get; init; }
    public DateOnly DueOn { get; init; }
    public ReplyCode? Nil { get; init; }
    public ExemptionGround? Ground { get; init; }
    public RequestStage Stage { get; init; }
    public int Outcome { get; init; }
    public int Band { get; init; }

    /// <summary>A request as a row, with its outcome from the one definition. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, FigureRow>> Of(DateOnly today)
    {
        Expression<Func<AdviceRequest, FigureRow>> row = r => new FigureRow
        {
            Provider = r.ProviderId,
            Service = r.ServiceId,
            Authority = r.LocalAuthorityId,
            Board = r.IcbId,
            Assessment = r.AssessmentId,
            DueOn = r.DueOn,
            Nil = r.FirstNilReason,
            Ground = r.ExcusedBy,
            Stage = r.Stage,
        };
        var made = (MemberInitExpression)row.Body;
        return Expression.Lambda<Func<AdviceRequest, FigureRow>>(
            made.Update(made.NewExpression, [.. made.Bindings, Bind(nameof(Outcome), AdviceOutcomes.Number(today), row), Bind(nameof(Band), LateBands.Number, row)]), row.Parameters);
    }

    private static MemberAssignment Bind(string property, Expression<Func<AdviceRequest, int>> number, LambdaExpression row) =>
        Expression.Bind(typeof(FigureRow).GetProperty(property)!, new Replace(number.Parameters[0], row.Parameters[0]).Visit(number.Body));

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
