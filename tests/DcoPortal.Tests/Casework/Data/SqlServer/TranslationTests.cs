using System.Linq.Expressions;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace DcoPortal.Tests.Casework.Data.SqlServer;

/// <summary>The check behind every test: that it translates for SQL Server, and that it would notice a query that does not.</summary>
public sealed class TranslationTests : IDisposable
{
    private static readonly AccessScope Authority = new() { Kind = ScopeKind.LocalAuthority, LocalAuthorityId = Guid.NewGuid(), UserId = Guid.NewGuid() };
    private readonly SqlServerPortalDb _db = SchemaTests.SqlServer(ScopeKind.LocalAuthority);

    public void Dispose() => _db.Dispose();

    private static string Shout(string name) => name.ToUpperInvariant();

    [Fact]
    public void A_sound_query_is_translated_with_the_row_filter_of_its_scope()
    {
        var query = _db.AdviceRequests.Where(r => r.ClosedUtc == null).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Skip(20).Take(10).Select(r => new { r.Id, r.DueOn });

        var (sql, problems) = SqlServerTranslation.Translate(query.Expression, Authority);

        Assert.Empty(problems);
        Assert.Contains("[LocalAuthorityId] = ", Assert.Single(sql), StringComparison.Ordinal);
        Assert.Contains("OFFSET", sql[0], StringComparison.Ordinal);
        Assert.Empty(TSql.Problems(sql[0]));
    }

    [Fact]
    public void A_query_that_cannot_be_translated_is_noticed() =>
        Assert.Contains("does not translate", Assert.Single(SqlServerTranslation.Check(_db.Assessments.Where(a => Shout(a.Reference) == "X").Expression, Authority)), StringComparison.Ordinal);

    [Fact]
    public void A_query_that_works_on_its_rows_in_the_client_is_noticed() =>
        Assert.Contains("Shout", Assert.Single(SqlServerTranslation.Check(_db.Assessments.Select(a => Shout(a.Reference)).Expression, Authority)), StringComparison.Ordinal);

    [Fact]
    public async Task Work_in_the_client_is_noticed_inside_a_list_of_children()
    {
        var app = new PortalApp();
        await using (var db = app.Database(Authority))
        {
            await db.Assessments.Select(a => new { a.Id, Names = db.AdviceRequests.Where(r => r.AssessmentId == a.Id).Select(r => Shout(r.AssessmentReference)).ToList() }).ToListAsync();
        }

        Assert.Contains("Shout", Assert.Single(app.Translation.Problems), StringComparison.Ordinal);
        Assert.NotNull(Record.Exception(app.Dispose));
    }

    [Fact]
    public void A_query_of_a_number_sends_its_command_too()
    {
        var late = _db.AdviceRequests.Where(r => r.DueOn < new DateOnly(2026, 1, 1)).Expression;

        var (sql, problems) = SqlServerTranslation.Translate(Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(AdviceRequest)], late), Authority);

        Assert.Empty(problems);
        Assert.StartsWith("SELECT COUNT(*)", Assert.Single(sql), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_query_that_a_portal_under_test_runs_is_checked_even_an_update_by_statement()
    {
        using var app = new PortalApp();
        _ = app.Services;
        await using var db = app.Database(Authority);
        var before = app.Translation.Translated;
        var unique = Guid.NewGuid();

        await db.Drafts.Where(d => d.Kind != "nothing is so called" && d.Id == unique).Select(d => d.SavedUtc.AddDays(1)).ToListAsync();
        await db.Drafts.Where(d => d.Kind == "nothing is so called" && d.Id == unique).ExecuteUpdateAsync(s => s.SetProperty(d => d.Json, "{}"));

        Assert.Equal(before + 2, app.Translation.Translated);
        Assert.Empty(app.Translation.Problems);
    }

    [Fact]
    public async Task A_portal_under_test_that_ran_a_bad_query_says_so_at_its_end()
    {
        var app = new PortalApp();
        await using (var db = app.Database(Authority)) { await db.Drafts.Select(d => Shout(d.Kind)).ToListAsync(); }

        var failure = Record.Exception(app.Dispose);

        Assert.Contains("Shout", failure?.Message, StringComparison.Ordinal);
    }
}
