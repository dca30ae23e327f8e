using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.SqlServer.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF1001 // the translator of the SQL Server provider is extended, so that what stays on the client can be seen

namespace DcoPortal.Tests.Support;

/// <summary>
/// Translates every query the tests run for SQL Server too, though there is no server: the query's tables are swapped for
/// those of a SQL Server context of the same scope, it is compiled and run against a connection that answers nothing, and
/// the commands it would have sent are parsed as T-SQL. Proves translation and syntax; not results, plans or types at run time.
/// </summary>
internal sealed class SqlServerTranslation
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new();
    private static readonly ConcurrentDictionary<string, SqlServerTranslation> ByDatabase = new();
    private readonly ConcurrentQueue<string> _problems = new();
    private int _translated;

    /// <summary>How many different queries this portal was first to run.</summary>
    public int Translated => _translated;

    /// <summary>What does not translate, parse or stay on the server.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    /// <summary>The problems, which are forgotten.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [];
        while (_problems.TryDequeue(out var problem)) { taken.Add(problem); }
        return taken;
    }

    /// <summary>The one interceptor of every portal under test: the framework keeps a set of services for each, so there must be only one.</summary>
    public static IQueryExpressionInterceptor Interceptor { get; } = new Listener();

    /// <summary>Notes from now on what is run against a database.</summary>
    public SqlServerTranslation Of(string connectionString)
    {
        ByDatabase[FileOf(connectionString)] = this;
        return this;
    }

    private void Note(Expression query, SqlitePortalDb db)
    {
        var words = ExpressionPrinter.Print(query);
        if (!Seen.TryAdd($"{db.Scope.Kind} {words}", true)) { return; }
        Interlocked.Increment(ref _translated);
        foreach (var problem in Check(query, db.Scope)) { _problems.Enqueue($"{problem}\n  in {words}"); }
    }

    private sealed class Listener : IQueryExpressionInterceptor
    {
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            if (eventData.Context is SqlitePortalDb db && ByDatabase.TryGetValue(FileOf(db.Database.GetConnectionString()!), out var portal)) { portal.Note(queryExpression, db); }
            return queryExpression;
        }
    }

    /// <summary>The problems of one query; none when it is sound.</summary>
    public static IReadOnlyList<string> Check(Expression query, AccessScope scope)
    {
        var (sql, problems) = Translate(query, scope);
        return [.. problems, .. sql.SelectMany(TSql.Problems)];
    }

    /// <summary>The commands that a query would send to SQL Server.</summary>
    public static (IReadOnlyList<string> Sql, IReadOnlyList<string> Problems) Translate(Expression query, AccessScope scope)
    {
        using var db = Open(scope);
        var watch = db.GetService<ClientWork>();
        watch.Found.Clear();
        var log = new NoServer();
        NoServer.Current.Value = log;
        try
        {
            var swap = new SwapTables(db);
            var swapped = swap.Visit(query);
            var result = typeof(SqlServerTranslation).GetMethod(nameof(Compile), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(ResultOf(swapped.Type)).Invoke(null, [db, swapped, swap.Parameters]);
            Run(result!);
        }
        catch (Exception e) when (log.Commands.Count > 0 && !IsTranslation(e)) { } // nothing came back: Single() and Count() object
        catch (Exception e) { return (log.Commands, [$"does not translate for SQL Server: {(e as TargetInvocationException)?.InnerException?.Message ?? e.Message}"]); }
        finally { NoServer.Current.Value = null; }
        if (log.Commands.Count == 0) { return ([], ["sent no command"]); }
        // what tests ask for themselves may be worked on in memory; the portal's own work may not
        return (log.Commands, scope.Kind == ScopeKind.System ? [] : [.. watch.Found.Select(m => $"is partly evaluated by the client: {m}")]);
    }

    private static bool IsTranslation(Exception e) => (e as TargetInvocationException)?.InnerException is { } inner && inner.Message.Contains("could not be translated", StringComparison.Ordinal);

    private static SqlServerPortalDb Open(AccessScope scope)
    {
        var options = new DbContextOptionsBuilder<SqlServerPortalDb>();
        options.UsePortalSqlServer("Server=none");
        // no retries: nothing is ever sent
        options.UseSqlServer("Server=none", x => x.ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)));
        options.AddInterceptors(NoServer.Shared, new NoServerConnection());
        options.ReplaceService<IQueryTranslationPostprocessorFactory, WatchClientWork>();
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new WatchExtension());
        return new(options.Options, scope with { ServiceIds = scope.ServiceIds.Count > 0 ? scope.ServiceIds : [Guid.NewGuid()] });
    }

    // the file alone: a connection string may say more than the one that was set
    private static string FileOf(string connectionString) => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connectionString).DataSource;

    private static Type ResultOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is { } d && (d == typeof(IQueryable<>) || d == typeof(IOrderedQueryable<>))
            ? typeof(IEnumerable<>).MakeGenericType(type.GetGenericArguments()[0])
            : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)) is { } q
                ? typeof(IEnumerable<>).MakeGenericType(q.GetGenericArguments()[0])
                : type;

    private static object Compile<T>(SqlServerPortalDb db, Expression query, Dictionary<string, object?> parameters)
    {
        var run = db.GetService<IDatabase>().CompileQuery<T>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters) { context.Parameters[name] = value; }
        return run(context)!;
    }

    private static void Run(object result)
    {
        if (result is IEnumerable rows and not string) { foreach (var _ in rows) { } }
    }

    /// <summary>Swaps the tables, and gives each parameter a value of its type.</summary>
    private sealed class SwapTables(DbContext db) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root) { return new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!); }
            if (node is QueryParameterExpression parameter) { Parameters[parameter.Name] = Sample(parameter.Type); }
            return base.VisitExtension(node);
        }

        private static object? Sample(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type == typeof(string)) { return "x"; }
            if (type.IsArray) { return Filled(Array.CreateInstance(type.GetElementType()!, 1), type.GetElementType()!); }
            var element = type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
            if (element is not null)
            {
                var list = Filled(Array.CreateInstance(element, 1), element);
                return type.IsInstanceOfType(list) ? list : Activator.CreateInstance(type, list);
            }
            return type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;
        }

        private static Array Filled(Array array, Type element)
        {
            array.SetValue(Sample(element), 0);
            return array;
        }
    }

    /// <summary>Notes each command and answers it with no rows.</summary>
    private sealed class NoServer : DbCommandInterceptor
    {
        public static readonly NoServer Shared = new();
        public static readonly AsyncLocal<NoServer?> Current = new();

        public List<string> Commands { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Current.Value?.Commands.Add(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Current.Value?.Commands.Add(command.CommandText);
            return InterceptionResult<int>.SuppressWithResult(0);
        }
    }

    private sealed class NoServerConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    /// <summary>The calls of the latest query that are left for the client.</summary>
    private sealed class ClientWork
    {
        public List<string> Found { get; } = [];
    }

    private sealed class WatchExtension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new WatchInfo(this);

        public void ApplyServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<ClientWork>(services);

        public void Validate(IDbContextOptions options) { }

        private sealed class WatchInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;
            public override string LogFragment => "";
            public override int GetServiceProviderHashCode() => 0;
            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is WatchInfo;
            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
        }
    }

    private sealed class WatchClientWork(QueryTranslationPostprocessorDependencies dependencies, RelationalQueryTranslationPostprocessorDependencies relational, ClientWork work)
        : SqlServerQueryTranslationPostprocessorFactory(dependencies, relational)
    {
        private readonly QueryTranslationPostprocessorDependencies _dependencies = dependencies;

        public override QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext) =>
            new Watcher(_dependencies, queryCompilationContext, base.Create(queryCompilationContext), work);

        private sealed class Watcher(QueryTranslationPostprocessorDependencies dependencies, QueryCompilationContext context, QueryTranslationPostprocessor inner, ClientWork work)
            : QueryTranslationPostprocessor(dependencies, context)
        {
            public override Expression Process(Expression query)
            {
                var processed = inner.Process(query);
                if (processed is ShapedQueryExpression shaped) { new FindCalls(work).Visit(shaped.ShaperExpression); }
                return processed;
            }
        }

        private sealed class FindCalls(ClientWork work) : ExpressionVisitor
        {
            protected override Expression VisitMethodCall(MethodCallExpression node)
            {
                var home = node.Method.DeclaringType?.Namespace ?? "";
                if (!home.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) && !home.StartsWith("System.Linq", StringComparison.Ordinal)
                    // the account system makes its claims so, from all columns of their table
                    && !home.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal))
                {
                    work.Found.Add($"{node.Method.DeclaringType?.Name}.{node.Method.Name}");
                }
                return base.VisitMethodCall(node);
            }

            protected override Expression VisitExtension(Expression node) => node switch
            {
                ShapedQueryExpression shaped => Inside(shaped.ShaperExpression, node),
                RelationalCollectionShaperExpression collection => Inside(collection.InnerShaper, node),
                RelationalGroupByShaperExpression => node,
                StructuralTypeShaperExpression or ProjectionBindingExpression => node,
                _ => base.VisitExtension(node),
            };

            private Expression Inside(Expression shaper, Expression node)
            {
                Visit(shaper);
                return node;
            }
        }
    }
}
