using DcoPortal.Web.Parts.Emails;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Reads the worklist of the person's role.</summary>
public sealed class HomeQuery(CurrentPerson person, UkClock clock, ServiceHomeQuery service, DcoHomeQuery dco, AuthorityHomeQuery authority, AdministrationHomeQuery administration, BoardMemberHomeQuery board, EscalationWorklistQuery escalations, UndeliveredEmailsQuery undelivered, QuestionHomeQuery questions, AllNilWorklistQuery allNil, RemindersQuery reminders, OpenedQuery opened)
{
    private const string Undelivered = $"{Addresses.AdminEmails}?status=undelivered";

    /// <summary>The worklist.</summary>
    /// <param name="mine">One's own cases, the team's, or null for one's own when there are any.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<HomePage> PageAsync(bool? mine, CancellationToken ct)
    {
        var page = await RolePageAsync(mine, ct);
        // undelivered emails come first, because the sender believes that the recipient was told
        var emails = await undelivered.SectionAsync(person.May(Permission.ViewEmails) ? Undelivered : null, ct);
        var (ours, theirs) = person.May(Permission.DiscussAssessment) ? await questions.SectionsAsync(ct) : ([], []);
        var noAdvice = person.May(Permission.CheckAdvice) ? await allNil.SectionAsync(ct) : [];
        var due = person.May(Permission.KeepNotes) ? await reminders.SectionAsync(ct) : [];
        return page with
        {
            Sections = [.. emails, .. noAdvice, .. ours, .. due, .. page.Sections, .. theirs],
            Tiles = [.. page.Tiles, .. Tile("Questions", ours, Addresses.Questions, "blue"), .. person.May(Permission.ViewEmails) ? Tile("Failed emails", emails, Undelivered, "red") : []],
            Opened = OpensRecords ? await opened.LastAsync(ct) : [],
            LinksChildren = person.May(Permission.ViewAssessments),
        };
    }

    private bool OpensRecords => person.Scope.Kind is ScopeKind.HealthService or ScopeKind.DcoService or ScopeKind.LocalAuthority;

    private static IEnumerable<HomeTile> Tile(string label, IReadOnlyList<HomeSection> sections, string href, string colour) =>
        sections.Count == 0 ? [] : [HomeTile.Of(label, sections.Sum(s => s.Total), href, colour)];

    private async Task<HomePage> RolePageAsync(bool? mine, CancellationToken ct) => person.Scope.Kind switch
    {
        ScopeKind.HealthService => await WithEscalationsAsync(await service.PageAsync(ct), ct),
        ScopeKind.DcoService => await WithEscalationsAsync(await dco.PageAsync(ct), ct),
        ScopeKind.LocalAuthority => await authority.PageAsync(mine, ct),
        ScopeKind.Administration => await administration.PageAsync(ct),
        ScopeKind.FiguresOnly => await board.PageAsync(ct),
        _ => new HomePage { Today = clock.Today },
    };

    // escalations come before the role's own sections, because a colleague waits for this person's answer
    private async Task<HomePage> WithEscalationsAsync(HomePage page, CancellationToken ct) =>
        page with { Sections = [.. await escalations.SectionsAsync(ct), .. page.Sections] };
}
