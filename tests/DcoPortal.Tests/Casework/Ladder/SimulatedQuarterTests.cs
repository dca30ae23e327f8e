using System.Globalization;
using System.Text.Json;
using DcoPortal.Casework.Jobs;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Ladder;

/// <summary>
/// A quarter of a board's life on a fake clock: 400 assessments, answers and other events at random days. At its end the
/// reminders are compared, one by one, with what a second calculation says, which walks day by day and shares no code with the ladder.
/// </summary>
public sealed class SimulatedQuarterTests : IDisposable
{
    private static readonly DateOnly First = new(2026, 11, 23);
    private static readonly DateOnly Last = new(2027, 3, 31);

    // from the published list, written down once more
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29)];

    private readonly PortalApp _app = new();
    private readonly Random _dice = new(20261123);

    public void Dispose() => _app.Dispose();

    private sealed class Story
    {
        public Guid Id { get; set; }
        public bool IsEarly { get; init; }
        public DateOnly Received { get; init; }
        public DateOnly Sent { get; init; }
        public DateOnly? Acknowledged { get; init; }
        public DateOnly? Answered { get; init; }
        public DateOnly? SentBack { get; init; }
        public DateOnly? AnsweredAgain { get; init; }
        public DateOnly? Excused { get; init; }
        public DateOnly? Withdrawn { get; init; }
        public DateOnly Due => Received.AddDays(IsEarly ? 14 : 42);
    }

    [Fact]
    public async Task Every_reminder_of_a_quarter_goes_exactly_when_the_ladder_says_and_no_other()
    {
        var stories = Enumerable.Range(0, 400).Select(_ => Tell()).ToList();
        var services = await DirectoryAsync();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            await MorningAsync(day);
            await DayAsync(day, stories, services);
        }

        await using var db = _app.Database();
        var chases = await db.Chases.AsNoTracking().Select(c => new { c.AdviceRequestId, c.Step, c.AtUtc, c.EmailId, c.Recipient }).ToListAsync();
        var actual = chases.Select(c => (c.AdviceRequestId, Step: c.Step!.Value.ToString(), On: DateOnly.FromDateTime(c.AtUtc))).Distinct().ToList();
        var expected = stories.SelectMany(Expect).ToList();
        Assert.True(expected.Count > 1500, $"only {expected.Count} steps: the quarter proves too little");
        var missed = expected.Except(actual).Select(m => Told(stories, m)).ToList();
        Assert.True(missed.Count == 0, "Missed:\n" + string.Join('\n', missed.Take(5)));
        var tooMany = actual.Except(expected).Select(m => Told(stories, m)).ToList();
        Assert.True(tooMany.Count == 0, "Too many:\n" + string.Join('\n', tooMany.Take(5)));
        // one email for each recipient of a request's morning, none twice
        var emails = chases.Select(c => c.EmailId).Distinct().Count();
        Assert.Equal(emails, chases.Select(c => (c.AdviceRequestId, c.AtUtc, c.Recipient)).Distinct().Count());
        Assert.Equal(emails, await db.Emails.CountAsync(e => e.UniqueKey.StartsWith("ladder:")));
        Assert.All(actual, a => Assert.True(IsWorking(a.On)));
        // and it left the portal that same morning
        var late = await db.Chases.CountAsync(c => !db.Emails.Any(e => e.Id == c.EmailId && e.SentUtc == c.AtUtc));
        Assert.Equal(0, late);
        Assert.Equal(await db.Emails.CountAsync(), Directory.GetFiles(Path.Combine(_app.Folder, "emails"), "*.eml").Length);
    }

    // a reminder missed or too many is shown with its request's whole story
    private static string Told(List<Story> stories, (Guid Id, string Step, DateOnly On) step) => $"{step} of {JsonSerializer.Serialize(stories.Single(s => s.Id == step.Id))}";

    private Story Tell()
    {
        var received = First.AddDays(_dice.Next(60));
        var sent = received.AddDays(_dice.Next(10) switch { < 6 => 0, < 9 => _dice.Next(1, 10), _ => _dice.Next(10, 45) });
        DateOnly? After(DateOnly from, int least, int most, int percent) => _dice.Next(100) < percent ? from.AddDays(_dice.Next(least, most)) : null;
        var answered = After(sent, 1, 70, 75);
        var back = answered is { } a ? After(a, 1, 5, 15) : null;
        return new Story
        {
            IsEarly = _dice.Next(6) == 0,
            Received = received,
            Sent = sent,
            Acknowledged = After(sent, 0, 6, 60),
            Answered = answered,
            SentBack = back,
            AnsweredAgain = back is { } b ? After(b, 1, 40, 60) : null,
            Excused = After(sent, 5, 40, 8),
            Withdrawn = After(sent, 1, 60, 8),
        };
    }

    // ---- what should have happened, day by day

    private static IEnumerable<(Guid, string, DateOnly)> Expect(Story s)
    {
        HashSet<string> done = [];
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            // the ladder looks at half past seven, what happens on a day happens after it
            bool Before(DateOnly? on) => on < day;
            // who is asked again promises anew
            var rests = Before(s.Excused) && !(Before(s.SentBack) && s.Excused < s.SentBack);
            var open = Before(s.Sent) && !Before(s.Withdrawn) && !rests && (!Before(s.Answered) || (Before(s.SentBack) && !Before(s.AnsweredAgain)));
            if (!open || !IsWorking(day)) { continue; }
            var since = Before(s.SentBack) ? s.SentBack!.Value : s.Sent;
            foreach (var group in new[] { new[] { "Acknowledge", "Halfway", "FirstReminder", "SecondReminder", "LastReminder", "DueToday" }, ["ServiceLead"], ["DesignatedClinicalOfficer"], ["ProviderLead"], ["IcbLead"] })
            {
                if (s.IsEarly && group.Length == 1) { continue; }
                // said before it came back for more, "we have it" is about what was asked then
                var acknowledged = Before(s.Acknowledged) && (!Before(s.SentBack) || s.Acknowledged > s.SentBack);
                var today = group.Where(step => Nominal(s, step, since) == day && day > since && !(step == "Acknowledge" && acknowledged)).LastOrDefault();
                if (today is not null && done.Add(today == "Acknowledge" ? $"{today} {since}" : today)) { yield return (s.Id, today, day); }
            }
        }
    }

    private static DateOnly Nominal(Story s, string step, DateOnly since) => step switch
    {
        "Acknowledge" => WorkingAfter(since, 2),
        "Halfway" => Back(s.IsEarly ? s.Received.AddDays(7) : s.Received.AddDays(21)),
        "FirstReminder" => Back(s.Due.AddDays(-14)),
        "SecondReminder" => Back(s.Due.AddDays(-7)),
        "LastReminder" or "ServiceLead" => Back(s.Due.AddDays(-2)),
        "DueToday" or "DesignatedClinicalOfficer" => Back(s.Due),
        "ProviderLead" => WorkingAfter(s.Due, 5),
        _ => WorkingAfter(s.Due, 10),
    };

    private static bool IsWorking(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday && !Holidays.Contains(day);

    private static DateOnly Back(DateOnly day) => IsWorking(day) ? day : Back(day.AddDays(-1));

    private static DateOnly WorkingAfter(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) { count--; }
        }

        return day;
    }

    // ---- the portal's own life

    private static DateTime At(DateOnly day, string time) => day.ToDateTime(TimeOnly.Parse(time, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private async Task MorningAsync(DateOnly day)
    {
        _app.Time.Set(At(day, "07:30"));
        await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await _app.SendEmailsAsync();
    }

    private async Task<(HealthService Service, Professional? Holder)[]> DirectoryAsync()
    {
        await using var db = _app.Database();
        var all = await db.Services.AsNoTracking().ToDictionaryAsync(s => s.Id);
        var people = await db.Professionals.AsNoTracking().ToDictionaryAsync(p => p.Id);
        return [(all[TestWorld.OccupationalTherapy], people[TestWorld.Gwen]), (all[TestWorld.SpeechTherapy], people[TestWorld.Joan]), (all[TestWorld.Paediatrics], null), (all[TestWorld.OccupationalTherapy], null)];
    }

    private async Task DayAsync(DateOnly day, List<Story> stories, (HealthService Service, Professional? Holder)[] services)
    {
        _app.Time.Set(At(day, "11:00"));
        var now = At(day, "11:00");
        await using var db = _app.Database();
        foreach (var s in stories.Where(s => s.Sent == day))
        {
            var keys = await _app.AssessmentAsync(received: s.Received.AddDays(-30), decision: null, change: a => { if (!s.IsEarly) { a.Decide(AssessmentDecision.Assess, s.Received, s.Received); } });
            var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
            var (service, holder) = services[_dice.Next(services.Length)];
            var request = new AdviceRequest(assessment, service, holder, now);
            // early information is received with the notification: the story says when
            request.CorrectReceipt(s.Received);
            request.Send(now);
            db.AdviceRequests.Add(request);
            db.AuditEntries.Add(Facts.About(keys));
            s.Id = request.Id;
        }

        foreach (var s in stories.Where(s => s.Sent <= day && new[] { s.Acknowledged, s.Answered, s.SentBack, s.AnsweredAgain, s.Excused, s.Withdrawn }.Contains(day)))
        {
            var request = db.AdviceRequests.Local.SingleOrDefault(r => r.Id == s.Id) ?? await db.AdviceRequests.SingleAsync(r => r.Id == s.Id);
            if (request.ClosedUtc is not null) { continue; }
            if (s.Acknowledged == day && request.Stage.IsOutstanding()) { request.Acknowledge(now, "Gwen Pritchard"); }
            if ((s.Answered == day || s.AnsweredAgain == day) && request.Stage.IsOutstanding()) { request.Submit(now, day, "Gwen Pritchard"); }
            if (s.SentBack == day) { request.SendBack("More, please", now); }
            if (s.Excused == day)
            {
                // promised for a day beyond the quarter, so that nobody is reminded again
                request.NoteExemption(DcoPortal.Domain.Statutory.ExemptionGround.MissedAppointment);
                if (request.Can(RequestMove.Promise)) { request.Promise(day.AddYears(1), day, now, "Gwen Pritchard"); }
            }
            if (s.Withdrawn == day) { request.Close("Withdrawn", now); }
            db.AuditEntries.Add(Facts.About(request.Keys));
        }

        await db.SaveChangesAsync();
    }
}
