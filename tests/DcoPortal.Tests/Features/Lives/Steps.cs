using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>
/// What people do to a case, each through the page that they would use. A step that the case does not allow now does nothing; one that the
/// page refuses is said so and changes nothing.
/// </summary>
internal static class Steps
{
    private const string Form = "main form[method=post]";

    public static IReadOnlyList<(string Name, Func<Life, Task<bool>> Do)> All { get; } =
    [
        ("LA names somebody", NameAsync),
        ("LA names somebody", NameAsync),
        ("LA adds a report", AddReportAsync),
        ("LA decides to assess", DecideAsync),
        ("LA decides to assess", DecideAsync),
        ("LA takes back the last record", TakeBackAsync),
        ("LA presses Undo of the decision", UndoAsync),
        ("LA records that the request is withdrawn", EndAsync),
        ("LA merges another case of the child", MergeAsync),
        ("LA moves the case, and the other authority takes it", MoveAsync),
        ("DCO asks", AskAsync),
        ("DCO asks", AskAsync),
        ("DCO asks", AskAsync),
        ("DCO sends what is ticked in triage", TriageAsync),
        ("DCO sends what is ticked in triage", TriageAsync),
        ("DCO says why somebody is not asked", NotAskedAsync),
        ("DCO takes the case out of triage", NoRequestAsync),
        ("DCO closes a request", CloseAsync),
        ("DCO opens a request again", ReopenAsync),
        ("DCO sends what was given back again", SendAgainAsync),
        ("DCO accepts and returns", AcceptAsync),
        ("DCO accepts and returns", AcceptAsync),
        ("DCO sends an answer back", SendBackAsync),
        ("DCO withdraws what was returned", WithdrawAsync),
        ("LA records whom the family leaves out", WishAsync),
        ("clinician saves a draft", DraftAsync),
        ("clinician answers", AnswerAsync),
        ("clinician answers", AnswerAsync),
        ("clinician has no advice", NilAsync),
        ("clinician gives it back", GiveBackAsync),
    ];

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

    private static async Task<bool> NameAsync(Life life)
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

    private static async Task<bool> DecideAsync(Life life)
    {
        if ((await life.AssessmentAsync()) is not { Decision: null, Outcome: null }) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var values = Life.Day("DecidedOn", life.Today);
        values["Decision"] = nameof(AssessmentDecision.Assess);
        var page = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/decision"), Form, values);
        life.Decided = (browser, page);
        return page.Errors.Count == 0;
    }

    private static async Task<bool> UndoAsync(Life life)
    {
        if (life.Decided is not { } decided || decided.Page.Document.QuerySelector("form[data-undo]") is null) { return false; }
        life.Decided = null;
        return (await decided.Browser.SubmitAsync(decided.Page, "form[data-undo]", [])).Text.Contains("Taken back", StringComparison.Ordinal);
    }

    private static async Task<bool> TakeBackAsync(Life life)
    {
        if ((await life.AssessmentAsync()) is { Decision: null, Outcome: null }) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/take-back");
        if (page.Document.QuerySelector(Form) is null || !page.Url.AbsolutePath.EndsWith("take-back", StringComparison.Ordinal)) { return false; }
        return (await browser.SubmitAsync(page, Form, new() { ["Reason"] = "It was another case" })).Errors.Count == 0;
    }

    private static async Task<bool> EndAsync(Life life)
    {
        if (life.Chance(60) || (await life.AssessmentAsync()).Outcome is not null) { return false; }
        var browser = await life.AsAsync(life.Authority);
        var values = Life.Day("On", life.Today);
        values["Outcome"] = nameof(AssessmentOutcome.Withdrawn);
        return (await browser.SubmitAsync(await browser.GetAsync($"/assessments/{life.Keys.Reference}/outcome"), Form, values)).Errors.Count == 0;
    }

