using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Incidents;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.EndToEnd.Support;

/// <summary>A portal with a small world that has something in every box: late, due soon, answered, sent back, accepted, returned, closed, undecided.</summary>
public sealed class BusyPortal : LivePortal, IAsyncLifetime
{
    /// <summary>An assessment with requests in several states.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>An assessment that is not decided yet.</summary>
    public string Undecided { get; private set; } = "";

    /// <summary>With Gwen Pritchard, sent back to her.</summary>
    public Guid WithGwen { get; private set; }

    /// <summary>Answered by speech and language therapy, to be checked.</summary>
    public Guid ToCheck { get; private set; }

    /// <summary>Overdue with the occupational therapy service, nobody holds it.</summary>
    public Guid Overdue { get; private set; }

    /// <summary>An assessment that ended with a plan which health has not been sent.</summary>
    public string Ended { get; private set; } = "";

    /// <summary>An assessment of which every service asked has no advice.</summary>
    public string AllNil { get; private set; } = "";

    /// <summary>Returned as version 2, after version 1 was withdrawn as being about another child.</summary>
    public Guid Again { get; private set; }

    /// <summary>The withdrawal of version 1.</summary>
    public Guid Withdrawn { get; private set; }

    /// <summary>The incident recorded with it.</summary>
    public Guid Incident { get; private set; }

    /// <summary>A request that was closed.</summary>
    public Guid Closed { get; private set; }

    /// <summary>A question of the authority that waits for the DCO service.</summary>
    public Guid Question { get; private set; }

    /// <summary>An email of the caseworker about the overdue request, which bounced.</summary>
    public Guid Bounced { get; private set; }

    /// <summary>Gwen Pritchard's account.</summary>
    public Guid Account { get; private set; }

