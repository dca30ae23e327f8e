using DcoPortal.Casework.Data;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Domain;
using DcoPortal.Tests.Features.Advice;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Ladder;

public sealed class LadderTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    // received and sent on Monday 23 November 2026, due on Monday 4 January 2027
    private async Task<Guid> SentAsync(Guid? service = null, Guid? professional = null, Action<AdviceRequest>? change = null)
    {
        _app.Time.Set(Utc("2026-11-23 10:00"));
        return await _app.RequestAsync(await _app.AssessmentAsync(), service ?? TestWorld.OccupationalTherapy, professional ?? (service is null ? TestWorld.Gwen : null), change);
    }

    /// <summary>The steps that the ladder took now: other work of the morning is not counted.</summary>
    private async Task<int> RunAsync(string utc)
    {
        _app.Time.Set(Utc(utc));
        await _app.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        await using var db = _app.Database();
        return await db.Jobs.Where(j => j.Name == "chase-ladder" && j.LastDoneUtc == Utc(utc)).Select(j => j.LastCount).SingleOrDefaultAsync();
    }

    private async Task<List<string>> SentToAsync(string template)
    {
        await using var db = _app.Database();
        return await db.Emails.Where(e => e.Template == template).OrderBy(e => e.To).Select(e => e.To).ToListAsync();
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    [Fact]
    public async Task Nothing_goes_before_half_past_seven_in_london_and_a_day_is_done_once()
    {
        await SentAsync();
        Assert.Equal(0, await RunAsync("2026-11-25 07:29"));
        Assert.Equal(1, await RunAsync("2026-11-25 07:30"));
        Assert.Equal(0, await RunAsync("2026-11-25 07:45"));
        Assert.Equal([TestWorld.Clinician], await SentToAsync("advice-request-acknowledge"));
        var emails = System.Text.RegularExpressions.Regex.Replace((await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/admin/emails")).Text, "\\s+", " ");
        Assert.Contains("Reminders of the chase ladder: last done on 25 November 2026 at 7:30am, 1 reminder", emails, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_morning_is_counted_in_london_time_in_summer_too()
    {
        await SentAsync();
        _app.Time.Set(Utc("2027-06-01 09:00"));
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        Assert.Equal(0, await RunAsync("2027-06-03 06:29"));
        Assert.Equal(1, await RunAsync("2027-06-03 06:30"));
    }

    [Fact]
    public async Task On_the_due_date_the_clinician_and_the_services_inbox_are_reminded_and_the_DCO_is_told()
    {
        var id = await SentAsync();
        // the service lead's step of the last working day before, which this portal slept through, is made up for
        Assert.Equal(3, await RunAsync("2027-01-04 07:30"));
        Assert.Equal([TestWorld.Clinician, "ot@lscft.test"], await SentToAsync("advice-request-reminder"));
        await using var db = _app.Database();
        var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1");
        Assert.Equal([icb.DcoInbox], await SentToAsync("advice-unanswered-oversight"));
        var chases = await db.Chases.Where(c => c.AdviceRequestId == id).ToListAsync();
        Assert.Equal(4, chases.Count);
        Assert.All(chases, c => Assert.True(db.Emails.Any(e => e.Id == c.EmailId && e.To == c.Recipient && e.Template == c.Template)));
        Assert.Equal(4, await db.AuditEntries.CountAsync(e => e.AdviceRequestId == id && e.Fact == "AdviceChased" && e.ActorName == "DCO Portal"));
    }

    [Fact]
    public async Task Late_advice_goes_up_to_the_leads_who_are_named_and_else_to_the_DCO_service()
    {
        await SentAsync();
        await using (var db = _app.Database())
        {
            (await db.Providers.SingleAsync(p => p.OdsCode == "RW5")).SendLeadEmail = "send@lscft.test";
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-12-31 07:30"); // 2 January is a Saturday after a bank holiday
        Assert.Equal([TestWorld.Lead], await SentToAsync("advice-unanswered-service-lead"));
        await RunAsync("2027-01-11 07:30");
        Assert.Equal(["send@lscft.test"], await SentToAsync("advice-unanswered-oversight"));
        await RunAsync("2027-01-18 07:30");
        await using var after = _app.Database();
        var icb = await after.Icbs.SingleAsync(i => i.OdsCode == "QE1");
        Assert.Equal(new[] { icb.DcoInbox, "send@lscft.test" }.Order(), (await SentToAsync("advice-unanswered-oversight")).Order());
    }

    /// <summary>A returned answer of which a new version is asked for on Monday 30 November, wanted by Monday 14 December.</summary>
    private Task<Guid> AskedForMoreAsync(bool stands) => SentAsync(change: r =>
    {
        var (noon, day) = (Utc("2026-11-24 12:00"), new DateOnly(2026, 11, 24));
        r.Submit(noon, day, "Gwen Pritchard");
        r.Accept(noon);
        r.ReturnToAuthority(noon, day);
        if (!stands) { r.WithdrawAnswer(r.Answers[0], null, [], [], WithdrawalReason.OtherChild, "It is about another child", "Priya", noon); }
        r.AskForMore(AnswerKind.Version, "Say how often", AdviceRequest.UsuallyWantedBy(new(2026, 11, 30)), Utc("2026-11-30 10:00"));
    });

    [Fact]
    public async Task A_new_version_is_reminded_of_by_the_day_it_is_wanted_and_each_asking_anew()
    {
        var id = await AskedForMoreAsync(stands: true);
        foreach (var (day, taken) in new[] { ("2026-12-01", 0), ("2026-12-02", 1), ("2026-12-07", 1), ("2026-12-11", 1), ("2026-12-14", 1), ("2026-12-15", 0), ("2027-01-04", 0), ("2027-01-18", 0) })
        {
            Assert.Equal((day, taken), (day, await RunAsync($"{day} 07:30")));
        }

        Assert.Equal([TestWorld.Clinician], await SentToAsync("advice-request-acknowledge"));
        // halfway and a week before fall on one morning; then two days before, and on the day to the inbox too
        Assert.Equal([TestWorld.Clinician, TestWorld.Clinician, TestWorld.Clinician, "ot@lscft.test"], await SentToAsync("new-answer-reminder"));
        Assert.Equal([], await SentToAsync("advice-unanswered-oversight"));
        await using (var db = _app.Database())
        {
            var subject = (await db.Emails.FirstAsync(e => e.Template == "new-answer-reminder")).Subject;
            Assert.EndsWith("by 14 December 2026", subject, StringComparison.Ordinal);
        }
        var added = await _app.AsAsync(TestWorld.Administrator, async services =>
        {
            var round = await services.GetRequiredService<PortalDb>().AdviceRequests.Where(r => r.Id == id).Select(r => r.Round).SingleAsync();
            return await services.GetRequiredService<AskForMoreHandler>().AddAsync(id, AnswerKind.Version, "Say where, too", new DateOnly(2027, 2, 1), round, default);
        });
        Assert.Equal(OutcomeKind.Done, added.Kind);
        Assert.Equal(1, await RunAsync("2027-01-20 07:30"));
        Assert.Equal(1, await RunAsync("2027-02-01 07:30"));
    }

    [Fact]
    public async Task A_reminder_of_a_new_version_does_not_leave_once_it_is_answered_not_even_to_the_inbox()
    {
        var id = await AskedForMoreAsync(stands: true);
        await RunAsync("2026-12-14 07:30");
        await _app.ChangeRequestAsync(id, r => r.Submit(Utc("2026-12-14 07:30"), new(2026, 12, 14), "Gwen Pritchard"));

        await _app.SendEmailsAsync();

        await using var db = _app.Database();
        var reminders = await db.Emails.Where(e => e.Template == "new-answer-reminder").ToListAsync();
        Assert.Equal(2, reminders.Count);
        Assert.All(reminders, e => Assert.Equal((null, true), (e.SentUtc, e.DismissedUtc is not null)));
    }

    [Fact]
    public async Task An_addendum_of_early_information_goes_to_nobody_above_who_has_it()
    {
        await SentAsync(change: r =>
        {
            var (noon, day) = (Utc("2026-11-24 12:00"), new DateOnly(2026, 11, 24));
            r.Submit(noon, day, "Gwen Pritchard");
            r.Accept(noon);
            r.ReturnToAuthority(noon, day);
            r.AskForMore(AnswerKind.Addendum, "Page 3", new(2026, 12, 14), Utc("2026-11-30 10:00"));
        });
        foreach (var day in new[] { "2026-12-11", "2026-12-14", "2026-12-21" }) { await RunAsync($"{day} 07:30"); }

        Assert.Equal([], await SentToAsync("advice-unanswered-service-lead"));
        Assert.Equal([], await SentToAsync("advice-unanswered-oversight"));
    }

    [Fact]
    public async Task A_new_version_of_advice_that_was_withdrawn_whole_goes_up_to_the_leads()
    {
        await AskedForMoreAsync(stands: false);
        foreach (var day in new[] { "2026-12-11", "2026-12-14", "2026-12-21", "2026-12-30" }) { await RunAsync($"{day} 07:30"); }

        await using var db = _app.Database();
        var inbox = (await db.Icbs.SingleAsync(i => i.OdsCode == "QE1")).DcoInbox;
        Assert.Equal([TestWorld.Lead], await SentToAsync("advice-unanswered-service-lead"));
        // the DCO service, and in place of the provider's and the board's leads, whom nobody has named
        Assert.Equal([inbox, inbox, inbox], await SentToAsync("advice-unanswered-oversight"));
        Assert.Contains("what was returned is withdrawn", (await db.Emails.FirstAsync(e => e.Template == "advice-unanswered-oversight")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answered_excused_and_closed_requests_are_left_in_peace()
    {
        await SentAsync(change: r => r.Submit(Utc("2026-11-24 10:00"), new DateOnly(2026, 11, 24), "Gwen Pritchard"));
        await SentAsync(change: r => ExcuseUntil(r, new(2027, 2, 1)));
        await SentAsync(change: r => r.Close("No longer needed", Utc("2026-11-24 10:00")));
        foreach (var day in new[] { "2026-11-25", "2026-12-14", "2026-12-21", "2027-01-04", "2027-01-11" }) { Assert.Equal(0, await RunAsync($"{day} 07:30")); }
    }

    [Fact]
    public async Task An_excused_request_is_on_the_ladder_again_when_its_promise_has_passed()
    {
        await SentAsync(change: r => ExcuseUntil(r, new(2027, 1, 15)));
        Assert.Equal(0, await RunAsync("2027-01-04 07:30"));
        Assert.Equal(0, await RunAsync("2027-01-15 07:30"));
        Assert.Equal(1, await RunAsync("2027-01-18 07:30"));
        Assert.Single(await SentToAsync("advice-unanswered-oversight"));
    }

    [Fact]
    public async Task An_excused_request_of_which_nobody_says_when_it_comes_stays_on_the_ladder()
    {
        await SentAsync(change: r => r.NoteExemption(DcoPortal.Domain.Statutory.ExemptionGround.MissedAppointment));
        Assert.Equal(1, await RunAsync("2026-12-21 07:30"));
        Assert.Single(await SentToAsync("advice-request-reminder"));
    }

    private static void ExcuseUntil(AdviceRequest request, DateOnly promised)
    {
        request.NoteExemption(DcoPortal.Domain.Statutory.ExemptionGround.MissedAppointment);
        request.Promise(promised, new(2026, 11, 24), Utc("2026-11-24 10:00"), "Gwen Pritchard");
    }

    [Fact]
    public async Task A_reminder_goes_to_who_covers_and_the_request_goes_with_it()
    {
        var id = await SentAsync();
        await using (var db = _app.Database())
        {
            var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
            (gwen.AwayFrom, gwen.AwayUntil, gwen.CoverProfessionalId) = (new(2026, 12, 20), new(2026, 12, 31), TestWorld.Tariq);
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-12-21 07:30");
        Assert.Equal([TestWorld.Colleague], await SentToAsync("advice-request-reminder"));
        await using var after = _app.Database();
        Assert.Equal(TestWorld.Tariq, (await after.AdviceRequests.SingleAsync(r => r.Id == id)).ProfessionalId);
    }

    private async Task AwayAsync(string from, string until, Guid cover)
    {
        await using var db = _app.Database();
        var service = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
        (service.AwayFrom, service.AwayUntil, service.CoverServiceId) = (Day.Of(from), Day.Of(until), cover);
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_service_that_is_away_hands_over_with_a_reminder_and_gets_back_what_the_cover_has_not_taken_on()
    {
        var id = await SentAsync(change: r => r.Promise(new(2026, 12, 30), new(2026, 11, 24), Utc("2026-11-24 10:00"), "Gwen Pritchard"));
        await AwayAsync("2026-12-20", "2026-12-22", TestWorld.Paediatrics);

        await RunAsync("2026-12-21 07:30");
        Assert.Equal(["paediatrics@teaching.test"], await SentToAsync("advice-request-reminder"));
        await using (var db = _app.Database())
        {
            var covered = await db.AdviceRequests.SingleAsync(r => r.Id == id);
            Assert.Equal((TestWorld.Paediatrics, null, TestWorld.OccupationalTherapy), (covered.ServiceId, covered.ProfessionalId, covered.CoverForServiceId));
            // what the therapists promised binds nobody at the cover
            Assert.Equal((null, null), (covered.AcknowledgedUtc, covered.PromisedOn));
        }

        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("Covers for Paediatric occupational therapy", (await dco.GetAsync("/advice-requests")).Text, StringComparison.Ordinal);
        Assert.Contains("Community paediatrics covers for it", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);

        // the working day before the second reminder's own, which is a bank holiday
        await RunAsync("2026-12-24 07:30");
        Assert.Contains("ot@lscft.test", await SentToAsync("advice-request-reminder"));
        await using var after = _app.Database();
        var back = await after.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((TestWorld.OccupationalTherapy, null), (back.ServiceId, back.CoverForServiceId));
        Assert.Equal(["Paediatric occupational therapy is away", "Paediatric occupational therapy is back"],
            (await after.AuditEntries.Where(e => e.AdviceRequestId == id && e.Fact == "RequestPassedOn").OrderBy(e => e.AtUtc).Select(e => e.Reason!).ToListAsync()).Select(r => r.Replace(", LSCft", "", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_cover_that_gave_a_request_to_somebody_keeps_it_and_who_loses_one_is_told()
    {
        var kept = await SentAsync();
        var lost = await SentAsync();
        await AwayAsync("2026-12-20", "2026-12-22", TestWorld.SpeechTherapy);
        await RunAsync("2026-12-21 07:30");
        Professional joan;
        await using (var db = _app.Database()) { joan = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Joan); }
        await _app.ChangeRequestAsync(kept, r => r.PassTo(joan));

        await RunAsync("2026-12-24 07:30");

        await using var after = _app.Database();
        Assert.Equal(TestWorld.SpeechTherapy, (await after.AdviceRequests.SingleAsync(r => r.Id == kept)).ServiceId);
        Assert.Equal(TestWorld.OccupationalTherapy, (await after.AdviceRequests.SingleAsync(r => r.Id == lost)).ServiceId);
        var told = await after.Emails.SingleAsync(e => e.Template == "request-back-from-cover");
        Assert.Equal(("slt@teaching.test", lost), (told.To, told.AdviceRequestId));
    }

    [Fact]
    public async Task What_a_cover_answered_and_got_back_for_more_is_the_covers_to_mend()
    {
        var id = await SentAsync();
        await AwayAsync("2026-12-20", "2026-12-22", TestWorld.Paediatrics);
        await RunAsync("2026-12-21 07:30");
        await _app.ChangeRequestAsync(id, r =>
        {
            r.Open(Utc("2026-12-21 10:00"));
            r.SubmitNilReturn(ReplyCode.NotKnown, null, Utc("2026-12-21 11:00"), new(2026, 12, 21), "Community paediatrics");
            r.SendBack("Please look under the former name too", Utc("2026-12-22 10:00"));
        });

        await RunAsync("2026-12-24 07:30");

        await using var db = _app.Database();
        Assert.Equal(TestWorld.Paediatrics, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).ServiceId);
    }

    [Theory]
    [InlineData("Not Dr Aziz, please")]
    [InlineData("Nobody at Lancashire Teaching")]
    public async Task A_request_goes_to_no_cover_that_the_family_may_not_want_and_the_DCO_service_hears_instead(string wish)
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = wish);
        _app.Time.Set(Utc("2026-11-23 10:00"));
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        if (wish.Contains("Teaching", StringComparison.Ordinal)) { await AwayAsync("2026-12-13", "2026-12-22", TestWorld.Paediatrics); }
        else
        {
            await using var db = _app.Database();
            var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
            (gwen.AwayFrom, gwen.CoverProfessionalId) = (new(2026, 12, 13), TestWorld.Tariq);
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-12-14 07:30");

        await using var after = _app.Database();
        Assert.Equal([await after.Icbs.Where(i => i.OdsCode == "QE1").Select(i => i.DcoInbox).SingleAsync()], await SentToAsync("advice-unanswered-oversight"));
        Assert.Empty(await SentToAsync("advice-request-reminder"));
        var request = await after.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((TestWorld.OccupationalTherapy, TestWorld.Gwen), (request.ServiceId, request.ProfessionalId));
    }

    [Fact]
    public async Task What_somebody_held_who_has_left_goes_to_the_whole_service_with_its_reminder()
    {
        var id = await SentAsync();
        await using (var db = _app.Database())
        {
            (await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen)).IsActive = false;
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-12-14 07:30");

        Assert.Equal(["ot@lscft.test"], await SentToAsync("advice-request-reminder"));
        await using var after = _app.Database();
        Assert.Null((await after.AdviceRequests.SingleAsync(r => r.Id == id)).ProfessionalId);
        // a colleague who reads the inbox can open it
        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{id}")).Status);
    }

    [Fact]
    public async Task Where_nobody_leads_a_service_the_DCO_service_is_told_and_nobody_twice()
    {
        var id = await SentAsync(TestWorld.Paediatrics, null);
        await using (var db = _app.Database())
        {
            var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1");
            db.LadderSettings.Add(new LadderSetting(icb.Id, null, new ChaseLadder(new Dictionary<LadderStep, int> { [LadderStep.ProviderLead] = 5, [LadderStep.IcbLead] = 5, [LadderStep.ServiceLead] = 2 })));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-12-31 07:30");
        await RunAsync("2027-01-11 07:30");

        await using var after = _app.Database();
        var inbox = await after.Icbs.Where(i => i.OdsCode == "QE1").Select(i => i.DcoInbox).SingleAsync();
        Assert.Equal([inbox, inbox], await SentToAsync("advice-unanswered-oversight"));
        Assert.Equal([LadderStep.ServiceLead, LadderStep.ProviderLead, LadderStep.IcbLead], (await after.Chases.Where(c => c.AdviceRequestId == id).ToListAsync()).Select(c => c.Step!.Value).Order());
    }

    [Fact]
    public async Task A_cover_that_said_it_has_a_request_keeps_it()
    {
        var id = await SentAsync();
        await AwayAsync("2026-12-20", "2026-12-22", TestWorld.Paediatrics);
        await RunAsync("2026-12-21 07:30");
        await _app.ChangeRequestAsync(id, r => r.Acknowledge(Utc("2026-12-21 11:00"), "Community paediatrics"));

        await RunAsync("2026-12-24 07:30");

        Assert.Equal(["paediatrics@teaching.test", "paediatrics@teaching.test"], await SentToAsync("advice-request-reminder"));
    }

    [Fact]
    public async Task What_a_cover_gives_back_is_asked_of_the_service_itself_again()
    {
        var id = await SentAsync();
        await AwayAsync("2026-12-20", "2026-12-22", TestWorld.Paediatrics);
        await RunAsync("2026-12-21 07:30");
        await _app.ChangeRequestAsync(id, r => r.GiveBack("We do not assess motor skills", Utc("2026-12-23 10:00")));

        _app.Time.Set(Utc("2026-12-23 11:00"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/assessments/{(await _app.ChangeRequestAsync(id, _ => { })).AssessmentReference}/request-advice");
        Assert.Contains("Given back by Community paediatrics", page.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(page, "form#ask", [], button: "Send again to the same service");

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((TestWorld.OccupationalTherapy, null), (request.ServiceId, request.CoverForServiceId));
        Assert.Equal("ot@lscft.test", (await db.Emails.SingleAsync(e => e.AdviceRequestId == id && e.UniqueKey.StartsWith("sent:" + id.ToString("N")) && e.QueuedUtc == Utc("2026-12-23 11:00"))).To);
    }

    [Fact]
    public async Task The_lead_of_who_has_the_request_is_told_also_while_the_service_is_away()
    {
        await SentAsync();
        await AwayAsync("2026-12-30", "2027-01-10", TestWorld.SpeechTherapy);
        // with a reminder the request goes to the cover, whose lead may open it
        await RunAsync("2026-12-31 07:30");
        Assert.Equal([TestWorld.OtherLead], await SentToAsync("advice-unanswered-service-lead"));
    }

    [Fact]
    public async Task Without_a_reminder_that_day_the_request_stays_and_its_own_lead_is_told()
    {
        var version = (await _app.ChangeRequestAsync(await SentAsync(), _ => { })).Version;
        await AwayAsync("2026-12-30", "2027-01-10", TestWorld.SpeechTherapy);
        await using (var db = _app.Database())
        {
            var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1");
            db.LadderSettings.Add(new LadderSetting(icb.Id, null, new ChaseLadder(new Dictionary<LadderStep, int> { [LadderStep.ServiceLead] = 2 })));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-12-31 07:30");
        Assert.Equal([TestWorld.Lead], await SentToAsync("advice-unanswered-service-lead"));
        // who holds it was not reminded: it is still to be chased today
        await using var after = _app.Database();
        var request = await after.AdviceRequests.SingleAsync();
        Assert.Equal((null, 0), (request.LastChasedUtc, request.ChaseCount));
        Assert.NotEqual(version, request.Version);
    }

    [Fact]
    public async Task Who_is_asked_for_more_or_asked_again_is_asked_once_more_to_say_that_they_have_it()
    {
        var id = await SentAsync();
        Assert.Equal(1, await RunAsync("2026-11-25 07:30"));
        // answered, and sent back weeks after the due date
        await _app.ChangeRequestAsync(id, r =>
        {
            r.Acknowledge(Utc("2026-11-25 10:00"), "Gwen Pritchard");
            r.Submit(Utc("2026-11-26 10:00"), new(2026, 11, 26), "Gwen Pritchard");
            r.SendBack("More, please", Utc("2027-03-15 10:00"));
        });
        Assert.Equal(0, await RunAsync("2027-03-16 07:30"));
        Assert.Equal(1, await RunAsync("2027-03-17 07:30"));
        // given back, and sent again to whoever the service assigns
        await _app.ChangeRequestAsync(id, r =>
        {
            r.GiveBack("Not on our list", Utc("2027-03-17 10:00"));
            r.Send(Utc("2027-03-18 10:00"));
        });
        Assert.Equal(0, await RunAsync("2027-03-19 07:30"));
        Assert.Equal(1, await RunAsync("2027-03-22 07:30"));
        Assert.Equal([TestWorld.Clinician, TestWorld.Clinician, "ot@lscft.test"], await SentToAsync("advice-request-acknowledge"));
    }

    [Fact]
    public async Task A_service_with_a_ladder_of_its_own_keeps_to_it_and_the_others_to_the_boards()
    {
        await SentAsync();
        await SentAsync(TestWorld.SpeechTherapy, TestWorld.Joan);
        await using (var db = _app.Database())
        {
            var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1");
            db.LadderSettings.Add(new LadderSetting(icb.Id, null, new ChaseLadder(new Dictionary<LadderStep, int> { [LadderStep.Acknowledge] = 1 })));
            db.LadderSettings.Add(new LadderSetting(icb.Id, TestWorld.SpeechTherapy, new ChaseLadder(new Dictionary<LadderStep, int> { [LadderStep.Acknowledge] = 3 })));
            await db.SaveChangesAsync();
        }

        await RunAsync("2026-11-24 07:30");
        Assert.Equal([TestWorld.Clinician], await SentToAsync("advice-request-acknowledge"));
        await RunAsync("2026-11-26 07:30");
        Assert.Equal([TestWorld.Clinician, TestWorld.OtherClinician], await SentToAsync("advice-request-acknowledge"));
    }

    [Fact]
    public async Task One_request_that_cannot_be_chased_does_not_silence_the_others_and_the_day_is_tried_again()
    {
        var broken = await SentAsync();
        await SentAsync(TestWorld.SpeechTherapy, TestWorld.Joan);
        await using (var db = _app.Database())
        {
            // an outbox row that already holds the key of the step: only this one request's save is refused
            db.Emails.Add(new() { Id = Guid.NewGuid(), UniqueKey = $"elsewhere:{broken:N}", Template = "x", To = "x@x.test", Subject = "x", Body = "x", QueuedUtc = Utc("2026-11-23 10:00") });
            await db.SaveChangesAsync();
            await db.Services.Where(s => s.Id == TestWorld.OccupationalTherapy).ExecuteUpdateAsync(s => s.SetProperty(x => x.Inbox, ""));
            await db.Providers.Where(p => p.OdsCode == "RW5").ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "two\nlines"));
        }

        Assert.Equal(0, await RunAsync("2026-12-31 07:30"));
        Assert.Equal([TestWorld.OtherLead], await SentToAsync("advice-unanswered-service-lead"));
        await using (var db = _app.Database())
        {
            Assert.Contains("1 failed, ", (await db.Jobs.SingleAsync(j => j.Name == "chase-ladder")).LastError, StringComparison.Ordinal);
            await db.Providers.Where(p => p.OdsCode == "RW5").ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "Lancashire and South Cumbria"));
        }

        await _app.SendEmailsAsync();
        using (var probe = _app.CreateClient())
        {
            Assert.Contains("\"jobs\":\"Healthy\"", await probe.GetStringAsync("/health/ready"), StringComparison.Ordinal);
            _app.Time.Set(Utc("2026-12-31 09:31"));
            // said, but no load balancer turns anybody away for it
            var late = await probe.GetAsync("/health/ready");
            Assert.Equal(System.Net.HttpStatusCode.OK, late.StatusCode);
            Assert.Contains("\"jobs\":\"Degraded\"", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // the lease of the failed try runs out first
        await RunAsync("2026-12-31 07:33");
        Assert.Equal([TestWorld.Lead, TestWorld.OtherLead], await SentToAsync("advice-unanswered-service-lead"));
    }
}