    private static async Task<bool> MergeAsync(Life life)
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
            life.GoesOnAs(kept, life.Authority);
            return true;
        }
        life.Said.Add($"   not merged: {string.Join(" ", check.Errors)}");
        return false;
    }

    private static async Task<bool> MoveAsync(Life life)
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
        var transfer = await db.CaseTransfers.Where(t => t.FromId == life.Keys.AssessmentId).Select(t => t.Id).SingleAsync();
        var other = await life.AsAsync(TestWorld.OtherCaseworker);
        var taking = Life.Day("On", life.Today.AddDays(-5));
        taking["StartedBy"] = nameof(DcoPortal.Domain.Statutory.ClockEvent.BecameResponsible);
        var taken = await other.SubmitAsync(await other.GetAsync($"/moves/{transfer}/take"), Form, taking);
        Assert.Equal([], taken.Errors);
        var now = await db.CaseTransfers.Where(t => t.Id == transfer).Select(t => t.ToId).SingleAsync();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == now);
        life.GoesOnAs(assessment.Keys, TestWorld.OtherCaseworker);
        life.Promises.Due.Clear();
        // what was begun for the authority before stays to be read on its request
        life.Promises.Drafts.Clear();
        return true;
    }

    private static async Task<bool> AskAsync(Life life)
    {
        if ((await life.AssessmentAsync()).Outcome is not null) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/request-advice");
        var offered = page.All("input[name=Ask]").Select(i => i.GetAttribute("value")!).ToList();
        if (offered.Count == 0) { return false; }
        var ticked = page.All("input[name=Ask][checked]").Select(i => i.GetAttribute("value")!).ToList();
        var ask = life.Chance(50) && ticked.Count > 0 ? ticked : offered.Where(_ => life.Chance(35)).ToList();
        if (ask.Count == 0) { ask = [life.Any(offered)]; }
        var confirmed = page.All("input[name=Confirmed]").Select(i => i.GetAttribute("value")!).Where(ask.Contains).Where(_ => life.Chance(50)).ToList();
        var family = ask.Where(_ => life.Chance(25)).Concat(page.All("input[name=Family][checked]").Select(i => i.GetAttribute("value")!)).Distinct().ToList();
        var later = life.Chance(35);
        var before = (await life.RequestsAsync()).Select(r => (r.Id, r.Stage)).ToHashSet();
        var sent = await browser.SubmitAsync(page, "#ask", new() { ["Ask"] = string.Join('\n', ask), ["Family"] = family.Count > 0 ? string.Join('\n', family) : null, ["Confirmed"] = confirmed.Count > 0 ? string.Join('\n', confirmed) : null, ["FoundOut"] = page.Document.QuerySelector("input[name=FoundOut]")?.GetAttribute("value"), ["CoveringNote"] = life.Chance(30) ? "Please read the report" : null }, button: later ? "later" : "send");
        var now = (await life.RequestsAsync()).Where(r => !before.Contains((r.Id, r.Stage))).ToList();
        foreach (var request in now.Where(r => !r.Stage.IsEnd()))
        {
            life.Promises.LetGo.Remove(request.ServiceId);
            if (confirmed.Count > 0) { life.Promises.LeftOut.Remove(request.ServiceId); }
            if (later || request.RequestedByFamily) { life.Promises.Chosen.Add(request.ServiceId); }
        }
        life.Said.Add($"   {(later ? "later" : "send")} {string.Join(" ", ask)}, family {string.Join(" ", family)}: {string.Join(" ", sent.Errors)} {string.Join(", ", now.Select(r => $"{Life.NameOf(r.ServiceId)} {r.Kind} {r.Stage}"))}");
        return now.Count > 0;
    }

    private static async Task<bool> TriageAsync(Life life)
    {
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/triage");
        if (page.All("input[name=references]").All(i => i.GetAttribute("value") != life.Keys.Reference)) { return false; }
        var sent = await browser.SubmitAsync(page, "form[action$='/triage/send']", new() { ["references"] = life.Keys.Reference });
        return sent.Text.Contains("sent.", StringComparison.Ordinal);
    }

    private static async Task<bool> NotAskedAsync(Life life)
    {
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/not-asked");
        var boxes = page.All("main form input[name$='.Reason']").Select(i => i.GetAttribute("name")!).ToList();
        if (boxes.Count == 0 || life.Chance(50)) { return false; }
        return (await browser.SubmitAsync(page, Form, new() { [life.Any(boxes)] = "Seen privately, the family knows" })).Errors.Count == 0;
    }

    private static async Task<bool> NoRequestAsync(Life life)
    {
        if ((await life.AssessmentAsync()) is not { Outcome: null, TriagedUtc: null } || life.Chance(50)) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/triage/{life.Keys.Reference}/no-request");
        if (page.Document.QuerySelector("main form [name=Reason]") is null) { return false; }
        return (await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Nothing is held in health" })).Errors.Count == 0;
    }

    private static async Task<bool> CloseAsync(Life life)
    {
        if (life.Chance(40) || await life.RequestInAsync(RequestStage.ToSend, RequestStage.WithService, RequestStage.GivenBack) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{request.Id}/close");
        if (page.Document.QuerySelector("main form [name=Why]") is null) { return false; }
        var why = life.Any(["elsewhere", "not-needed", "mistake"]);
        await browser.SubmitAsync(page, "main form", new() { ["Why"] = why, ["Reason"] = "As the service said" });
        var closed = (await life.RequestsAsync()).Any(r => r.Id == request.Id && r.Stage == RequestStage.Closed);
        if (closed)
        {
            life.Promises.LetGo.Add(request.ServiceId);
            life.Promises.Chosen.Remove(request.ServiceId);
        }
        life.Said.Add($"   {Life.NameOf(request.ServiceId)} {request.Kind} as {why}");
        return closed;
    }

    private static async Task<bool> ReopenAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.Closed) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{request.Id}/reopen");
        if (page.Document.QuerySelector("main form [name=Reason]") is null) { return false; }
        var reopened = await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "It is needed after all" });
        life.Said.Add($"   {Life.NameOf(request.ServiceId)} {request.Kind}: {string.Join(" ", reopened.Errors)}");
        return reopened.Errors.Count == 0;
    }

    private static async Task<bool> SendAgainAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.GivenBack) is null) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/request-advice");
        if (page.All("button[formaction$='/send']").Count == 0) { return false; }
        await browser.SubmitAsync(page, "#ask", new() { ["CoveringNote"] = page.Find("#CoveringNote").TextContent }, button: page.All("button[formaction$='/send']")[0].TextContent.Trim());
        return true;
    }

    private static async Task<bool> AcceptAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.ToCheck) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync($"/check/{request.Id}"), "form[action$='/accept']", [], button: "return");
        var returned = (await life.RequestsAsync()).Any(r => r.Id == request.Id && r.Stage == RequestStage.Returned);
        if (returned && life.Promises.Submitted.Remove(request.Id, out var words)) { life.Promises.Returned[request.Id] = words; }
        return returned;
    }

    private static async Task<bool> SendBackAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.ToCheck) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync($"/check/{request.Id}"), "form[action$='/accept']", new() { ["Comment"] = "Please say more" }, button: "Send back and next");
        var now = (await life.RequestsAsync()).Single(r => r.Id == request.Id);
        if (now.Stage == RequestStage.WithService && life.Promises.Submitted.Remove(request.Id, out var words)) { life.Promises.Drafts[request.ServiceId] = words; }
        return now.Stage == RequestStage.WithService;
    }

    private static async Task<bool> WithdrawAsync(Life life)
    {
        var mine = (await life.RequestsAsync()).Where(r => r.Stage is RequestStage.Returned or RequestStage.Reopened && life.Promises.Returned.ContainsKey(r.Id)).ToList();
        if (mine.Count == 0 || life.Chance(50)) { return false; }
        var request = life.Any(mine);
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{request.Id}/withdraw");
        if (page.All("input[name=What]") is not { Count: > 0 } choices) { return false; }
        // the last answer is the one that stands as current
        var values = Life.Day("FoundOn", life.Today);
        var next = page.Document.QuerySelector("input[name=Next][value=version]") is not null && life.Chance(60) ? "version" : "nothing";
        (values["What"], values["Reason"], values["Words"], values["Next"], values["AskWords"]) = (choices[^1].GetAttribute("value"), "WrongVersion", "A draft was attached", next, next == "version" ? "The final one" : "");
        var done = await browser.SubmitAsync(page, "form[action$='/withdraw']", values);
        if (done.Errors.Count > 0) { life.Said.Add($"   {string.Join(" ", done.Errors)}"); return false; }
        if (choices.Count == 1 && life.Promises.Returned.Remove(request.Id, out var words)) { life.Promises.Withdrawn.Add(words); }
        else { life.Promises.Returned.Remove(request.Id); }
        return true;
    }

    private static async Task<bool> WishAsync(Life life)
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

    private static async Task<bool> DraftAsync(Life life)
    {
        if (await ToAnswerAsync(life) is not { } mine) { return false; }
        var words = $"Draft {life.Random.Next()}";
        var page = await mine.Browser.GetAsync($"/advice-requests/{mine.Request.Id}/respond");
        var saved = await mine.Browser.SubmitAsync(page, "main form[enctype]", new() { ["Needs"] = words }, null, "draft");
        if (!saved.Text.Contains("Draft saved", StringComparison.Ordinal)) { return false; }
        life.Promises.Drafts[mine.Request.ServiceId] = words;
        return true;
    }

    private static async Task<bool> AnswerAsync(Life life)
    {
        if (await ToAnswerAsync(life) is not { } mine) { return false; }
        var words = $"Advice {life.Random.Next()}";
        var page = await mine.Browser.GetAsync($"/advice-requests/{mine.Request.Id}/respond");
        var check = await mine.Browser.SubmitAsync(page, "main form[enctype]", new() { ["Needs"] = words, ["Outcomes"] = "Will dress alone", ["Provision"] = "An hour each week" }, null, "check");
        if (check.Document.QuerySelector("main form[action$='/respond/check']") is null) { return false; }
        await mine.Browser.SubmitAsync(check, "main form[action$='/respond/check']", []);
        if ((await life.RequestsAsync()).Single(r => r.Id == mine.Request.Id).Stage != RequestStage.ToCheck) { return false; }
        life.Promises.Submitted[mine.Request.Id] = words;
        life.Promises.Drafts.Remove(mine.Request.ServiceId);
        life.Promises.Chosen.Remove(mine.Request.ServiceId);
        return true;
    }

    private static async Task<bool> NilAsync(Life life)
    {
        if (life.Chance(50) || await ToAnswerAsync(life) is not { } mine) { return false; }
        var page = await mine.Browser.GetAsync($"/advice-requests/{mine.Request.Id}/nil-return");
        var values = new Dictionary<string, string?> { ["Reason"] = nameof(ReplyCode.NotKnown), ["Note"] = "Not on our list" };
        if (page.Document.QuerySelector("[name=SetAside]") is not null) { values["SetAside"] = "true"; }
        await mine.Browser.SubmitAsync(page, Form, values);
        var nil = (await life.RequestsAsync()).Single(r => r.Id == mine.Request.Id).Stage == RequestStage.ToCheck;
        if (nil) { life.Promises.Drafts.Remove(mine.Request.ServiceId); life.Promises.Chosen.Remove(mine.Request.ServiceId); }
        return nil;
    }

    private static async Task<bool> GiveBackAsync(Life life)
    {
        if (life.Chance(40) || await ToAnswerAsync(life) is not { } mine) { return false; }
        var page = await mine.Browser.GetAsync($"/advice-requests/{mine.Request.Id}/give-back");
        var values = new Dictionary<string, string?> { ["Reason"] = "Seen by community nursing" };
        if (page.Document.QuerySelector("[name=SetAside]") is not null) { values["SetAside"] = "true"; }
        await mine.Browser.SubmitAsync(page, "main form", values);
        return (await life.RequestsAsync()).Single(r => r.Id == mine.Request.Id).Stage == RequestStage.GivenBack;
    }

    private static async Task<(AdviceRequest Request, PortalBrowser Browser)?> ToAnswerAsync(Life life)
    {
        var mine = (await life.RequestsAsync()).Where(r => r.Stage.IsToAnswer() && Life.ClinicianOf(r.ServiceId) is not null).ToList();
        if (mine.Count == 0) { return null; }
        var request = life.Any(mine);
        return (request, await life.AsAsync(Life.ClinicianOf(request.ServiceId)!));
    }

    private static async Task<List<Guid>> DocumentsAsync(Life life)
    {
        await using var db = life.App.Database();
        return await db.Documents.Where(d => d.AssessmentId == life.Keys.AssessmentId && d.AdviceRequestId == null).Select(d => d.Id).ToListAsync();
    }
}