    public async Task InitializeAsync()
    {
        await using (var db = Database()) { Account = await db.Users.Where(u => u.Email == TestWorld.Clinician).Select(u => u.Id).SingleAsync(); }
        var now = Time.GetUtcNow().UtcDateTime;
        var today = UkClock.DateOf(now);
        var main = await this.AssessmentAsync(nhsNumber: "9990181594", change: a =>
        {
            a.Family.DoNotShareWith = "Her uncle";
            a.Child.Interpreter = "Polish";
            a.Reasons = "She finds writing and dressing hard.";
        });
        var undecided = await this.AssessmentAsync(surname: "Khan", decision: null, received: today.AddDays(-45));
        var late = await this.AssessmentAsync(surname: "O'Brien-Featherstonehaugh", received: today.AddDays(-150));
        var ended = await this.AssessmentAsync(surname: "Nowak", received: today.AddDays(-130), change: a => a.End(AssessmentOutcome.PlanIssued, today.AddDays(-3), today));
        (Reference, Undecided, Ended) = (main.Reference, undecided.Reference, ended.Reference);
        WithGwen = await this.RequestAsync(main, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: "Please look at hand skills.", change: r =>
        {
            r.Submit(now, today, "Gwen Pritchard");
            r.SendBack("Please say how often.", now);
        });
        ToCheck = await this.RequestAsync(main, TestWorld.SpeechTherapy, TestWorld.Joan, r => r.SubmitNilReturn(ReplyCode.WrongService, "Ask the epilepsy clinic.", now, today, "Joan Catterall"));
        await this.RequestAsync(main, TestWorld.Paediatrics, null, r =>
        {
            r.SubmitNilReturn(ReplyCode.NotKnown, null, now, today, "Community paediatrics");
            r.Accept(now);
            r.ReturnToAuthority(now, today);
        });
        Time.Advance(TimeSpan.FromDays(-80));
        var old = await this.AssessmentAsync(surname: "Ivanović", received: UkClock.DateOf(Time.GetUtcNow().UtcDateTime).AddDays(-10));
        Overdue = await this.RequestAsync(old, TestWorld.OccupationalTherapy);
        await this.RequestAsync(old, TestWorld.SpeechTherapy, TestWorld.Joan);
        Time.Advance(TimeSpan.FromDays(80));
        await this.RequestAsync(late, TestWorld.SpeechTherapy, TestWorld.Joan, r =>
        {
            r.SubmitNilReturn(ReplyCode.Discharged, "In 2024.", now, today, "Joan Catterall");
            r.Accept(now);
        });
        await this.RequestAsync(late, TestWorld.OccupationalTherapy, TestWorld.Tariq, send: false);
        var nil = await this.AssessmentAsync(surname: "Wójcik");
        AllNil = nil.Reference;
        await this.RequestAsync(nil, TestWorld.SpeechTherapy, TestWorld.Joan, r => r.SubmitNilReturn(ReplyCode.NotKnown, "No record under any of her names.", now, today, "Joan Catterall"));
        Closed = await this.RequestAsync(nil, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Sent by mistake", now));
        await ReplaceAsync(await this.AssessmentAsync(surname: "Petrova"), now, today);
        await AddQuestionAsync(main);
        await AddEmailsAsync(old, now);
    }

    private async Task ReplaceAsync(CaseKeys keys, DateTime now, DateOnly today)
    {
        static AdviceReturned Return(AdviceRequest r, DateTime utc, DateOnly on)
        {
            r.Submit(utc, on, "Gwen Pritchard");
            r.Accept(utc);
            return r.ReturnToAuthority(null, [], utc, on)!;
        }
        Again = await this.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => Return(r, now, today));
        await using var db = Database();
        var first = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == Again).Select(a => a.Id).SingleAsync();
        var wish = new WithdrawWish(first, null, WithdrawalReason.OtherChild, "Her brother’s report was attached.", today, AnswerKind.Version, "Please send the report about her.", null, (RequestStage.Returned, (await db.AdviceRequests.SingleAsync(r => r.Id == Again)).Round));
        Withdrawn = (await this.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<WithdrawAnswerHandler>().HandleAsync(Again, wish, default))).Value;
        Incident = await db.Incidents.Select(i => i.Id).SingleAsync();
        await this.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<IncidentsHandler>().AddAsync(Incident, Guid.CreateVersion7(), "Rang the SEND team, who deleted it.", default));
        await this.AsAsync(TestWorld.Administrator, async s =>
        {
            var own = s.GetRequiredService<PortalDb>();
            s.GetRequiredService<AuditTrail>().Record(Return(await own.AdviceRequests.SingleAsync(r => r.Id == Again), now, today));
            return await own.SaveChangesAsync();
        });
    }

    private async Task AddQuestionAsync(CaseKeys about)
    {
        Question = Guid.CreateVersion7();
        await this.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<QuestionsHandler>().AskAsync(about.Reference, Question, "Has community paediatrics seen her since the summer?\nHer school says so.", default));
        await this.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<QuestionsHandler>().ReplyAsync(Question, Guid.CreateVersion7(), "Yes, in September.", false, default));
        await this.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<QuestionsHandler>().ReplyAsync(Question, Guid.CreateVersion7(), "Was there a letter?", false, default));
    }

    private async Task AddEmailsAsync(CaseKeys about, DateTime now)
    {
        await using var db = Database();
        var sender = await db.Users.Where(u => u.Email == TestWorld.Caseworker).Select(u => u.Id).SingleAsync();
        EmailMessage Email(string key, string to) => new()
        {
            Id = Guid.CreateVersion7(),
            UniqueKey = key,
            Template = "advice-request-sent",
            To = to,
            Subject = $"Health advice requested: {about.Reference}, due 5 March 2026",
            Body = "A text",
            IcbId = about.IcbId,
            LocalAuthorityId = about.LocalAuthorityId,
            AssessmentId = about.AssessmentId,
            AdviceRequestId = Overdue,
            SenderUserId = sender,
            QueuedUtc = now.AddHours(-16),
        };
        var bounced = Email("bounced", "children.occupational-therapy@provider.nhs.test");
        (bounced.Attempts, bounced.SentUtc, bounced.BouncedUtc, bounced.LastError) = (1, now.AddHours(-16), now.AddHours(-15), "There is no such mailbox (5.1.1, 550).");
        var failed = Email("failed", "ot@provider.nhs.test");
        (failed.Attempts, failed.FailedUtc, failed.LastError) = (6, now, "The mail server cannot be reached.");
        var queued = Email("queued", "dco@icb.test");
        (queued.NextAttemptUtc, queued.AdviceRequestId) = (now.AddHours(1), null);
        db.Emails.AddRange(bounced, failed, queued);
        await db.SaveChangesAsync();
        Bounced = bounced.Id;
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }
}
