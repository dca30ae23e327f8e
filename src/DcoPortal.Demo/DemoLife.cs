using DcoPortal.Casework.Data;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>The open work of today between the people who wait and the people who answer, so that no worklist of the demo is empty.</summary>
internal sealed class DemoLife(DemoStage stage, UkClock clock)
{
    private sealed record Open(Guid Id, Guid AssessmentId, string Reference, Guid ServiceId, Guid? ProfessionalId, DateTime SentUtc, DateOnly DueOn);

    public async Task MakeAsync(PortalDb db)
    {
        var open = await db.AdviceRequests.AsNoTracking()
            .Outstanding().Where(r => r.Kind == AdviceKind.Statutory)
            .Select(r => new Open(r.Id, r.AssessmentId, r.AssessmentReference, r.ServiceId, r.ProfessionalId, r.SentUtc!.Value, r.DueOn)).ToListAsync();
        open = [.. open.OrderBy(r => r.DueOn).ThenBy(r => r.Reference, StringComparer.Ordinal).ThenBy(r => stage.NameOf(r.ServiceId, r.ProfessionalId), StringComparer.Ordinal)];
        var nil = await AllNilAsync(db, open);
        var rest = open.Where(r => !nil.Contains(r.AssessmentId)).ToList();
        var overdue = rest.Where(r => r.DueOn < clock.Today).ToList();
        var escalated = overdue.Where((_, n) => n % 2 == 0).Take(4).ToList();
        var givenBack = rest.Except(overdue).Where((_, n) => n % 5 == 1).Take(4).ToList();
        Escalate(escalated);
        GiveBack(givenBack);
        foreach (var (r, n) in rest.Except(escalated).Except(givenBack).Select((r, n) => (r, n))) { Wait(r, n); }
        await AskAsync(db);
        await AskGwenAsync(db, nil);
        GoOnLeave();
        await DemoReasons.AddAsync(stage, db, clock.Today, At(Worked(1), 15, 0));
        await stage.PlayAsync(clock.UtcNow, 85, 95);
        // the ladder's reminders of the last working morning
        await stage.MorningAsync(At(Worked(1), 7, 45));
        await LoseTwoEmailsAsync(db);
    }

