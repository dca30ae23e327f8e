using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of a clinician or a service lead.</summary>
public sealed class ServiceHomeQuery(PortalDb db, RequestListQuery list, UkClock clock)
{
    private const int RecentDays = 14;

    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var me = db.Scope.ProfessionalId;
        var isLead = db.Scope.WholeService;
        var all = db.AdviceRequests.AsNoTracking();
        var held = isLead ? all.Where(r => r.ProfessionalId != null) : all.Where(r => r.ProfessionalId == me);
        var open = held.Outstanding();
        var since = today.AddDays(-RecentDays);
        var counts = await list.CountOpenAsync(held, ct);
        var sentBack = await list.FirstAsync(open.Where(r => r.SentBackCount > 0), HomeRows.Most + 1, ct);
        var toAnswer = await list.FirstAsync(open.Where(r => r.SentBackCount == 0), HomeRows.Most + 1, ct);
        var unassigned = await list.FirstAsync(all.Outstanding().Where(r => r.ProfessionalId == null), HomeRows.Most + 1, ct);
        var recent = await list.FirstAsync(held.Where(r => r.SubmittedOn >= since).NotClosed(), HomeRows.Most + 1, ct);
        var mine = isLead ? "" : "&holder=Mine";
        return new HomePage
        {
            Today = today,
            Tiles =
            [
                new("Overdue", Text(counts[RequestBox.Overdue]), $"{Addresses.AdviceRequests}?box=Overdue{mine}", counts[RequestBox.Overdue] > 0 ? "red" : "grey"),
                .. counts[RequestBox.PastTarget] == 0 ? Array.Empty<HomeTile>() : [new("Past local target", Text(counts[RequestBox.PastTarget]), $"{Addresses.AdviceRequests}?box=PastTarget{mine}", "amber", "Early information")],
                new($"Due in {TrafficLight.DueSoonDays} days", Text(counts[RequestBox.DueSoon]), $"{Addresses.AdviceRequests}?box=DueSoon{mine}", counts[RequestBox.DueSoon] > 0 ? "amber" : "grey"),
                new("On track", Text(counts[RequestBox.WithProfessionals]), $"{Addresses.AdviceRequests}?box=WithProfessionals{mine}", "blue"),
                new("Answered, being checked", Text(counts[RequestBox.ToCheck]), $"{Addresses.AdviceRequests}?box=ToCheck{mine}", "green"),
            ],
            Sections =
            [
                .. sentBack.Count == 0 ? Array.Empty<HomeSection>() : [HomeRows.Section("Sent back: more is needed", sentBack, today, "", $"{Addresses.AdviceRequests}?sentBack=true{mine}")],
                HomeRows.Section(isLead ? "To answer in your services" : "To answer", toAnswer, today,
                    "Nothing waits for you. When you are asked for advice you get an email, and the request is listed here.", Addresses.AdviceRequests + (isLead ? "" : "?holder=Mine")),
                HomeRows.Section(isLead ? "Nobody has these yet: assign them" : "Nobody in your service has these yet", unassigned, today,
                    "Every request to your service has somebody to answer it.", $"{Addresses.AdviceRequests}?holder=Unassigned", isLead ? r => Addresses.AdviceRequestPassOn(r.Id) : null),
                .. recent.Count == 0 ? Array.Empty<HomeSection>() : [HomeRows.Section("Answered in the last 14 days", recent, today, "", $"{Addresses.AdviceRequests}?box=ToCheck{mine}", null,
                    r => r.ReturnedOn is { } on ? $"Returned on {UkText.LongDate(on)}" : $"Answered on {UkText.LongDate(r.SubmittedOn!.Value)}")],
            ],
            Children = Math.Min(sentBack.Count, HomeRows.Most) + Math.Min(toAnswer.Count, HomeRows.Most) + Math.Min(unassigned.Count, HomeRows.Most) + Math.Min(recent.Count, HomeRows.Most),
        };
    }

    private static string Text(int count) => count.ToString("N0", UkText.Culture);
}
