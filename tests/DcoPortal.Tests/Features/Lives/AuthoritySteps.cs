using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>What the authority does to the case: says what it knows, decides, corrects, moves.</summary>
internal static class AuthoritySteps
{
    private const string Form = "main form[method=post]";

    public static async Task<bool> AddReportAsync(Life life)
    {
        var browser = await life.AsAsync(life.Authority);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/add");
        if (page.Document.QuerySelector("main form[data-warns]") is null) { return false; }
        var known = await DocumentsAsync(life);
        await browser.SubmitAsync(page, "main form[data-warns]", [], [("Files", $"report {life.Said.Count}.pdf", SampleFiles.PdfPage($"BT /F1 12 Tf 56 780 Td (Report {life.Random.Next()}) Tj ET"))]);
        var added = (await DocumentsAsync(life)).Except(known).ToList();
        life.Promises.Documents.UnionWith(added);
        return added.Count > 0;
    }

    public static async Task<bool> NameAsync(Life life)
    {
        var browser = await life.AsAsync(life.Authority);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/add");
        if (page.Document.QuerySelector("main form[data-warns]") is null) { return false; }
        var (name, service) = life.Any<(string?, string?)>([("Gwen Pritchard", null), ("Joan Catterall", null), (null, "Community paediatrics"), ("Mrs Nobody Known", "Private therapy")]);
        var values = new Dictionary<string, string?> { ["Professionals[0].Name"] = name, ["Professionals[0].ServiceName"] = service };
        if (life.Chance(40)) { values["Professionals[0].FamilyAsked"] = "true"; }
        var named = await browser.SubmitAsync(page, "main form[data-warns]", values);
        life.Said.Add($"   {name} {service} {values.ContainsKey("Professionals[0].FamilyAsked")}: {string.Join(" ", named.Errors)}");
        return named.Errors.Count == 0;
    }

    public static async Task<bool> DecideAsync(Life life)
    {
        if ((await life.AssessmentAsync()) is not { Decision: null, Outcome: null }) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var values = Life.Day("DecidedOn", life.Today);
        values["Decision"] = nameof(AssessmentDecision.Assess);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/decision"), Form, values);
        life.Decided = (browser, page);
        return page.Errors.Count == 0;
    }

    public static async Task<bool> UndoAsync(Life life)
    {
        if (life.Decided is not { } decided || decided.Page.Document.QuerySelector("form[data-undo]") is null) { return false; }
        life.Decided = null;
        return (await decided.Browser.SubmitAsync(decided.Page, "form[data-undo]", [])).Text.Contains("Taken back", StringComparison.Ordinal);
    }

    public static async Task<bool> TakeBackAsync(Life life)
    {
        if ((await life.AssessmentAsync()) is { Decision: null, Outcome: null }) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/take-back");
        if (page.Document.QuerySelector(Form) is null || !page.Url.AbsolutePath.EndsWith("take-back", StringComparison.Ordinal)) { return false; }
        return (await browser.SubmitAsync(page, Form, new() { ["Reason"] = "It was another case" })).Errors.Count == 0;
    }

