using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>What the DCO service does: asks, closes, checks, returns, withdraws.</summary>
internal static class DcoSteps
{
    private const string Form = "main form[method=post]";

    public static async Task<bool> AskAsync(Life life)
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

    public static async Task<bool> TriageAsync(Life life)
    {
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/triage");
        if (page.All("input[name=references]").All(i => i.GetAttribute("value") != life.Keys.Reference)) { return false; }
        var sent = await browser.SubmitAsync(page, "form[action$='/triage/send']", new() { ["references"] = life.Keys.Reference });
        return sent.Text.Contains("sent.", StringComparison.Ordinal);
    }

    public static async Task<bool> NotAskedAsync(Life life)
    {
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/not-asked");
        var boxes = page.All("main form input[name$='.Reason']").Select(i => i.GetAttribute("name")!).ToList();
        if (boxes.Count == 0 || life.Chance(50)) { return false; }
        return (await browser.SubmitAsync(page, Form, new() { [life.Any(boxes)] = "Seen privately, the family knows" })).Errors.Count == 0;
    }

    public static async Task<bool> NoRequestAsync(Life life)
    {
        if ((await life.AssessmentAsync()) is not { Outcome: null, TriagedUtc: null } || life.Chance(50)) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/triage/{life.Keys.Reference}/no-request");
        if (page.Document.QuerySelector("main form [name=Reason]") is null) { return false; }
        return (await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Nothing is held in health" })).Errors.Count == 0;
    }

    public static async Task<bool> CloseAsync(Life life)
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

    public static async Task<bool> ReopenAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.Closed) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{request.Id}/reopen");
        if (page.Document.QuerySelector("main form [name=Reason]") is null) { return false; }
        var reopened = await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "It is needed after all" });
        life.Said.Add($"   {Life.NameOf(request.ServiceId)} {request.Kind}: {string.Join(" ", reopened.Errors)}");
        return reopened.Errors.Count == 0;
    }

    public static async Task<bool> SendAgainAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.GivenBack) is null) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/assessments/{life.Keys.Reference}/request-advice");
        if (page.All("button[formaction$='/send']").Count == 0) { return false; }
        await browser.SubmitAsync(page, "#ask", new() { ["CoveringNote"] = page.Find("#CoveringNote").TextContent }, button: page.All("button[formaction$='/send']")[0].TextContent.Trim());
        return true;
    }

    public static async Task<bool> AcceptAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.ToCheck) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync($"/check/{request.Id}"), "form[action$='/accept']", [], button: "return");
        var returned = (await life.RequestsAsync()).Any(r => r.Id == request.Id && r.Stage == RequestStage.Returned);
        if (returned && life.Promises.Submitted.Remove(request.Id, out var words)) { life.Promises.Returned[request.Id] = words; }
        return returned;
    }

    public static async Task<bool> SendBackAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.ToCheck) is not { } request) { return false; }
        var browser = await life.AsAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync($"/check/{request.Id}"), "form[action$='/accept']", new() { ["Comment"] = "Please say more" }, button: "Send back and next");
        var now = (await life.RequestsAsync()).Single(r => r.Id == request.Id);
        if (now.Stage == RequestStage.WithService && life.Promises.Submitted.Remove(request.Id, out var words)) { life.Promises.Drafts[request.ServiceId] = (request.Id, words); }
        return now.Stage == RequestStage.WithService;
    }

    public static async Task<bool> MoreAsync(Life life) => await ServiceSteps.AskMoreAsync(life, await life.AsAsync(TestWorld.Administrator));

    /// <summary>What a service that can't sign in sent to the mailbox.</summary>
    public static async Task<bool> RecordAsync(Life life)
    {
        var mine = (await life.RequestsAsync()).Where(r => r.Stage.IsToAnswer() && Life.ClinicianOf(r.ServiceId) is null).ToList();
        if (mine.Count == 0) { return false; }
        var request = life.Any(mine);
        return await ServiceSteps.AnswerAsync(life, await life.AsAsync(TestWorld.Administrator), request, new() { ["ReceivedBy"] = "email", ["ReceivedFrom"] = "The secretary" });
    }

    public static async Task<bool> WithdrawAsync(Life life)
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
}
