using System.Collections;
using System.Reflection;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Access;

/// <summary>The database shows each kind of person exactly the rows written down, and no filter or part of one can go unnoticed.</summary>
public sealed class VisibilityTests : IAsyncLifetime, IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();
    private IReadOnlyList<AdviceRequest> _requests = [];

    public async Task InitializeAsync()
    {
        await VisibilityWorld.FillAsync(_app);
        await using var db = _app.Database();
        _requests = await db.AdviceRequests.AsNoTracking().ToListAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Every_kind_of_person_sees_exactly_the_rows_that_are_written_down()
    {
        var wrong = new List<string>();
        foreach (var kind in VisibilityTable.Kinds)
        {
            foreach (var scope in await VisibilityWorld.ScopesAsync(_app, kind))
            {
                await using var db = _app.Database(scope);
                foreach (var entity in VisibilityTable.Entities)
                {
                    var (expected, got) = (Expected(kind, entity, scope), Keys(db, Rows(db, entity)));
                    if (!expected.SetEquals(got)) { wrong.Add($"{kind} {scope.UserId}: {entity.Name} expected {expected.Count} rows, got {got.Count}"); }
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Removing_or_loosening_any_part_of_any_filter_is_noticed()
    {
        var (tried, unnoticed) = (0, new List<string>());
        foreach (var kind in VisibilityTable.Kinds)
        {
            var scopes = await VisibilityWorld.ScopesAsync(_app, kind);
            foreach (var mutant in Mutants(scopes[0]))
            {
                tried++;
                if (!scopes.Any(scope => IsNoticed(mutant, scope))) { unnoticed.Add($"{kind} {mutant.Entity.Name}: {mutant.Change}"); }
            }
        }
        Assert.Empty(unnoticed);
        Assert.True(tried > 100, $"only {tried} changes were tried");
    }

    [Fact]
    public void Every_scoped_entity_is_in_the_written_table()
    {
        using var db = _app.Database(AccessScope.None);

        var scoped = db.Model.GetEntityTypes().Where(e => e.FindDeclaredQueryFilter(PortalDb.RowScopeFilter) is not null).Select(e => e.ClrType.Name).Order();

        Assert.Equal(VisibilityTable.Entities.Select(e => e.Name).Order(), scoped);
    }

    private List<FilterMutant> Mutants(AccessScope scope)
    {
        using var db = _app.Database(scope);
        return [.. VisibilityTable.Entities.SelectMany(e =>
            FilterMutants.Of(scope.Kind, e, db.Model.FindEntityType(e)!.FindDeclaredQueryFilter(PortalDb.RowScopeFilter)!.Expression!))];
    }

    private bool IsNoticed(FilterMutant mutant, AccessScope scope)
    {
        using var db = MutantDb.Open(_app.ConnectionString, scope, mutant);
        return !Expected(scope.Kind, mutant.Entity, scope).SetEquals(Keys(db, Rows(db, mutant.Entity)));
    }

    private HashSet<string> Expected(ScopeKind kind, Type entity, AccessScope scope)
    {
        using var db = _app.Database();
        var rule = VisibilityTable.Of(kind, entity).Rule;
        return Keys(db, Rows(db, entity).Where(row => rule(row, scope, _requests)));
    }

    private static HashSet<string> Keys(PortalDb db, IEnumerable<object> rows) =>
        [.. rows.Select(r => string.Join('/', db.Model.FindEntityType(r.GetType())!.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(r))))];

    private static readonly MethodInfo Reader = typeof(VisibilityTests).GetMethod(nameof(ReadRows), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static List<object> Rows(PortalDb db, Type entity) => [.. ((IEnumerable)Reader.MakeGenericMethod(entity).Invoke(null, [db])!).Cast<object>()];

    private static List<T> ReadRows<T>(PortalDb db) where T : class => [.. db.Set<T>().AsNoTracking()];
}
