using DcoPortal.Casework.Requests;

namespace DcoPortal.Web.Features.Directory.Teams;

/// <summary>The teams that the board usually asks. A team is made where advice is requested, from what is ticked.</summary>
[Area("Directory")]
public sealed class TeamsController(UsualTeams teams, AskableDirectoryQuery directories) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/directory/teams"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var directory = await directories.LoadAsync(ct);
        return View((IReadOnlyList<TeamRow>)[.. (await teams.ListAsync(ct)).Select(t =>
            new TeamRow(t.Id, t.Name, [.. t.Tokens.Select(k => directory.Parse(k) is { } m ? $"{directory.PlaceOf(m)}{(directory.CanBeAsked(m) ? "" : " (no longer asked: tick whom to ask instead, and keep the team again)")}" : "No longer in the directory")]))]);
    }

    /// <summary>One team's name, and the button that removes it.</summary>
    [HttpGet("/directory/teams/{id:guid}"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Team(Guid id, CancellationToken ct) =>
        (await teams.ListAsync(ct)).Find(t => t.Id == id) is { } team ? View(new TeamForm { Id = id, Name = team.Name, Version = team.Version }) : NotFound();

    /// <summary>Gives the team another name.</summary>
    [HttpPost("/directory/teams/{id:guid}"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Team(Guid id, TeamForm form, CancellationToken ct) =>
        await this.AnswerOnFormAsync(await teams.RenameAsync(id, form.Name, form.Version, ct), () => this.Success("The team has its new name", Addresses.DirectoryTeams), () => Task.FromResult<IActionResult>(View(form)));

    /// <summary>Removes the team.</summary>
    [HttpPost("/directory/teams/{id:guid}/remove"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Remove(Guid id, CancellationToken ct) =>
        this.Answer(await teams.RemoveAsync(id, ct), () => this.Success("The team is removed. Requests that were made with it stay", Addresses.DirectoryTeams));
}

/// <summary>A team and its members in words.</summary>
public sealed record TeamRow(Guid Id, string Name, IReadOnlyList<string> Members);

/// <summary>A team's name, as typed.</summary>
public sealed class TeamForm
{
    public Guid Id { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Name of the team")]
    public string? Name { get; set; }

    /// <summary>The version that the form was made from.</summary>
    public Guid Version { get; set; }
}
