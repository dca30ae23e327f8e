using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of a clinician or a service lead.</summary>
public sealed class ServiceHomeQuery(PortalDb db, RequestListQuery list, CannotSignInQuery gone, UkClock clock)
{
    private bool IsLead => db.Scope.WholeService;

    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var me = db.Scope.ProfessionalId;
        var all = db.AdviceRequests.AsNoTracking();
        var held = IsLead ? all.Where(r => r.ProfessionalId != null) : all.Where(r => r.ProfessionalId == me);
        var cannot = IsLead ? await gone.FirstAsync(HomeRows.Most, ct) : new([], 0);
        var mine = IsLead ? "" : "&holder=Mine";
        return new HomePage
        {
            Today = clock.Today,
            // a tile counts what its list shows: a lead's list has those that nobody has yet
            Tiles = TilesOf(await list.CountOpenAsync(IsLead ? all : held, ct), mine),
            Sections =
            [
                .. HomeRows.SectionIfAny("More is needed", await FirstAsync(held.In(RequestWork.MoreNeeded, clock), ct), RequestWork.MoreNeeded.Address(mine),
                    More),
                HomeRows.Section(IsLead ? "To answer in your services" : "To answer", await FirstAsync(held.In(RequestWork.ToAnswer, clock), ct),
                    "Nothing waits for you. When you are asked for advice you get an email, and the request is listed here.", RequestWork.ToAnswer.Address(mine), Held),
                HomeRows.Section(IsLead ? "Nobody has these yet: assign them" : "Nobody in your service has these yet", await FirstAsync(all.In(RequestWork.WithNobodyYet, clock), ct),
                    "Every request to your service has somebody to answer it.", RequestWork.WithNobodyYet.Address(), Free),
                .. cannot.Total == 0 ? [] : HomeRows.SectionIfAny(HomeRows.CannotSignIn, await FirstAsync(held.In(RequestWork.HeldByNobody, clock).Where(r => cannot.First.Contains(r.Id)), ct) with { Total = cannot.Total }, RequestWork.HeldByNobody.Address(), r => HomeRows.HeldByNobody(r, clock.Today)),
                .. HomeRows.SectionIfAny("Answered in the last 14 days", await FirstAsync(held.In(RequestWork.AnsweredLately, clock), ct), RequestWork.AnsweredLately.Address(mine), Answered),
            ],
        };
    }

    private static IReadOnlyList<HomeTile> TilesOf(Dictionary<RequestBox, int> counts, string mine)
    {
        HomeTile Tile(string label, RequestBox box, string colour, string? note = null) => HomeTile.Of(label, counts[box], $"{Addresses.AdviceRequests}?box={box}{mine}", colour, note);
        return
        [
            Tile("Overdue", RequestBox.Overdue, "red"),
            .. counts[RequestBox.PastTarget] == 0 ? Array.Empty<HomeTile>() : [Tile("Past local target", RequestBox.PastTarget, "amber", "Early information")],
            Tile($"Due in {TrafficLight.DueSoonDays} days", RequestBox.DueSoon, "amber"),
            Tile("On track", RequestBox.WithProfessionals, "blue"),
            .. counts[RequestBox.NoDate] == 0 ? Array.Empty<HomeTile>() : [Tile("No date running", RequestBox.NoDate, "grey", "Asked for again by a local date, or the case ended")],
            Tile("Answered, being checked", RequestBox.ToCheck, "green"),
        ];
    }

    private Task<FirstRequests> FirstAsync(IQueryable<AdviceRequest> requests, CancellationToken ct) => list.FirstAsync(requests, HomeRows.Most, ct);

    // who holds it writes it; a lead sees that it is written
    private HomeItem Held(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        ToDo = $"{(IsLead ? "Get" : "Write")} {(r.IsLocalTarget ? "early information" : "advice")}",
        Button = "Open",
        Who = IsLead ? r.Holder : "You",
        WhoNote = HomeRows.Promise(r) ?? r.Service,
    };

    // it waits since more was asked for, not since it was asked first
    private HomeItem More(RequestRow r)
    {
        var item = Held(r);
        return item with { ToDo = r.IsReopened ? $"{MoreWords.Name(r.NextAnswer)}: more is needed" : "Answer again: more is needed", Since = r.IsReopened ? item.Since : r.MoreAskedOn ?? item.Since };
    }

    // a lead assigns it, a clinician may take it
    private HomeItem Free(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        Href = IsLead ? Addresses.AdviceRequestPassOn(r.Id) : Addresses.AdviceRequest(r.Id),
        ToDo = IsLead ? "Assign a request" : "Take a request",
        Button = IsLead ? "Assign" : "Open",
        Who = "Nobody yet",
        WhoNote = r.Service,
    };

    private HomeItem Answered(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        Since = r.SubmittedOn,
        Words = r.ReturnedOn is { } on ? $"Returned on {UkText.LongDate(on)}" : $"Answered on {UkText.LongDate(r.SubmittedOn!.Value)}",
    };
}
