using System.Net;
using DcoPortal.Domain.Notes;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Notes;

public sealed class NoteTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static Dictionary<string, string?> Fields(string text, string readers, DateOnly? on = null) => new()
    {
        ["Text"] = text,
        ["Readers"] = readers,
        ["RemindOn.Day"] = $"{on?.Day}",
        ["RemindOn.Month"] = $"{on?.Month}",
        ["RemindOn.Year"] = $"{on?.Year}",
    };

    private static string Form(Page page) => $"form[action='{page.Url.AbsolutePath}']";

    private static async Task<Page> WriteAsync(PortalBrowser browser, string reference, string text, string readers, DateOnly? on = null)
    {
        var page = await browser.GetAsync($"/assessments/{reference}/notes");
        return await browser.SubmitAsync(page, Form(page), Fields(text, readers, on));
    }

    private async Task<CaseNote> OneAsync()
    {
        await using var db = _app.Database();
        return await db.Notes.AsNoTracking().SingleAsync();
    }

    [Fact]
    public async Task A_form_says_who_will_read_and_that_the_family_can_ask_for_it()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync($"/assessments/{keys.Reference}/notes");
        var wrong = await browser.SubmitAsync(page, Form(page), Fields(" ", "", new DateOnly(2026, 11, 1)));

        Assert.Contains("Your team at Lancashire County Council", page.Text, StringComparison.Ordinal);
        Assert.Contains("The family can ask for a copy", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Write the note", "Select who will read it", "The day to be reminded must be today or later"], wrong.Errors);
    }

    [Fact]
    public async Task A_note_is_read_by_its_writer_or_team_and_by_no_other_organisation()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await WriteAsync(browser, keys.Reference, "Rang twice, no answer", "you");
        await WriteAsync(browser, keys.Reference, "Panel moved to Tuesday", "team");

        var own = await browser.GetAsync($"/assessments/{keys.Reference}");
        var colleague = await (await _app.SignInAsync(TestWorld.Manager)).GetAsync($"/assessments/{keys.Reference}");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var theirs = await dco.GetAsync($"/assessments/{keys.Reference}");
        var activity = await dco.GetAsync($"/assessments/{keys.Reference}/activity");

        Assert.Contains("Rang twice, no answer", own.Text, StringComparison.Ordinal);
        Assert.Contains("Only you read it", own.Text, StringComparison.Ordinal);
        Assert.Contains("Panel moved to Tuesday", colleague.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rang twice", colleague.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Panel moved", theirs.Text, StringComparison.Ordinal);
        // that there is a note is the authority's own matter too
        Assert.DoesNotContain("Note written", activity.Text, StringComparison.Ordinal);
        Assert.Contains("Note written", (await browser.GetAsync($"/assessments/{keys.Reference}/activity")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/assessments/{keys.Reference}/notes")).Status);
        await using var db = _app.Database();
        Assert.DoesNotContain(await db.AuditEntries.ToListAsync(), e => $"{e.Sentence}{e.Before}{e.After}{e.Reason}".Contains("Panel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_writer_changes_and_deletes_it_and_a_colleague_does_neither()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await WriteAsync(browser, keys.Reference, "First", "team");
        var note = await OneAsync();
        var colleague = await _app.SignInAsync(TestWorld.Dco);

        var read = await colleague.GetAsync($"/notes/{note.Id}");
        Assert.Contains("Only Priya Nair can change or delete it.", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.All("textarea"));
        var form = await browser.GetAsync($"/notes/{note.Id}");
        await browser.SubmitAsync(form, Form(form), Fields("Second", "you"));
        Assert.Equal(("Second", false), ((await OneAsync()).Text, (await OneAsync()).IsForTeam));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/notes/{note.Id}")).Status);
        await browser.SubmitAsync(await browser.GetAsync($"/notes/{note.Id}/delete"), $"form[action='/notes/{note.Id}/delete']", []);

        await using var db = _app.Database();
        Assert.Empty(await db.Notes.ToListAsync());
        Assert.Equal(["NoteWritten", "NoteChanged", "NoteDeleted"], await db.AuditEntries.Where(e => e.Fact.StartsWith("Note") && !e.Fact.StartsWith("Notif")).OrderBy(e => e.Id).Select(e => e.Fact).ToListAsync());
    }

    [Fact]
    public async Task A_reminder_stands_in_your_work_from_its_day_until_it_is_done()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await WriteAsync(browser, keys.Reference, "Ring the school", "team", new DateOnly(2026, 11, 23));
        Assert.DoesNotContain("Ring the school", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        _app.Time.Set(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));

        var manager = await _app.SignInAsync(TestWorld.Manager);
        var home = await manager.GetAsync("/");
        var administrator = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/");
        var note = await OneAsync();
        var notes = await manager.GetAsync($"/assessments/{keys.Reference}/notes");
        await manager.SubmitAsync(notes, "form#write", [], button: notes.Find($"button[formaction='/notes/{note.Id}/done']").TextContent.Trim());

        Assert.Contains("Reminders (1)", home.Text, StringComparison.Ordinal);
        Assert.Contains("Ring the school", home.Find(".dco-first").TextContent, StringComparison.Ordinal);
        Assert.Contains("Reminder for today", home.Find(".dco-first").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring the school", administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring the school", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal("Mohammed Iqbal", (await OneAsync()).DoneByName);
    }

    [Fact]
    public async Task A_note_changed_in_another_window_is_not_overwritten_unseen()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await WriteAsync(browser, keys.Reference, "Rang mother, no answer", "team");
        var path = $"/notes/{(await OneAsync()).Id}";
        var old = await browser.GetAsync(path);
        await browser.SubmitAsync(await browser.GetAsync(path), $"form[action='{path}']", Fields("She rang back: grandfather must not be told", "team"));

        var late = await browser.SubmitAsync(old, $"form[action='{path}']", Fields("Try again Tuesday", "team"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("grandfather must not be told", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal("She rang back: grandfather must not be told", (await OneAsync()).Text);
        await browser.SubmitAsync(late, $"form[action='{path}']", Fields("She rang back: grandfather must not be told. Try again Tuesday", "team"));
        Assert.EndsWith("Try again Tuesday", (await OneAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_is_sent_once_more_with_other_words_says_the_other_words()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/notes");
        await browser.SubmitAsync(page, Form(page), Fields("Rang twise", "team"));

        await browser.SubmitAsync(page, Form(page), Fields("Rang twice, and the aunt answered", "team"));

        Assert.Equal("Rang twice, and the aunt answered", (await OneAsync()).Text);
    }
}
