using DcoPortal.Casework.Questions;

namespace DcoPortal.Web.Features.Questions.List;

/// <summary>The page of the list.</summary>
public sealed record QuestionListPage(ListPage<QuestionRow> List, bool Closed, QuestionLine? Line);

/// <summary>Every question in the person's scope.</summary>
[Area("Questions")]
public sealed class ListController(PortalDb db, QuestionRowsQuery query, CurrentPerson person, AuditTrail audit) : Controller
{
    /// <summary>The open questions, those of one line of somebody's work, or with show=closed the closed ones.</summary>
    [HttpGet("/questions"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Index(string? show, CancellationToken ct, int page = 1)
    {
        var closed = show == "closed";
        QuestionLine? line = Enum.TryParse<QuestionLine>(show, out var known) && Enum.IsDefined(known) ? known : null;
        var open = db.Questions.Waiting(db);
        var list = await query.PageAsync(closed ? db.Questions.Settled(db) : line is { } only ? open.In(only, QuestionSides.Of(person)) : open, page, ct);
        if (list.Items.Count > 0) { await audit.RecordReadAsync(new ChildListRead("Questions", list.Items.Count, false), ct); }
        return View(new QuestionListPage(list, closed, line));
    }
}
