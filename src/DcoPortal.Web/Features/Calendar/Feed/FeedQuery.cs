using System.Globalization;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Features.Calendar.Feed;

/// <summary>
/// The open deadlines of the holder of a token, read in a context of that person's own scope: a feed can show no row that the
/// person could not open. Bounded in time and number; a fixed number of queries however many rows.
/// </summary>
public sealed class FeedQuery(AccountLookup accounts, IUserClaimsPrincipalFactory<PortalUser> claims, PortalDbFactory dbs, UkClock clock, IOptions<PortalAddress> address)
{
    /// <summary>How far ahead the feed looks, in days: 26 weeks. Overdue deadlines are always in it.</summary>
    public const int HorizonDays = 182;

    /// <summary>The most events, the nearest to today first.</summary>
    public const int MostEvents = 6_000;

    /// <summary>The feed as iCalendar text, or null for a token that is wrong or revoked, or whose account is disabled.</summary>
    public async Task<string?> RunAsync(string? token, CancellationToken ct)
    {
        if (token is not { Length: > 0 and <= 100 } || await accounts.CalendarUserAsync(AccountLinks.HashOf(token), ct) is not { } user) { return null; }
        var scope = CurrentPerson.ScopeOf(await claims.CreateAsync(user));
        await using var db = dbs.Create(scope);
        var rows = await RowsAsync(db, ct);
        Dictionary<Guid, BoardClockSettings> settings = [];
        // a local authority may work with several boards; everybody else has one
        foreach (var icb in rows.Select(r => r.IcbId).Distinct()) { settings[icb] = await new ClockSettingsQuery(db).ForBoardAsync(icb, ct); }
        return CalendarText.Write(rows.Count < MostEvents ? "DCO Portal deadlines" : $"DCO Portal deadlines (the nearest {MostEvents:N0}: the portal has the rest)", clock.UtcNow, rows.Select(r => EventOf(r, settings[r.IcbId].For(r.LocalAuthorityId))));
    }

    private async Task<List<FeedRow>> RowsAsync(PortalDb db, CancellationToken ct)
    {
        IReadOnlyList<IQueryable<FeedRow>> sources = db.Scope.Kind switch
        {
            // a request leaves the clinician's feed as soon as it is answered
            ScopeKind.HealthService => [OneByOne(db.AdviceRequests.Outstanding().WithDateRunning()), More(db)],
            ScopeKind.DcoService => [ByCase(db), More(db)],
            ScopeKind.LocalAuthority => [ByCase(db), Decisions(db), LastDaysToSayNo(db, clock.Today), Plans(db)],
            _ => [],
        };
        List<FeedRow> rows = [];
        foreach (var source in sources) { rows.AddRange(await NearestAsync(source, ct)); }
        // a case of which others are asked has that day already
        var known = rows.Where(r => r.Requests > 0).Select(r => (r.Id, r.Due)).ToHashSet();
        if (db.Scope.Kind is ScopeKind.DcoService or ScopeKind.LocalAuthority) { rows.AddRange((await UnaskedAsync(db, ct)).Where(u => !known.Contains((u.Id, u.Due)))); }
        var today = clock.Today.DayNumber;
        return [.. rows.OrderBy(r => Math.Abs(r.Due.DayNumber - today)).ThenBy(r => r.Reference, StringComparer.Ordinal).ThenBy(r => r.Limit).ThenBy(r => r.Id).Take(MostEvents)];
    }

    private async Task<List<FeedRow>> NearestAsync(IQueryable<FeedRow> rows, CancellationToken ct)
    {
        var (today, until) = (clock.Today, clock.Today.AddDays(HorizonDays));
        var ahead = await rows.Where(r => r.Due >= today && r.Due <= until).OrderBy(r => r.Due).ThenBy(r => r.Id).Take(MostEvents).ToListAsync(ct);
        var behind = await rows.Where(r => r.Due < today).OrderByDescending(r => r.Due).ThenBy(r => r.Id).Take(MostEvents).ToListAsync(ct);
        return [.. ahead, .. behind];
    }

    // health's time of a case runs whether or not anybody is asked: who has no request yet is furthest behind
    private async Task<IEnumerable<FeedRow>> UnaskedAsync(PortalDb db, CancellationToken ct)
    {
        var cases = await UnaskedCases.Of(db).OrderBy(a => a.AdviceRequestReceivedOn).ThenBy(a => a.Id).Take(MostEvents)
            .Select(a => new { a.Id, a.Reference, a.LocalAuthorityId, a.IcbId, On = a.AdviceRequestReceivedOn!.Value }).ToListAsync(ct);
        return cases.Select(a => new FeedRow
        {
            Id = a.Id,
            Reference = a.Reference,
            LocalAuthorityId = a.LocalAuthorityId,
            IcbId = a.IcbId,
            Due = StatutoryClock.ForHealthAdvice(a.On).Due,
            Anchor = a.On,
            Limit = DeadlineKind.HealthAdvice,
        }).Where(r => r.Due <= clock.Today.AddDays(HorizonDays));
    }

    private static IQueryable<FeedRow> OneByOne(IQueryable<AdviceRequest> requests) => requests.AsNoTracking().Select(r => new FeedRow
    {
        Id = r.Id,
        Reference = r.AssessmentReference,
        LocalAuthorityId = r.LocalAuthorityId,
        IcbId = r.IcbId,
        Due = r.DueOn,
        Anchor = r.ReceivedByHealthOn,
        Advice = r.Kind,
        Requests = 1,
        IsOneRequest = true,
    });