    /// <summary>The clinician whom a visitor signs in as first has three requests to answer, the oldest of them acknowledged.</summary>
    private async Task AskGwenAsync(PortalDb db, HashSet<Guid> nil)
    {
        var before = At(Worked(6), 0, 0);
        var gwen = stage.Professionals.Values.Single(p => p.FullName == "Gwen Pritchard");
        var service = stage.Services[gwen.ServiceId];
        var cases = await db.Assessments.AsNoTracking()
            .Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess && db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.SentUtc < before) && !db.AdviceRequests.Any(r => r.AssessmentId == a.Id && r.ServiceId == service.Id))
            .OrderByDescending(a => a.RequestReceivedOn).ThenBy(a => a.Reference).ToListAsync();
        // first the cases of children whom this service usually advises on
        var chosen = cases.Where(a => !nil.Contains(a.Id)).OrderByDescending(a => service.UsuallyAdvises(CompulsorySchoolAge.AgeOn(a.Child.DateOfBirth, a.RequestReceivedOn), a.PrimaryNeed)).Take(3).Select(a => a.Reference).ToList();
        foreach (var (reference, n) in chosen.Select((r, n) => (r, n)))
        {
            stage.Plan(At(Worked(5 - (2 * n)), 15, 10), stage.Administrator, async (s, at) =>
            {
                await s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new RequestAdviceCommand(reference, [new AskOne(new AskTarget(service.Id, gwen.Id), SharingConfirmed: true)],
                    "Please say what is needed for writing, dressing and eating.", SendNow: true), CancellationToken.None);
                if (n > 0) { return; }
                var id = await s.GetRequiredService<PortalDb>().AdviceRequests.Where(r => r.AssessmentReference == reference && r.ServiceId == service.Id).Select(r => r.Id).SingleAsync();
                stage.Plan(at.AddHours(18), stage.ProfessionalOf(service.Id, gwen.Id), (own, _) => own.GetRequiredService<AcknowledgeHandler>().HandleAsync(id, CancellationToken.None));
            });
        }
    }

    /// <summary>Makes one of the last emails fail and one bounce, about requests that still wait, so that a visitor has failures to deal with.</summary>
    private static async Task LoseTwoEmailsAsync(PortalDb db)
    {
        var last = await (
            from e in db.Emails.AsNoTracking()
            join r in db.AdviceRequests.Outstanding() on e.AdviceRequestId equals (Guid?)r.Id
            where e.SentUtc != null
            orderby e.SentUtc descending, e.Id
            select new { e.Id, e.To, At = e.SentUtc!.Value }).Take(50).ToListAsync();
        var (failed, bounced) = (last[0], last.First(e => e.To != last[0].To));
        await db.Emails.Where(e => e.Id == failed.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.SentUtc, (DateTime?)null).SetProperty(e => e.FailedUtc, failed.At)
            .SetProperty(e => e.LastError, "The mail server refused the address (550)."));
        await db.Emails.Where(e => e.Id == bounced.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.BouncedUtc, bounced.At.AddMinutes(2)).SetProperty(e => e.LastError, "There is no such mailbox (5.1.1, 550)."));
    }

    /// <summary>Of three cases every service has no advice: two wait for the decision, one is decided.</summary>
    private async Task<HashSet<Guid>> AllNilAsync(PortalDb db, List<Open> open)
    {
        var answered = await db.AdviceRequests.AsNoTracking().Where(r => r.Kind == AdviceKind.Statutory && r.Stage != RequestStage.Closed && r.Stage != RequestStage.WithService)
            .Select(r => r.AssessmentId).Distinct().ToListAsync();
        var chosen = open.GroupBy(r => r.AssessmentId).Where(g => !answered.Contains(g.Key) && g.All(r => r.SentUtc < At(Worked(4), 0, 0) && r.DueOn > clock.Today))
            .OrderBy(g => g.Count()).ThenBy(g => g.First().Reference, StringComparer.Ordinal).Take(3).ToList();
        foreach (var (requests, n) in chosen.Select((g, n) => (g, n)))
        {
            foreach (var (r, m) in requests.Select((r, m) => (r, m)))
            {
                stage.Plan(At(Worked(3), 10 + m, 12), stage.ProfessionalOf(r.ServiceId, r.ProfessionalId), (s, _) =>
                    s.GetRequiredService<NilReturnHandler>().HandleAsync(r.Id, ReplyCode.NotKnown, null, null, null, CancellationToken.None));
            }
            if (n < 2) { continue; }
            var (id, reference) = (requests.Key, requests.First().Reference);
            stage.Plan(At(Worked(2), 16, 5), stage.DesignatedOfficer, async (s, _) => await s.GetRequiredService<DecideAllNilHandler>().HandleAsync(
                reference, await s.GetRequiredService<PortalDb>().Assessments.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(), AllNilDecision.NoHealthNeedsKnown,
                "The records of every service and of the GP were looked at, and the school nurse was asked. No health need is known.", CancellationToken.None));
        }
        return [.. chosen.Select(g => g.Key)];
    }

    /// <summary>Most services say that they have a request, some by when they will answer; some are telephoned; the others are silent.</summary>
    private void Wait(Open r, int n)
    {
        var person = stage.ProfessionalOf(r.ServiceId, r.ProfessionalId);
        switch (n % 8)
        {
            case 0 or 1 or 2:
                stage.Plan(r.SentUtc.AddHours(20), person, (s, _) => s.GetRequiredService<AcknowledgeHandler>().HandleAsync(r.Id, CancellationToken.None));
                break;
            case 3 or 6:
                var on = r.DueOn.AddDays(-3) > clock.Today ? r.DueOn.AddDays(-3) : clock.Today.AddDays(2 + (n % 4));
                stage.Plan(r.SentUtc.AddHours(44), person, (s, _) => s.GetRequiredService<PromiseHandler>().HandleAsync(r.Id, on, null, DemoReasons.Of(n), CancellationToken.None));
                break;
            case 4 when r.SentUtc < At(Worked(2), 0, 0):
                stage.Plan(At(Worked(2), 11, 30), stage.Administrator, (s, _) => s.GetRequiredService<ChaseHandler>().HandleAsync([r.Id],
                    new ChaseAction(ChaseChannel.Phone, "The service's secretary", "The assessment is done, and the report is being typed.", clock.Today.AddDays(3), Again: false), CancellationToken.None));
                break;
        }
    }

    private void GiveBack(List<Open> requests)
    {
        string[] why =
        [
            "Discharged from this service two years ago. Community paediatrics saw them last month.", "Moved to another area: the new service holds the record.",
            "This is for the hearing service. We have never had a referral.", "The named therapist has left, and nobody here knows this young person.",
        ];
        foreach (var (r, n) in requests.Select((r, n) => (r, n)))
        {
            stage.Plan(At(Worked(1), 9 + n, 40), stage.ProfessionalOf(r.ServiceId, r.ProfessionalId), (s, _) => s.GetRequiredService<GiveBackHandler>().HandleAsync(r.Id, why[n], null, CancellationToken.None));
        }
    }

    /// <summary>Two escalations to the Designated Clinical Officer and two to an administrator; one of each pair is answered.</summary>
    private void Escalate(List<Open> requests)
    {
        var people = new[] { stage.Administrator, stage.DesignatedOfficer };
        foreach (var (r, n) in requests.Select((r, n) => (r, n)))
        {
            var (from, to) = (people[n % 2], people[1 - (n % 2)]);
            var key = Guid.CreateVersion7();
            stage.Plan(At(Worked(2), 13 + n, 15), from, (s, _) => s.GetRequiredService<EscalateHandler>().RaiseAsync(r.Id, key, DemoStage.IdOf(to),
                n % 2 == 0 ? "Two reminders and a call without an answer. Please speak to the head of the service." : "The provider asks which report is meant. Please tell them today.", CancellationToken.None));
            if (n is not (0 or 3)) { continue; }
            stage.Plan(At(Worked(1), 12, 20 + n), to, (s, _) => s.GetRequiredService<EscalateHandler>().AnswerAsync(key, "Spoken to today: the advice comes by the end of next week.", CancellationToken.None));
        }
    }

    private async Task AskAsync(PortalDb db)
    {
        var cases = await (
            from a in db.Assessments.AsNoTracking()
            join l in db.LocalAuthorities on a.LocalAuthorityId equals l.Id
            where l.Code == "888" && a.Outcome == null && a.Decision == AssessmentDecision.Assess
            orderby a.Reference
            select a.Reference).Take(5).ToListAsync();
        (string Question, string? Answer)[] words =
        [
            ("The parents say that they saw a physiotherapist in spring. Was she asked?", "She was asked yesterday; the request is on the page of the assessment."),
            ("The panel meets on Thursday. Can we have the therapy advice by Wednesday?", null),
            ("The report names another school. Is it about the right child?", null),
            ("The family has moved. Has the new address been confirmed?", "Yes, by letter. We have corrected it."),
            ("Which of the two colleges is the placement? The notification names both.", null),
        ];
        foreach (var (reference, n) in cases.Select((c, n) => (c, n)))
        {
            var (asks, answers) = n < 3 ? (stage.Authority("888"), stage.Administrator) : (stage.Administrator, stage.Authority("888"));
            var (id, text) = (Guid.CreateVersion7(), words[n]);
            stage.Plan(At(Worked(3), 9 + n, 25), asks, (s, _) => s.GetRequiredService<QuestionsHandler>().AskAsync(reference, id, text.Question, CancellationToken.None));
            if (text.Answer is null) { continue; }
            stage.Plan(At(Worked(2), 9 + n, 50), answers, (s, _) => s.GetRequiredService<QuestionsHandler>().ReplyAsync(id, Guid.CreateVersion7(), text.Answer, openAgain: false, CancellationToken.None));
            if (n == 0) { stage.Plan(At(Worked(1), 9, 5), asks, (s, _) => s.GetRequiredService<QuestionsHandler>().CloseAsync(id, CancellationToken.None)); }
        }
    }

    /// <summary>A lead arranges that Gwen covers for Tariq; Gwen enters later leave of her own, which nobody covers yet.</summary>
    private void GoOnLeave()
    {
        var tariq = stage.Professionals.Values.Single(p => p.FullName == "Tariq Aziz");
        var gwen = stage.Professionals.Values.Single(p => p.FullName == "Gwen Pritchard");
        stage.Plan(At(Worked(2), 8, 50), stage.LeadOf(tariq.ServiceId), (s, _) => s.GetRequiredService<ArrangeCoverHandler>().ForProfessionalAsync(tariq.Id,
            Away(clock.Today.AddDays(4), clock.Today.AddDays(13), gwen.Id, tariq.Version), CancellationToken.None));
        stage.Plan(At(Worked(1), 8, 20), stage.ProfessionalOf(gwen.ServiceId, gwen.Id), (s, _) => s.GetRequiredService<ArrangeCoverHandler>().ForSelfAsync(
            Away(clock.Today.AddDays(30), clock.Today.AddDays(43), null, gwen.Version), CancellationToken.None));
    }

    private static CoverToArrange Away(DateOnly from, DateOnly until, Guid? cover, Guid version) => new(from, until, cover, version);

    /// <summary>A working day before today: the last, the last but one and so on.</summary>
    private DateOnly Worked(int ago)
    {
        var day = clock.Today;
        for (var n = 0; n < ago; n++) { day = EnglandBankHolidays.LastWorkingDayOnOrBefore(day.AddDays(-1)); }
        return day;
    }

    private static DateTime At(DateOnly day, int hour, int minute) => UkClock.StartOf(day).AddHours(hour).AddMinutes(minute);
}
