using System.Net;
using System.Reflection;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Access;

/// <summary>
/// Every address of the portal, for every person and for nobody, with own and foreign records: who lacks the permission is
/// refused (403), who may not see the record finds none (404), and a refusal writes nothing at all.
/// </summary>
public sealed class MatrixTests : IDisposable
{
    /// <summary>Addresses that are not walked, and why.</summary>
    private static readonly Dictionary<string, string> NotWalked = new()
    {
        ["account/sign-out"] = "would end the walk; its own test stands with sign-in",
        ["error/{status:int:range(400,599)}"] = "answers with the status it is asked for",
        ["session/keep-alive"] = "answers 204 or 401 to a script, never with a page",
        ["dev/components"] = "is not there outside Development",
    };

    /// <summary>Where a person with the permission may still find nothing for a record in scope, and why.</summary>
    private static readonly Dictionary<string, string> MayBeMissing = new()
    {
        ["documents/{id:guid}"] = "the arranged documents have no bytes in the store (503)",
        ["documents/{id:guid}/shown"] = "the arranged documents have no bytes in the store (503)",
        ["assessments/import/{id:guid}"] = "the arranged spreadsheet has no bytes in the store (503)",
        ["assessments/import/{id:guid}/answer"] = "the arranged spreadsheet has no bytes in the store (503)",
        ["assessments/import/{id:guid}/columns"] = "the arranged spreadsheet has no bytes in the store (503)",
        ["assessments/import/{id:guid}/not-imported.csv"] = "the arranged spreadsheet has no bytes in the store (503)",
        ["assessments/{reference}/advice.zip"] = "there is no file while nothing has been returned",
        ["assessments/log/{draftId:guid}/done"] = "there is no confirmation before the draft is confirmed",
        ["check/{id:guid}"] = "a request that was never sent has no answer to check",
        ["admin/emails/{id:guid}"] = "an email's text is shown in the demonstration only",
        ["calendar/feed.ics"] = "there is no feed without the secret of somebody's address",
        ["account/two-factor"] = "leads back to signing in unless a password was given just now",
    };

    /// <summary>Pages about a request that name the reference and the staff, never the child.</summary>
    private static readonly HashSet<string> ShowsNoChild = ["advice-requests/{id:guid}/chase", "advice-requests/{id:guid}/close", "documents/{id:guid}/preview"];