    private static IQueryable<FeedRow> More(PortalDb db) => db.AdviceRequests.AsNoTracking().Where(r => r.Stage == RequestStage.Reopened && r.WantedByOn != null).Select(r => new FeedRow
    {
        Id = r.Id,
        Reference = r.AssessmentReference,
        LocalAuthorityId = r.LocalAuthorityId,
        IcbId = r.IcbId,
        Due = r.WantedByOn!.Value,
        More = r.NextAnswer,
        IsOneRequest = true,
    });

    // a case's requests with the same date are one event: eight professionals asked on one day are not eight events
    private static IQueryable<FeedRow> ByCase(PortalDb db) => db.AdviceRequests.WithDateRunning()
        .GroupBy(r => new { r.AssessmentId, r.AssessmentReference, r.LocalAuthorityId, r.IcbId, r.DueOn, r.ReceivedByHealthOn, r.Kind })
        .Select(g => new FeedRow
        {
            Id = g.Key.AssessmentId,
            Reference = g.Key.AssessmentReference,
            LocalAuthorityId = g.Key.LocalAuthorityId,
            IcbId = g.Key.IcbId,
            Due = g.Key.DueOn,
            Anchor = g.Key.ReceivedByHealthOn,
            Advice = g.Key.Kind,
            Requests = g.Count(),
        });

    private static IQueryable<FeedRow> Decisions(PortalDb db) => db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Decision == null && a.DecisionDueOn != null).Select(a => new FeedRow
    {
        Id = a.Id,
        Reference = a.Reference,
        LocalAuthorityId = a.LocalAuthorityId,
        IcbId = a.IcbId,
        Due = a.DecisionDueOn!.Value,
        Anchor = a.RequestReceivedOn,
        Limit = DeadlineKind.DecisionToAssess,
        StartedBy = a.StartedBy,
        ToldOn = a.DecidedOn,
    });

    // no duty while nobody has said that no plan is needed, so that it is never behind
    private static IQueryable<FeedRow> LastDaysToSayNo(PortalDb db, DateOnly today) => ToBePlanned(db).Where(a => a.PlanNeededOn == null && a.NoPlanDueOn >= today).Select(a => new FeedRow
    {
        Id = a.Id,
        Reference = a.Reference,
        LocalAuthorityId = a.LocalAuthorityId,
        IcbId = a.IcbId,
        Due = a.NoPlanDueOn!.Value,
        Anchor = a.RequestReceivedOn,
        Limit = DeadlineKind.NoPlanNotice,
        StartedBy = a.StartedBy,
        ToldOn = a.DecidedOn,
    });

    private static IQueryable<FeedRow> Plans(PortalDb db) => ToBePlanned(db).Where(a => a.FinalPlanDueOn != null).Select(a => new FeedRow
    {
        Id = a.Id,
        Reference = a.Reference,
        LocalAuthorityId = a.LocalAuthorityId,
        IcbId = a.IcbId,
        Due = a.FinalPlanDueOn!.Value,
        Anchor = a.RequestReceivedOn,
        Limit = DeadlineKind.FinalPlan,
        StartedBy = a.StartedBy,
        ToldOn = a.DecidedOn,
        DraftServedOn = a.DraftServedOn,
    });

    private static IQueryable<Assessment> ToBePlanned(PortalDb db) => db.Assessments.AsNoTracking().Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess);

    private CalendarEvent EventOf(FeedRow row, ClockSettings settings)
    {
        var url = address.Value.PublicUrl.TrimEnd('/') + (row.IsOneRequest ? Addresses.AdviceRequest(row.Id) : Addresses.Assessment(row.Reference));
        if (row.More is { } more) { return new($"More-{row.Id:N}@dco-portal", row.Due, $"{row.Reference} {MoreWords.Name(more).ToLowerInvariant()} wanted", $"Asked for beside what was returned. A local date: no law gives one.\n{url}", url); }
        var deadline = DeadlineOf(row, settings);
        var name = DeadlineNames.Of(deadline);
        // requests of one case asked on the same day, with the same length, share one id
        var uid = row.Requests > 0 && !row.IsOneRequest
            ? string.Create(CultureInfo.InvariantCulture, $"{deadline.Kind}-{row.Id:N}-{row.Anchor:yyyyMMdd}-{row.Due.DayNumber - row.Anchor.DayNumber}@dco-portal")
            : $"{deadline.Kind}-{row.Id:N}@dco-portal";
        var open = row.IsUnasked ? "\nSomebody in health is still to be asked for it, or the Designated Clinical Officer to decide." : row.Requests > 1 ? $"\n{UkText.Count(row.Requests, "request")} are open." : "";
        return new(uid, row.Due, $"{row.Reference} {char.ToLowerInvariant(name[0])}{name[1..]}{(deadline.Rule.OnlyIf is null ? " due" : "")}", $"{deadline.Explain(clock.Today)}{open}\n{url}", url);
    }

    private Deadline DeadlineOf(FeedRow row, ClockSettings settings)
    {
        if (row.Requests > 0) { return AdviceRequest.DeadlineOf(row.Advice, row.Anchor, row.Due, settings); }
        if (row.IsUnasked) { return StatutoryClock.ForHealthAdvice(row.Anchor, settings); }
        // never null: only limits that have a date are read
        return StatutoryClock.ForAssessment(row.StartedBy, row.Anchor, row.ToldOn, settings).GivenDraft(row.DraftServedOn, clock.Today).Of(row.Limit)!;
    }
}