    public static async Task<bool> EndAsync(Life life)
    {
        if (life.Chance(60) || (await life.AssessmentAsync()).Outcome is not null) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var values = Life.Day("On", life.Today);
        values["Outcome"] = nameof(AssessmentOutcome.Withdrawn);
        return (await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/outcome"), Form, values)).Errors.Count == 0;
    }

    /// <summary>The slip of a few days that everybody makes: the decision, what health was asked on, or both.</summary>
    public static async Task<bool> CorrectDatesAsync(Life life)
    {
        var browser = await life.AsAsync(life.Chance(50) ? life.Authority : TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/correct-dates");
        if (page.Document.QuerySelector("main form [name='HealthReceivedOn.Day']") is null) { return false; }
        var day = life.Today.AddDays(-life.Random.Next(0, 9));
        var values = Life.Day("HealthReceivedOn", day);
        values["Reason"] = "The letter is stamped with another day";
        if (page.Document.QuerySelector("[name='ToldOn.Day']") is not null) { foreach (var (name, value) in Life.Day("ToldOn", day)) { values[name] = value; } }
        var check = await browser.SubmitAsync(page, "main form", values);
        if (check.Errors.Count > 0) { life.Said.Add($"   {string.Join(" ", check.Errors)}"); return false; }
        var done = await browser.SubmitAsync(check, "main form", []);
        life.Said.Add($"   health was asked on {day:d MMMM}: {string.Join(" ", done.Errors)}");
        if (done.Errors.Count > 0) { return false; }
        life.Promises.Due.Clear();
        life.Promises.HealthAskedOn = day;
        return true;
    }

    public static async Task<bool> TakeOutAsync(Life life)
    {
        if (life.Chance(50) || life.Promises.Documents.Count == 0) { return false; }
        var id = life.Any(life.Promises.Documents.ToList());
        var browser = await life.AsAsync(life.Authority);
        var page = await browser.GetAsync($"/documents/{id}/take-out");
        if (page.Document.QuerySelector("main form [name=Reason]") is null) { return false; }
        if ((await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "It is about another child" })).Errors.Count > 0) { return false; }
        life.Promises.Documents.Remove(id);
        life.Promises.TakenOut.Add(id);
        return true;
    }

    public static async Task<bool> PutBackAsync(Life life)
    {
        var browser = await life.AsAsync(life.Authority);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/add");
        if (page.Document.QuerySelector("button[formaction*='/put-back']") is not { } button) { return false; }
        var before = await OpenAsync(life, life.Promises.TakenOut);
        await browser.SubmitAsync(page, "#add", [], button: button.TextContent.Trim());
        var back = (await OpenAsync(life, life.Promises.TakenOut)).Except(before).ToList();
        life.Promises.TakenOut.ExceptWith(back);
        life.Promises.Documents.UnionWith(back);
        return back.Count > 0;
    }

    private static async Task<List<Guid>> OpenAsync(Life life, IEnumerable<Guid> of)
    {
        var open = new List<Guid>();
        var browser = await life.AsAsync(life.Authority);
        foreach (var id in of) { if ((await browser.GetAsync($"/documents/{id}")).Status == HttpStatusCode.OK) { open.Add(id); } }
        return open;
    }

    public static async Task<bool> MergeAsync(Life life)
    {
        var now = await life.AssessmentAsync();
        if (life.Chance(60) || now.Outcome is not null || life.Authority != TestWorld.Caseworker) { return false; }
        var other = await life.App.AssessmentAsync(decision: life.Chance(50) ? AssessmentDecision.Assess : null, surname: now.Child.LegalSurname, received: now.RequestReceivedOn);
        var browser = await life.AsAsync(life.Authority);
        var kept = life.Chance(50) ? life.Keys : other;
        var check = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/same-child?other={other.Reference}"), Form, new() { ["Decision"] = "merge", ["Keep"] = kept.Reference, ["Reason"] = "The school sent it twice" });
        if (check.Document.QuerySelector("form[action$='/merge']") is not null) { check = await browser.SubmitAsync(check, "form[action$='/merge']", []); }
        await using var db = life.App.Database();
        var twice = kept == other ? life.Keys : other;
        if (!await db.Assessments.AnyAsync(a => a.Id == twice.AssessmentId))
        {
            life.Said.Add($"   {life.Keys.Reference} and {other.Reference}, kept {kept.Reference}");
            if (life.Chance(30) && await UndoMergeAsync(life, browser, twice)) { return true; }
            life.GoesOnAs(kept, life.Authority);
            // of two days on which health was asked the earlier stands
            life.Promises.Due.Clear();
            life.Promises.HealthAskedOn = null;
            return true;
        }
        life.Said.Add($"   not merged: {string.Join(" ", check.Errors)}");
        return false;
    }

