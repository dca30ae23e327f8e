using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of a local authority's caseworkers and managers.</summary>
public sealed class AuthorityHomeQuery(PortalDb db, RequestListQuery list, AuthorityCasesQuery cases, UntoldFamiliesQuery untold, DraftsHomeQuery drafts, ImportsHomeQuery imports, SentCasesHomeQuery sent, UkClock clock, CurrentPerson person)
{
    private const string ReturnedLately = "Answers from health in the last 14 days";

    /// <summary>The worklist.</summary>
    /// <param name="mine">One's own cases, the team's, or null for one's own when there are any.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<HomePage> PageAsync(bool? mine, CancellationToken ct)
    {
        var me = person.Scope.UserId;
        var whose = await WhoseAsync(mine, me, ct);
        Guid? of = whose.IsMine ? me : null;
        var requests = db.AdviceRequests.AsNoTracking();
        if (whose.IsMine) { requests = requests.Where(r => db.Assessments.Any(a => a.Id == r.AssessmentId && a.OwnerUserId == me)); }
        var owner = whose.IsMine ? "&owner=me" : "";
        var decisions = await cases.DecisionsAsync(of, ct);
        var plans = await cases.PlansAsync(of, ct);
        var toCorrect = person.May(Permission.RecordDecision) ? await cases.ToCorrectAsync(of, ct) : null;
        var unsent = await cases.PlansNotSentAsync(of, ct);
        var families = person.May(Permission.RecordDecision) ? await untold.OfAuthorityAsync(of, ct) : [];
        var late = await cases.HealthLateAsync(of, ct);
        var returned = await list.FirstAsync(requests.In(RequestWork.ReturnedLately, clock), HomeRows.Most, ct, "-returned");
        return new HomePage
        {
            Today = clock.Today,
            Whose = whose,
            Action = person.May(Permission.LogNotification) ? ("Log a notification", Addresses.AssessmentsLog) : null,
            Tiles =
            [
                HomeTile.Of("Decisions due", decisions.Total, decisions.SeeAll!, "amber"),
                HomeTile.Of("Plans due", plans.Total, plans.SeeAll!, "amber"),
                HomeTile.Of("Health advice late", late.Total, late.SeeAll!, "red"),
                HomeTile.Of("Answers in 14 days", returned.Total, $"#{HomeSection.IdOf(ReturnedLately)}", "green"),
            ],
            Sections =
            [
                .. person.May(Permission.MoveCases) ? await sent.SectionsAsync(ct) : [],
                .. person.May(Permission.LogNotification) ? await drafts.SectionsAsync(ct) : [],
                .. person.May(Permission.ImportNotifications) ? await imports.SectionsAsync(ct) : [],
                decisions,
                plans,
                .. UntoldFamiliesQuery.Section(families),
                .. toCorrect is { Total: > 0 } wrong ? [wrong] : Array.Empty<HomeSection>(),
                .. unsent.Total == 0 ? Array.Empty<HomeSection>() : [unsent],
                HomeRows.Section(ReturnedLately, returned, "No answer came from health in the last 14 days. You get an email when one does.", RequestWork.ReturnedLately.Address($"&sort=-returned{owner}"), Returned) with { Note = Newest(returned) },
                late,
                .. HomeRows.SectionIfAny("Early information past its local target", await list.FirstAsync(requests.Where(clock.Light.In(RequestBox.PastTarget)), HomeRows.Most, ct), $"{Addresses.AdviceRequests}?box=PastTarget{owner}", Awaited),
            ],
        };
    }

    private async Task<HomeWhose> WhoseAsync(bool? mine, Guid me, CancellationToken ct)
    {
        var open = db.Assessments.In(AssessmentMark.Open, db, clock.Today);
        var counts = await open.GroupBy(_ => 1).Select(g => new { Own = g.Count(a => a.OwnerUserId == me), Team = g.Count() }).SingleOrDefaultAsync(ct);
        var isMine = mine ?? counts?.Own > 0;
        return new(isMine, counts?.Own ?? 0, counts?.Team ?? 0, await open.OfNobody(db).CountAsync(ct));
    }

    private string? Newest(FirstRequests returned) => returned.Rows is [{ ReturnedOn: { } on }, ..]
        ? on == clock.Today ? "newest today" : $"newest {UkText.Days(clock.Today.DayNumber - on.DayNumber)} ago" : null;

    // health owes it: the authority may ask, but nothing waits for the authority
    private HomeItem Awaited(RequestRow r) => HomeRows.Item(r, clock.Today) with { Href = Addresses.Assessment(r.Reference) };

    // a nil return is no advice, and what was withdrawn stands no more
    private static string Answer(RequestRow r) => r switch
    {
        { AnswerStands: false } => $"Returned on {Day(r)}, and withdrawn since",
        { IsNilReturned: true } => $"Nil return passed on, {Day(r)}: no advice to give",
        { Kind: AdviceKind.EarlyInformation } => $"Early information returned on {Day(r)}",
        _ => $"Advice returned on {Day(r)}",
    };

    private static string Day(RequestRow r) => UkText.LongDate(r.ReturnedOn!.Value);

    private HomeItem Returned(RequestRow r) => Awaited(r) with { Words = Answer(r), Since = r.ReturnedOn };
}
