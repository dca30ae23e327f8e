using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>What a clinician or a lead does with what their service is asked.</summary>
internal static class ServiceSteps
{
    private const string Form = "main form[method=post]";

    public static async Task<bool> DraftAsync(Life life)
    {
        if (await ToAnswerAsync(life) is not { } mine) { return false; }
        var words = $"Draft {life.Random.Next()}";
        var page = await mine.Browser.GetAsync($"/advice-requests/{mine.Request.Id}/respond");
        var saved = await mine.Browser.SubmitAsync(page, "main form[enctype]", new() { ["Needs"] = words }, null, "draft");
        if (!saved.Text.Contains("Draft saved", StringComparison.Ordinal)) { return false; }
        life.Promises.Drafts[mine.Request.ServiceId] = (mine.Request.Id, words);
        return true;
    }

    public static async Task<bool> AnswerAsync(Life life) =>
        await ToAnswerAsync(life) is { } mine && await AnswerAsync(life, mine.Browser, mine.Request, []);

    /// <summary>The whole answer, by its service or by the DCO service for it.</summary>
    public static async Task<bool> AnswerAsync(Life life, PortalBrowser browser, AdviceRequest request, Dictionary<string, string?> from)
    {
        var words = $"Advice {life.Random.Next()}";
        var page = await browser.GetAsync($"/advice-requests/{request.Id}/respond");
        var check = await browser.SubmitAsync(page, "main form[enctype]", new() { ["Needs"] = words, ["Outcomes"] = "Will dress alone", ["Provision"] = "An hour each week" }, null, "check");
        if (check.Document.QuerySelector("main form[action$='/respond/check']") is null) { return false; }
        await browser.SubmitAsync(check, "main form[action$='/respond/check']", from);
        if ((await life.RequestsAsync()).Single(r => r.Id == request.Id).Stage != RequestStage.ToCheck) { return false; }
        life.Promises.Submitted[request.Id] = words;
        foreach (var (service, draft) in life.Promises.Drafts.ToList()) { if (draft.Request == request.Id) { life.Promises.Drafts.Remove(service); } }
        life.Promises.Drafts.Remove(request.ServiceId);
        life.Promises.Chosen.Remove(request.ServiceId);
        return true;
    }

    public static async Task<bool> MoreAsync(Life life)
    {
        if (await life.RequestInAsync(RequestStage.Returned) is not { } request || Life.ClinicianOf(request.ServiceId) is not { } clinician) { return false; }
        return await AskMoreAsync(life, await life.AsAsync(clinician));
    }

    /// <summary>Begins a new version of what was returned, or something to stand beside it.</summary>
    public static async Task<bool> AskMoreAsync(Life life, PortalBrowser browser)
    {
        if (life.Chance(30) || await life.RequestInAsync(RequestStage.Returned) is not { } request) { return false; }
        var page = await browser.GetAsync($"/advice-requests/{request.Id}/more");
        if (page.Document.QuerySelector("form[action$='/more']") is null) { return false; }
        var kind = life.Any(["Version", "Addendum"]);
        await browser.SubmitAsync(page, "form[action$='/more']", new() { ["Kind"] = kind, ["What"] = "Say how often" });
        life.Said.Add($"   {Life.NameOf(request.ServiceId)} {kind}");
        return (await life.RequestsAsync()).Single(r => r.Id == request.Id).Stage != RequestStage.Returned;
    }

    /// <summary>Everybody of speech therapy is away for two days; paediatrics covers.</summary>
    public static async Task<bool> CoverAsync(Life life)
    {
        if (life.Chance(60)) { return false; }
        var lead = await life.AsAsync(TestWorld.OtherLead);
        var values = Life.Day("AwayFrom", life.Today);
        foreach (var (name, value) in Life.Day("AwayUntil", life.Today.AddDays(2))) { values[name] = value; }
        values["CoverId"] = $"{TestWorld.Paediatrics}";
        return (await lead.SubmitAsync(await lead.GetAsync($"/cover/services/{TestWorld.SpeechTherapy}"), Form, values)).Errors.Count == 0;
    }

    public static async Task<bool> NilAsync(Life life)
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

    public static async Task<bool> GiveBackAsync(Life life)
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
}
