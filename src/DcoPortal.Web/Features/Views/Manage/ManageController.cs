using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Views.Manage;

/// <summary>A person's own views of the lists: keeps one, renames it, lets a list open with it, deletes it.</summary>
[Area("Views"), Allow(Permission.UsePortal)]
public sealed class ManageController(SavedViewsQuery query, SavedViewsHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The views of one list, or of all.</summary>
    [HttpGet("/views")]
    public async Task<IActionResult> Index(string? list, CancellationToken ct) => View(await PageAsync(new SaveViewForm { List = list }, ct));

    /// <summary>Keeps the filters of a list under a name.</summary>
    [HttpPost("/views")]
    public async Task<IActionResult> Index(SaveViewForm form, CancellationToken ct)
    {
        if (Of(form.List) is not { } list || !ModelState.IsValid) { return View(await PageAsync(form, ct)); }
        var outcome = await handler.SaveAsync(list, form.Name.BlankToNull()!, form.Query, ct);
        return await this.AnswerOnFormAsync(outcome, () => this.Success($"View saved: {form.Name.BlankToNull()}", $"{list.Address}?{list.Clean(form.Query)}"), async () => View(await PageAsync(form, ct)));
    }

    /// <summary>Changes or deletes one view.</summary>
    [HttpPost("/views/{id:guid}")]
    public async Task<IActionResult> One(Guid id, string? name, string? action, string? list, CancellationToken ct)
    {
        var back = Of(list) is { } known ? $"{Addresses.Views}?list={known.Key}" : Addresses.Views;
        var outcome = action switch
        {
            "delete" => await handler.DeleteAsync(id, ct),
            "open-with" => await handler.OpenWithAsync(id, true, ct),
            "not-open-with" => await handler.OpenWithAsync(id, false, ct),
            _ => await handler.RenameAsync(id, name.BlankToNull(), ct),
        };
        return this.Answer(outcome, () => this.Success(action switch { "delete" => "View deleted", "open-with" => "The list opens with this view", "not-open-with" => "The list opens with everything", _ => "View renamed" }, back), refused: rule => this.Notice(rule, back));
    }

    private ViewList? Of(string? key) => ViewLists.Find(key) is { } list && person.May(list.Permission) ? list : null;

    private async Task<SaveViewForm> PageAsync(SaveViewForm form, CancellationToken ct)
    {
        var only = Of(form.List);
        foreach (var list in ViewLists.All.Where(l => person.May(l.Permission) && (only is null || l == only))) { form.Lists.Add((list, await query.OfAsync(list, ct))); }
        form.Asked = only;
        return form;
    }
}
