using System.Linq.Expressions;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DcoPortal.Tests.Access;

/// <summary>One way to loosen or break a row filter: the whole filter gone, or one side of an "and", an "or" or a choice alone.</summary>
internal sealed record FilterMutant(ScopeKind Kind, Type Entity, int Index, string Change);

internal static class FilterMutants
{
    public static IEnumerable<FilterMutant> Of(ScopeKind kind, Type entity, LambdaExpression filter) =>
        Changes(filter).Select((c, i) => new FilterMutant(kind, entity, i, c.Words));

    public static LambdaExpression Apply(LambdaExpression filter, int index)
    {
        var (target, put, _) = Changes(filter).ElementAt(index);
        return (LambdaExpression)new Replace(target, put).Visit(filter)!;
    }

    private static List<(Expression Target, Expression Put, string Words)> Changes(LambdaExpression filter)
    {
        // a filter that lets everything through has nothing to lose
        if (filter.Body is ConstantExpression { Value: true }) { return []; }
        var parts = new Parts();
        parts.Visit(filter.Body);
        return [(filter.Body, Expression.Constant(true), "the whole filter removed"), .. parts.Found];
    }

    private sealed class Parts : ExpressionVisitor
    {
        public List<(Expression, Expression, string)> Found { get; } = [];

        protected override Expression VisitBinary(BinaryExpression node)
        {
            if (node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse)
            {
                Found.Add((node, node.Left, $"only {node.Left}"));
                Found.Add((node, node.Right, $"only {node.Right}"));
            }
            return base.VisitBinary(node);
        }

        protected override Expression VisitConditional(ConditionalExpression node)
        {
            Found.Add((node, node.IfTrue, $"always {node.IfTrue}"));
            Found.Add((node, node.IfFalse, $"always {node.IfFalse}"));
            return base.VisitConditional(node);
        }
    }

    private sealed class Replace(Expression target, Expression put) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == target ? put : base.Visit(node);
    }
}

/// <summary>The portal's own context with one filter changed: everything else, nested filters included, is as it is.</summary>
internal sealed class MutantDb(DbContextOptions<MutantDb> options, AccessScope scope, FilterMutant mutant) : PortalDb(options, scope)
{
    public FilterMutant Mutant => mutant;

    public static MutantDb Open(string connectionString, AccessScope scope, FilterMutant mutant)
    {
        var options = new DbContextOptionsBuilder<MutantDb>().UseSqlite(connectionString).ReplaceService<IModelCacheKeyFactory, OneModelEach>();
        return new((DbContextOptions<MutantDb>)options.Options, scope, mutant);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var entity = builder.Entity(Mutant.Entity);
        var filter = entity.Metadata.FindDeclaredQueryFilter(RowScopeFilter)!.Expression!;
        entity.HasQueryFilter(RowScopeFilter, FilterMutants.Apply(filter, Mutant.Index));
    }

    private sealed class OneModelEach : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((MutantDb)context).Mutant, designTime);
    }
}
