using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of the DCO service.</summary>
public sealed class DcoHomeQuery(PortalDb db, RequestListQuery list, TriageHomeQuery triage, UntoldFamiliesQuery untold, DraftsHomeQuery drafts, ImportsHomeQuery imports, SentCasesHomeQuery sent, CannotSignInQuery gone, CurrentPerson person, UkClock clock)
{
    private static readonly (RequestBox Box, string Colour)[] Tiles =
        [(RequestBox.ToSend, "blue"), (RequestBox.DueSoon, "amber"), (RequestBox.Overdue, "red"), (RequestBox.PastTarget, "amber"), (RequestBox.ToCheck, "plum")];

    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var all = db.AdviceRequests.AsNoTracking();
        var counts = await list.CountOpenAsync(all, ct);
        var cannot = await gone.FirstAsync(HomeRows.Most, ct);
        var again = await FirstAsync(all.In(RequestWork.NewAnswer, clock), ct, RequestListQuery.Wanted);
        var more = HomeRows.SectionIfAny("New answers asked for", again, RequestWork.NewAnswer.Address(), NewAnswer);
        // past the day by which the first was wanted they stand beside what else is late
        var isMoreLate = again.Rows is [{ WantedByOn: { } first }, ..] && first < clock.Today;
        return new HomePage
        {
            Today = clock.Today,
            Tiles = [.. Tiles.Select(t => HomeTile.Of(t.Box.Label(), counts[t.Box], $"{Addresses.AdviceRequests}?box={t.Box}", t.Colour))],
            Action = person.May(Permission.LogNotification) ? ("Log for an authority", Addresses.AssessmentsLog) : null,
            Sections =
            [
                .. HomeRows.SectionIfAny("The family may object: stop or keep", await FirstAsync(all.In(RequestWork.MayObject, clock), ct), RequestWork.MayObject.Address(), Doubtful),
                .. await IncidentsAsync(ct),
                .. HomeRows.SectionIfAny("Advice withdrawn, nothing in its place", await FirstAsync(all.In(RequestWork.NothingStands, clock), ct), RequestWork.NothingStands.Address(), Unsettled),
                .. await HeldByNobodyAsync(all, cannot, ct),
                await triage.SectionAsync(ct),
                .. HomeRows.SectionIfAny("To send", await FirstAsync(all.WithNobody(), ct), $"{Addresses.AdviceRequests}?box=ToSend", ToSend),
                HomeRows.Section("Overdue, not chased today", await FirstAsync(all.In(RequestWork.NotChasedToday, clock), ct), "No request is late, or each was chased today.", RequestWork.NotChasedToday.Address(), Late),
                // the tiles have counted them
                .. counts[RequestBox.PastTarget] == 0 ? [] : HomeRows.SectionIfAny("Early information past its local target", await FirstAsync(all.Where(clock.Light.In(RequestBox.PastTarget)), ct), $"{Addresses.AdviceRequests}?box=PastTarget", Late),
                .. isMoreLate ? more : [],
                .. person.May(Permission.MoveCases) ? await sent.SectionsAsync(ct) : [],
                .. person.May(Permission.LogNotification) ? await drafts.SectionsAsync(ct) : [],
                .. person.May(Permission.ImportNotifications) ? await imports.SectionsAsync(ct) : [],
                .. UntoldFamiliesQuery.Section(await untold.OfHealthAsync(ct)),
                HomeRows.Section("To check", await FirstAsync(all.Open().Where(r => r.Stage == RequestStage.ToCheck), ct), "No answer waits to be checked.", $"{Addresses.Check}?show=to-check",
                    r => Answered(r, Addresses.CheckAnswer(r.Id), "Check an answer", "Check")),
                HomeRows.Section("Ready to return", await FirstAsync(all.Open().Where(r => r.Stage == RequestStage.ToReturn), ct), "Nothing accepted waits to be returned.", $"{Addresses.Check}?show=to-return",
                    r => Answered(r, Addresses.AssessmentReturn(r.Reference), "Return an answer", "Return")),
                .. isMoreLate ? [] : more,
            ],
        };
    }

    private Task<FirstRequests> FirstAsync(IQueryable<AdviceRequest> requests, CancellationToken ct, string order = RequestListQuery.Pressing) => list.FirstAsync(requests, HomeRows.Most, ct, order);

    // information may reach somebody against the family's wish, so it comes before every date
    private HomeItem Doubtful(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        Href = Addresses.AdviceRequestSharing(r.Id),
        ToDo = "Stop or keep a request",
        Button = "Decide",
        AtOnce = true,
        Who = r.Place,
        WhoNote = $"The family may not want {HomeRows.Within(r.PlainName)}",
        Trouble = "The family may object",
    };

    private async Task<IEnumerable<HomeSection>> IncidentsAsync(CancellationToken ct)
    {
        var open = db.Incidents.AsNoTracking().Where(i => i.ClosedUtc == null);
        var first = await open.OrderByDescending(i => i.FoundOn).ThenByDescending(i => i.Id).Take(HomeRows.Most)
            .Select(i => new { i.Id, i.AssessmentReference, i.FoundOn, i.RecordedByName, Total = open.Count() }).ToListAsync(ct);
        if (first.Count == 0) { return []; }
        return [new HomeSection("Open incidents", [.. first.Select(i => new HomeItem(Addresses.Incident(i.Id), i.AssessmentReference, $"Found on {UkText.LongDate(i.FoundOn)}")
        {
            ToDo = "Record what was done",
            Button = "Open",
            Who = i.RecordedByName,
            WhoNote = $"Found on {UkText.LongDate(i.FoundOn)}",
            Since = i.FoundOn,
            AtOnce = true,
            Trouble = "Incident",
        })], "") { SeeAll = Addresses.Incidents, Total = first[0].Total }];
    }

    private async Task<IEnumerable<HomeSection>> HeldByNobodyAsync(IQueryable<AdviceRequest> all, HeldByNobody cannot, CancellationToken ct) => cannot.Total == 0 ? []
        : HomeRows.SectionIfAny(HomeRows.CannotSignIn, await FirstAsync(all.ToAnswer().Where(r => cannot.First.Contains(r.Id)), ct) with { Total = cannot.Total }, RequestWork.HeldByNobody.Address(), r => HomeRows.HeldByNobody(r, clock.Today));

    // no date runs any more, and no other list has it
    private HomeItem Unsettled(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        ToDo = $"Ask {HomeRows.Within(r.PlainName)} again, or somebody else",
        Button = "Open",
        AtOnce = true,
        Who = r.Place,
        WhoNote = r.Holder ?? "Nobody named",
        DueOn = null,
        LocalDueOn = null,
        Status = null,
        Since = null,
        Words = "No advice stands",
        Trouble = "Advice withdrawn",
    };

    private HomeItem NewAnswer(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        Href = Addresses.AdviceRequestChase(r.Id),
        ToDo = $"{MoreWords.Name(r.NextAnswer)} of {HomeRows.Within(r.PlainName)}",
        Button = "Chase",
        Who = r.Place,
        WhoNote = string.Join(", ", new[] { r.Holder ?? "Nobody named", r.Away ?? HomeRows.Promise(r) ?? (r.AnswerStands ? null : "what was returned is withdrawn") }.OfType<string>()),
    };

    private HomeItem ToSend(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        Href = Addresses.AssessmentRequestAdvice(r.Reference),
        ToDo = r.IsGivenBack ? "Choose another service" : $"Send to {HomeRows.Within(r.PlainName)}",
        Button = r.IsGivenBack ? "Choose" : "Send",
        Who = r.IsGivenBack ? $"Given back by {HomeRows.Within(r.PlainName)}" : "Prepared, not sent",
        WhoNote = r.Place,
        Trouble = r.IsGivenBack ? "Given back: ask somebody else" : null,
    };

    private HomeItem Late(RequestRow r) => HomeRows.Item(r, clock.Today) with
    {
        Href = Addresses.AdviceRequestChase(r.Id),
        ToDo = $"Chase {HomeRows.Within(r.PlainName)}",
        Button = "Chase",
        Who = r.Place,
        WhoNote = string.Join(", ", new[] { r.Holder ?? "Nobody named", r.Away ?? HomeRows.Promise(r) }.OfType<string>()),
    };

    private HomeItem Answered(RequestRow r, string href, string toDo, string button) => HomeRows.Item(r, clock.Today) with
    {
        Href = href,
        ToDo = toDo,
        Button = button,
        Since = r.SubmittedOn,
        Words = $"Answered on {UkText.LongDate(r.SubmittedOn!.Value)}",
    };
}
