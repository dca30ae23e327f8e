using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Jobs;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What the tests of escalations do again and again.</summary>
internal static class EscalationSteps
{
    public static async Task<Guid> UserAsync(this PortalApp app, string email)
    {
        await using var db = app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    /// <summary>Puts a request before somebody by the page.</summary>
    public static async Task<Guid> EscalateAsync(this PortalApp app, string by, Guid request, string to)
    {
        var browser = await app.SignInAsync(by);
        var page = await browser.GetAsync($"/advice-requests/{request}/escalate");
        var done = await browser.SubmitAsync(page, "main form", new() { ["To"] = (await app.UserAsync(to)).ToString(), ["Reason"] = "Two calls unanswered" });
        Assert.Equal($"/advice-requests/{request}", done.Url.AbsolutePath);
        await using var db = app.Database();
        return await db.Escalations.Where(e => e.AdviceRequestId == request).OrderByDescending(e => e.RaisedUtc).ThenByDescending(e => e.Id).Select(e => e.Id).FirstAsync();
    }

    public static async Task<Guid> RequestToTherapyAsync(this PortalApp app) => await app.RequestAsync(await app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);

    public static Task DisableAsync(this PortalApp app, string email) => app.ChangeUserAsync(email, u => u.DisabledUtc = app.Time.GetUtcNow().UtcDateTime);

    public static async Task ChangeUserAsync(this PortalApp app, string email, Action<PortalUser> change)
    {
        await using var db = app.Database();
        change(await db.Users.SingleAsync(u => u.Email == email));
        await db.SaveChangesAsync();
    }

    /// <summary>The person works in another service from now on.</summary>
    public static async Task MoveAsync(this PortalApp app, string email, Guid service)
    {
        var id = await app.UserAsync(email);
        await using var db = app.Database();
        db.UserServices.RemoveRange(db.UserServices.Where(s => s.UserId == id));
        db.UserServices.Add(new UserService { UserId = id, ServiceId = service });
        await db.SaveChangesAsync();
    }

    /// <summary>What the work of a morning did for escalations.</summary>
    public static async Task<int> MorningAsync(this PortalApp app, string utc)
    {
        var now = DateTime.SpecifyKind(DateTime.ParseExact(utc, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        app.Time.Set(now);
        await app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await using var db = app.Database();
        return await db.Jobs.Where(j => j.Name == "escalation-reminders" && j.LastDoneUtc == now).Select(j => j.LastCount).SingleOrDefaultAsync();
    }

    public static async Task<List<string>> SentToAsync(this PortalApp app, string template)
    {
        await using var db = app.Database();
        return await db.Emails.Where(e => e.Template == template).OrderBy(e => e.To).Select(e => e.To).ToListAsync();
    }
}
