using DcoPortal.Casework.Questions;

namespace DcoPortal.Web.Features.Questions.List;

/// <summary>The page of the list.</summary>
public sealed record QuestionListPage(ListPage<QuestionRow> List, bool Closed);

/// <summary>Every question in the person's scope.</summary>
[Area("Questions")]
public sealed class ListController(PortalDb db, QuestionRowsQuery query, AuditTrail audit) : Controller
{
    /// <summary>The open questions, or with show=closed the closed ones.</summary>
    [HttpGet("/questions"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Index(string? show, CancellationToken ct, int page = 1)
    {
        var closed = show == "closed";
        var list = await query.PageAsync(closed ? db.Questions.Settled(db) : db.Questions.Waiting(db), page, ct);
        if (list.Items.Count > 0) { await audit.RecordReadAsync(new ChildListRead("Questions", list.Items.Count, false), ct); }
        return View(new QuestionListPage(list, closed));
    }
}
