using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Home.Worklist;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>What was put before the person and waits for an answer, and the latest answers to what they put before others.</summary>
public sealed class EscalationWorklistQuery(PortalDb db, UkClock clock)
{
    private const int RecentDays = 7;

    /// <summary>The two parts of a worklist; a part with nothing in it is left out.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionsAsync(CancellationToken ct)
    {
        var me = db.Scope.UserId;
        var since = UkClock.StartOf(clock.Today.AddDays(-RecentDays));
        var waiting = await (
            from e in db.Escalations.AsNoTracking()
            join r in db.AdviceRequests on e.AdviceRequestId equals r.Id
            where e.ToUserId == me && e.AnsweredUtc == null
            orderby e.RaisedUtc, e.Id
            select new { e.Id, r.AssessmentReference, e.RaisedByName, e.RaisedUtc }).Take(HomeRows.Most + 1).ToListAsync(ct);
        var answered = await (
            from e in db.Escalations.AsNoTracking()
            join r in db.AdviceRequests on e.AdviceRequestId equals r.Id
            where e.RaisedByUserId == me && e.AnsweredUtc >= since
            orderby e.AnsweredUtc descending, e.Id
            select new { e.Id, r.AssessmentReference, e.AnsweredByName, e.AnsweredUtc }).Take(HomeRows.Most + 1).ToListAsync(ct);
        List<HomeSection> sections = [];
        if (waiting.Count > 0)
        {
            sections.Add(new("Escalated to you: answer", [.. waiting.Take(HomeRows.Most).Select(e => new HomeItem($"/escalations/{e.Id}", e.AssessmentReference, $"from {e.RaisedByName}") { Words = $"Since {UkText.LongDate(UkClock.DateOf(e.RaisedUtc))}" })], "")
            { HasMore = waiting.Count > HomeRows.Most });
        }
        if (answered.Count > 0)
        {
            sections.Add(new("Answers to what you escalated", [.. answered.Take(HomeRows.Most).Select(e => new HomeItem($"/escalations/{e.Id}", e.AssessmentReference, $"by {e.AnsweredByName}") { Words = $"On {UkText.LongDate(UkClock.DateOf(e.AnsweredUtc!.Value))}" })], "")
            { HasMore = answered.Count > HomeRows.Most });
        }

        return sections;
    }
}
