using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>One case and the people who work on it, each through the pages, and what they may rely on from now on.</summary>
internal sealed class Life(PortalApp app, int seed)
{
    private readonly Dictionary<string, PortalBrowser> _browsers = [];

    public Random Random { get; } = new(seed);

    public PortalApp App => app;

    /// <summary>The record in which the case goes on.</summary>
    public CaseKeys Keys { get; private set; } = null!;

    /// <summary>What happened, a line each: said when something is lost.</summary>
    public List<string> Said { get; } = [];

    public Promises Promises { get; } = new();

    /// <summary>The page with the Undo of a decision that was recorded a moment ago.</summary>
    public (PortalBrowser Browser, Page Page)? Decided { get; set; }

    /// <summary>The authority whose case it is.</summary>
    public string Authority { get; private set; } = TestWorld.Caseworker;

    /// <summary>A case that the authority logs with its report.</summary>
    public async Task BeginAsync()
    {
        Keys = await app.AssessmentAsync(decision: null, surname: $"Walker{(char)('a' + (seed % 26))}{(char)('a' + (seed / 26 % 26))}");
        await AuthoritySteps.AddReportAsync(this);
    }

    /// <summary>The case goes on elsewhere: the record kept at a merge, or the one that the new authority took.</summary>
    public void GoesOnAs(CaseKeys keys, string authority) => (Keys, Authority) = (keys, authority);

    public async Task<PortalBrowser> AsAsync(string person) =>
        _browsers.TryGetValue(person, out var browser) ? browser : _browsers[person] = await app.SignInAsync(person);

    /// <summary>A few hours or days pass, so that everybody signs in again.</summary>
    public void Wait()
    {
        app.Time.Advance(TimeSpan.FromHours(Random.Next(1, 80)));
        _browsers.Clear();
        Decided = null;
    }

    /// <summary>The legal day of today in London, which no day of a form may be after.</summary>
    public DateOnly Today => DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Any<T>(IReadOnlyList<T> of) => of[Random.Next(of.Count)];

    public async Task<Assessment> AssessmentAsync()
    {
        await using var db = app.Database();
        return await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == Keys.AssessmentId);
    }

    public async Task<List<AdviceRequest>> RequestsAsync()
    {
        await using var db = app.Database();
        return await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == Keys.AssessmentId).OrderBy(r => r.Id).ToListAsync();
    }

    /// <summary>A request of the case in one of the stages, or null.</summary>
    public async Task<AdviceRequest?> RequestInAsync(params RequestStage[] stages)
    {
        var all = (await RequestsAsync()).Where(r => stages.Contains(r.Stage)).ToList();
        return all.Count == 0 ? null : Any(all);
    }

    public static Dictionary<string, string?> Day(string name, DateOnly day) => new() { [$"{name}.Day"] = $"{day.Day}", [$"{name}.Month"] = $"{day.Month}", [$"{name}.Year"] = $"{day.Year}" };

    public static string NameOf(Guid service) => service == TestWorld.OccupationalTherapy ? "OT" : service == TestWorld.SpeechTherapy ? "SLT" : service == TestWorld.Paediatrics ? "paediatrics" : $"{service}";

    /// <summary>Who answers for a service; null where nobody of it can sign in, so that the DCO service records for it.</summary>
    public static string? ClinicianOf(Guid service) => service == TestWorld.OccupationalTherapy ? TestWorld.Clinician : service == TestWorld.SpeechTherapy ? TestWorld.OtherClinician : null;
}
