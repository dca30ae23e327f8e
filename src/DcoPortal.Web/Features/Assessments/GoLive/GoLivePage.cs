using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Notifications.Importing.Reading;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.GoLive;

/// <summary>How far one authority is.</summary>
/// <param name="Name">The authority.</param>
/// <param name="Users">How many of its people may sign in.</param>
/// <param name="Open">Its open cases.</param>
/// <param name="Awaited">Requests of these that services have not answered.</param>
/// <param name="Returned">Answers that were returned.</param>
public sealed record AuthorityReady(string Name, int Users, int Open, int Awaited, int Returned);

/// <summary>What a board has in the portal before it goes live, and its tracker to import.</summary>
public sealed class GoLivePage
{
    /// <summary>The tracker as chosen.</summary>
    [Display(Name = "Your tracker: Excel workbook or CSV file")]
    public IFormFile? File { get; set; }

    /// <summary>Services in the directory.</summary>
    [BindNever]
    public int Services { get; set; }

    /// <summary>Professionals in the directory.</summary>
    [BindNever]
    public int Professionals { get; set; }

    /// <summary>The board's authorities.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<AuthorityReady> Authorities { get; set; } = [];
}

internal sealed class GoLivePageValidator : AbstractValidator<GoLivePage>
{
    public GoLivePageValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("Choose your tracker");
        RuleFor(f => f.File!.Length).LessThanOrEqualTo(SpreadsheetText.MostBytes).When(f => f.File is not null)
            .OverridePropertyName(nameof(GoLivePage.File)).WithMessage($"The file is larger than {SpreadsheetText.MostBytes / 1024 / 1024} MB: split it into smaller files.");
    }
}

/// <summary>Reads how far a board is: five queries, however much it has.</summary>
public sealed class GoLiveQuery(PortalDb db, PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Fills the page in.</summary>
    public async Task<GoLivePage> FillAsync(GoLivePage page, CancellationToken ct)
    {
        page.Services = await db.Services.CountAsync(s => s.IsActive && s.IcbId == scope.IcbId, ct);
        page.Professionals = await db.Professionals.CountAsync(p => p.IsActive && p.IcbId == scope.IcbId, ct);
        var authorities = await db.LocalAuthorities.OfBoard(db, scope.IcbId).OrderBy(a => a.Name).Select(a => new
        {
            a.Id,
            a.Name,
            Open = db.Assessments.Count(x => x.LocalAuthorityId == a.Id && x.Outcome == null && (x.Decision == null || x.Decision == AssessmentDecision.Assess)),
            Awaited = db.AdviceRequests.Count(r => r.LocalAuthorityId == a.Id && r.Stage == RequestStage.WithService),
            Returned = db.AdviceRequests.Count(r => r.LocalAuthorityId == a.Id && r.Stage == RequestStage.Returned),
        }).ToListAsync(ct);
        // how many people an authority has signed up is no secret of theirs; who they are is
        await using var all = databases.Create(AccessScope.System);
        List<Guid> ids = [.. authorities.Select(a => a.Id)];
        var users = await all.Users.Where(u => u.DisabledUtc == null && u.LocalAuthorityId != null && ids.Contains(u.LocalAuthorityId.Value)).GroupBy(u => u.LocalAuthorityId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        page.Authorities = [.. authorities.Select(a => new AuthorityReady(a.Name, users.GetValueOrDefault(a.Id), a.Open, a.Awaited, a.Returned))];
        return page;
    }
}