    private readonly WatchedApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void An_endpoint_whose_record_nobody_has_described_has_no_rule()
    {
        var unknown = PortalEndpoint.Of(_app).Where(e => !NotWalked.ContainsKey(e.Pattern))
            .SelectMany(e => e.Parameters.Where(p => p is not ("status" or "page" or "file" or "line" or "step" or "index")).Select(p => (Endpoint: e, Parameter: p)))
            .Where(x => !Subjects.Knows(x.Endpoint.Area, x.Endpoint.Controller, x.Parameter)).Select(x => $"{x.Endpoint}: {{{x.Parameter}}} of {x.Endpoint.Area}/{x.Endpoint.Controller}");

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Every_address_refuses_everyone_it_should_and_answers_everyone_else()
    {
        var subjects = await Subjects.ArrangeAsync(_app);
        var endpoints = PortalEndpoint.Of(_app).Where(e => !NotWalked.ContainsKey(e.Pattern)).ToList();
        var wrong = new List<string>();
        var later = new List<Func<Task>>();
        var asked = 0;

        foreach (var person in TestWorld.Everyone.Cast<string?>().Append(null))
        {
            var walk = await Walker.StartAsync(_app, person);
            foreach (var endpoint in endpoints)
            {
                foreach (var subject in endpoint.Parameters.Count == 0 ? [null] : subjects.For(endpoint.Area, endpoint.Controller, endpoint.Parameters[0])!.Cast<Subject?>())
                {
                    asked++;
                    var expected = walk.Expect(endpoint, subject);
                    async Task AskAsync()
                    {
                        if (await walk.AskAsync(endpoint, subject, expected) is { } problem) { wrong.Add($"{endpoint} for {person ?? "nobody"}, {subject?.Whose ?? "no record"}: {problem}"); }
                    }
                    // what may change something comes last, so that it spoils nobody's walk
                    if (expected == Answer.Served && endpoint.Method != "GET") { later.Add(AskAsync); } else { await AskAsync(); }
                }
            }
        }
        foreach (var change in later) { await change(); }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {asked} answers are wrong:\n{string.Join('\n', wrong.Take(100))}");
        Assert.True(asked > 200, $"only {asked} questions were asked");
    }

    private enum Answer { SignIn, Forbidden, NotFound, Served }

    /// <summary>Counts what is written to the database.</summary>
    private sealed class Writes : DbCommandInterceptor
    {
        public int Count;

        private void Note(System.Data.Common.DbCommand command)
        {
            if (command.CommandText.Contains("INSERT INTO", StringComparison.Ordinal) || command.CommandText.Contains("UPDATE \"", StringComparison.Ordinal) || command.CommandText.Contains("DELETE FROM", StringComparison.Ordinal)) { Interlocked.Increment(ref Count); }
        }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }

    private sealed class WatchedApp : PortalApp
    {
        public Writes Writes { get; } = new();

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(Writes);
    }

    /// <summary>One person, signed in once, with what their scope shows looked up without the pages' code.</summary>
    private sealed class Walker(WatchedApp app, string? person, PortalBrowser browser, string token, Role? role, PortalDb db)
    {
        private readonly Dictionary<(Type, Guid), bool> _sees = [];

        public static async Task<Walker> StartAsync(WatchedApp app, string? person)
        {
            var browser = person is null ? app.Browser() : await app.SignInAsync(person);
            var page = await browser.GetAsync(person is null ? "/account/sign-in" : "/");
            var token = page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
            await using var all = app.Database();
            var role = person is null ? (Role?)null : (await all.Users.SingleAsync(u => u.Email == person)).Role;
            var scope = person is null ? AccessScope.None : await VisibilityWorld.ScopeOfAsync(app, person);
            return new(app, person, browser, token, role, app.Database(scope));
        }

        public Answer Expect(PortalEndpoint endpoint, Subject? subject)
        {
            if (!endpoint.Anonymous && role is null) { return Answer.SignIn; }
            if (!endpoint.Anonymous && !endpoint.Permissions.All(p => role!.Value.Allows(p))) { return Answer.Forbidden; }
            return subject is { Entity: not null } && !Sees(subject) ? Answer.NotFound : Answer.Served;
        }

        public async Task<string?> AskAsync(PortalEndpoint endpoint, Subject? subject, Answer expected)
        {
            var address = endpoint.Address(endpoint.Parameters.Count > 0 ? endpoint.Parameters[0] : null, subject?.Value);
            var (writes, reads) = (app.Writes.Count, await ReadsAsync());
            using var response = endpoint.Method == "GET"
                ? await browser.Client.GetAsync(address)
                : await browser.Client.SendAsync(new HttpRequestMessage(new HttpMethod(endpoint.Method), address) { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]) });
            var got = Got(response);
            if (expected != Answer.Served)
            {
                // an answer to nobody or to the wrong person leaves no trace in the data
                return got != expected ? $"expected {expected}, got {got} ({(int)response.StatusCode})" : app.Writes.Count != writes ? $"was refused ({expected}) and yet wrote to the database" : null;
            }
            if (MayBeMissing.ContainsKey(endpoint.Pattern) && (response.StatusCode == HttpStatusCode.ServiceUnavailable || got is Answer.NotFound or Answer.SignIn)) { return null; }
            // a token that nobody has, or a record in another state than the page is for, is explained by a page of its own
            if (got == Answer.NotFound && (subject is null || subject.Entity is null) && endpoint.Parameters.Count > 0) { return null; }
            // a form that changes things may find that an earlier one of the walk withdrew the record or ended the session
            if (endpoint.Method != "GET" && got is (Answer.NotFound or Answer.SignIn)) { return null; }
            if (got != Answer.Served || (int)response.StatusCode >= 500) { return $"expected to be served, got {got} ({(int)response.StatusCode})"; }
            var shows = endpoint.Method == "GET" && response.StatusCode == HttpStatusCode.OK && subject?.Entity is { } entity && typeof(ICaseRow).IsAssignableFrom(entity) && !ShowsNoChild.Contains(endpoint.Pattern);
            return shows && await ReadsAsync() == reads ? "showed a child's record and left nothing in the read log" : null;
        }

        private static Answer Got(HttpResponseMessage response) => response switch
        {
            { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } to } when to.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal) => Answer.SignIn,
            { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } to } when to.OriginalString.Contains("/error/403", StringComparison.Ordinal) => Answer.Forbidden,
            { StatusCode: HttpStatusCode.Forbidden } => Answer.Forbidden,
            { StatusCode: HttpStatusCode.NotFound } => Answer.NotFound,
            _ => Answer.Served,
        };

        private async Task<int> ReadsAsync()
        {
            if (person is null) { return 0; }
            await using var all = app.Database();
            return await all.AuditEntries.CountAsync(e => e.IsRead && e.UserId == db.Scope.UserId);
        }

        private bool Sees(Subject subject)
        {
            if (!_sees.TryGetValue((subject.Entity!, subject.Key), out var sees))
            {
                sees = (bool)typeof(Walker).GetMethod(nameof(Any), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(subject.Entity!).Invoke(null, [db, subject.Key])!;
                _sees[(subject.Entity!, subject.Key)] = sees;
            }
            return sees;
        }

        private static bool Any<T>(PortalDb db, Guid key) where T : class => db.Set<T>().Any(e => EF.Property<Guid>(e, "Id") == key);
    }
}
