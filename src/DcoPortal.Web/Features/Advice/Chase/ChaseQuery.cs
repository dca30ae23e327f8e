using System.Linq.Expressions;
using DcoPortal.Domain.Advice;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Features.Clock.Settings;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>Reads what to chase: seven queries, however many requests.</summary>
public sealed class ChaseQuery(PortalDb db, AskableDirectoryQuery directories, ClockSettingsQuery settings, UkClock clock)
{
    private const int PageSize = 50;

    /// <summary>Overdue and due soon, the most urgent first.</summary>
    public async Task<ChasePage> LoadAsync(int page, ChaseForm? typed, CancellationToken ct)
    {
        var late = clock.Today.AddDays(RequestBoxes.DueSoonDays);
        Expression<Func<AdviceRequest, bool>> urgent = r => r.SentUtc != null && r.SubmittedUtc == null && r.ReturnedUtc == null && r.ClosedUtc == null && r.DueOn <= late;
        var total = await db.AdviceRequests.CountAsync(urgent, ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await RowsAsync(db.AdviceRequests.AsNoTracking().Where(urgent).OrderBy(r => r.DueOn).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id)
            .Skip((page - 1) * PageSize).Take(PageSize), ct);
        List<ChaseGroup> groups = [.. rows.GroupBy(r => r.Service).Select(g => new ChaseGroup(g.Key, [.. g]))];
        return new ChasePage(new ListPage<ChaseRow>(rows, page, PageSize, total), groups, typed ?? new ChaseForm(), clock.Today);
    }

    /// <summary>One request, or null when it is not in scope.</summary>
    public async Task<ChaseOnePage?> OneAsync(Guid id, ChaseOneForm? chase, CloseForm? close, CancellationToken ct)
    {
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        var rows = await RowsAsync(db.AdviceRequests.AsNoTracking().Where(r => r.Id == id), ct);
        return new ChaseOnePage(rows[0], request.CanBeChased, request is { ReturnedUtc: null, ClosedUtc: null }, chase ?? new ChaseOneForm(), close ?? new CloseForm(), clock.Today);
    }

    private async Task<List<ChaseRow>> RowsAsync(IQueryable<AdviceRequest> found, CancellationToken ct)
    {
        var requests = await found.ToListAsync(ct);
        List<Guid> authorityIds = [.. requests.Select(r => r.LocalAuthorityId).Distinct()];
        var authorities = await db.LocalAuthorities.Where(a => authorityIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var directory = await directories.LoadAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var today = clock.Today;
        return requests.ConvertAll(r =>
        {
            var target = new AskTarget(r.ServiceId, r.ProfessionalId);
            var away = directory.Professional(r.ProfessionalId) is { } p && p.IsAwayOn(today) ? p.AwayUntil is { } until ? $"Away until {UkText.LongDate(until)}" : "Away, with no date of return" : null;
            return new ChaseRow(r.Id, r.AssessmentReference, r.ProfessionalId is null ? "Not assigned yet" : directory.NameOf(target), directory.ServiceName(r.ServiceId), authorities[r.LocalAuthorityId], r.Kind,
                r.DueOn, r.DeadlineWith(conventions.For(r.LocalAuthorityId)).LocalDue, r.Deadline.Status(today, r.ReturnedOn), r.HasExemption, r.LastChasedUtc, r.ChaseCount, r.LastChasedUtc is { } last && UkClock.DateOf(last) == today, away,
                directory.DeliveryFor(target, today).Words, r.FirstOpenedUtc is not null);
        });
    }
}