    private static async Task<bool> UndoMergeAsync(Life life, PortalBrowser browser, CaseKeys twice)
    {
        var page = await browser.GetAsync($"/assessments/{twice.Reference}");
        if (page.Document.QuerySelector("form[action$='/merged/undo']") is null) { return false; }
        var undone = await browser.SubmitAsync(page, "form[action$='/merged/undo']", []);
        await using var db = life.App.Database();
        life.Said.Add($"   undone: {string.Join(" ", undone.Errors)}");
        return await db.Assessments.AnyAsync(a => a.Id == twice.AssessmentId);
    }

    public static async Task<bool> MoveAsync(Life life)
    {
        if (life.Chance(60) || (await life.AssessmentAsync()).Outcome is not null || life.Authority != TestWorld.Caseworker) { return false; }
        await using var db = life.App.Database();
        var to = await db.LocalAuthorities.Where(a => a.Code == "890").Select(a => a.Id).SingleAsync();
        var browser = await life.AsAsync(life.Authority);
        var values = Life.Day("MovedOn", life.Today);
        (values["Where"], values["AuthorityId"], values["Reason"]) = ("authority", $"{to}", "The family moved");
        var check = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/move"), Form, values);
        if (check.Document.QuerySelector("form[action$='/confirm']") is null) { return false; }
        // whoever sends it has read whom the family leaves out
        await browser.SubmitAsync(check, "form[action$='/confirm']", check.Document.QuerySelector("input[name=WishRead]") is { } read ? new() { ["WishRead"] = read.GetAttribute("value") } : []);
        var transfer = await db.CaseTransfers.Where(t => t.FromId == life.Keys.AssessmentId).OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync();
        var other = await life.AsAsync(TestWorld.OtherCaseworker);
        if (life.Chance(30))
        {
            life.Said.Add("   sent back");
            await other.SubmitAsync(await other.GetAsync($"/moves/{transfer}/send-back"), Form, new() { ["Reason"] = "They live where they lived" });
            return (await life.AssessmentAsync()).Outcome is null;
        }
        var taking = Life.Day("On", life.Today.AddDays(-5));
        taking["StartedBy"] = nameof(DcoPortal.Domain.Statutory.ClockEvent.BecameResponsible);
        var taken = await other.SubmitAsync(await other.GetAsync($"/moves/{transfer}/take"), Form, taking);
        Assert.Equal([], taken.Errors);
        var now = await db.CaseTransfers.Where(t => t.Id == transfer).Select(t => t.ToId).SingleAsync();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == now);
        life.GoesOnAs(assessment.Keys, TestWorld.OtherCaseworker);
        life.Promises.Due.Clear();
        life.Promises.HealthAskedOn = null;
        // what was begun for the authority before stays to be read on its request
        life.Promises.Drafts.Clear();
        return true;
    }

    public static async Task<bool> WishAsync(Life life)
    {
        if (life.Chance(60) || (await life.AssessmentAsync()).Outcome is not null) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var (service, words) = life.Any<(Guid, string)>([(TestWorld.OccupationalTherapy, "Paediatric occupational therapy"), (TestWorld.SpeechTherapy, "Joan Catterall"), (TestWorld.Paediatrics, "Community paediatrics")]);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = words, ["SaidBy"] = "The mother, by phone" });
        if (page.Errors.Count > 0) { return false; }
        // a wish takes the place of the one before
        life.Promises.LeftOut.Clear();
        life.Promises.LeftOut[service] = life.App.Time.GetUtcNow().UtcDateTime;
        life.Said.Add($"   {words}");
        return true;
    }

    private static async Task<List<Guid>> DocumentsAsync(Life life)
    {
        await using var db = life.App.Database();
        return await db.Documents.Where(d => d.AssessmentId == life.Keys.AssessmentId && d.AdviceRequestId == null).Select(d => d.Id).ToListAsync();
    }
}
