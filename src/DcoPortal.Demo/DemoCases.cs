using System.Globalization;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>About 150 assessments in every state, dated from today, each played from its notification to its present state.</summary>
internal sealed class DemoCases(DemoStage stage, UkClock clock)
{
    private const int Count = 160;

    /// <summary>How many assessments were notified yesterday and the day before, and wait in triage.</summary>
    private const int Fresh = 8;
    private static readonly (string Code, int Share)[] Authorities = [("888", 50), ("889", 18), ("890", 18), ("943", 8), ("942", 6)];

    // seeded: every demo of a day is the same demo
    private readonly Random _dice = new(2014_1530);

    public async Task MakeAsync()
    {
        var today = clock.Today;
        for (var i = 0; i < Count; i++) { PlanCase(i, today); }
        await stage.PlayAsync(clock.UtcNow, 5, 85);
    }

    private void PlanCase(int i, DateOnly today)
    {
        // more recent requests than old ones, as in a real portal
        var received = today.AddDays(-(3 + (int)(Math.Pow(_dice.NextDouble(), 1.3) * 190)));
        var authority = Pick();
        var decidedInTime = _dice.Next(100) < 88;
        var decidedOn = received.AddDays(decidedInTime ? _dice.Next(14, 42) : _dice.Next(43, 60));
        var startedBy = RareStart(i);
        if (startedBy is { } rare) { decidedOn = received.AddDays(rare == ClockEvent.ReassessmentNotified ? 0 : decidedInTime ? 4 + (i % 9) : 17); }
        var isFresh = i >= Count - Fresh;
        if (isFresh) { (received, decidedOn) = (today.AddDays(-_dice.Next(20, 41)), today.AddDays(-3)); }
        if (isFresh && startedBy == ClockEvent.ReassessmentNotified) { received = decidedOn; }
        var refused = !isFresh && _dice.Next(100) < 7 && !(startedBy is { } start && AssessmentStarts.MustAssess(start));
        // most authorities notify once they have decided, some as soon as the family asks
        var loggedOn = _dice.Next(100) < 70 ? decidedOn.AddDays(_dice.Next(0, 3)) : received.AddDays(_dice.Next(1, 5));
        if (isFresh) { loggedOn = today.AddDays(-1 - (i % 2)); }
        var decidedAtLog = loggedOn >= decidedOn;
        var details = Details(i, received, decidedAtLog ? (refused ? AssessmentDecision.DoNotAssess : AssessmentDecision.Assess) : null, decidedAtLog ? decidedOn : null, startedBy);
        var id = Guid.CreateVersion7();
        var person = stage.Authority(authority);
        stage.Plan(At(loggedOn, 9, 10), person, async (services, _) =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var logged = await services.GetRequiredService<NotificationWriter>().AddAsync(id, details, k => new NotificationLogged(k, received, details.StartedBy), announce: true, CancellationToken.None);
            await db.SaveChangesAsync();
            var reference = logged.Reference;
            await ShareOutAsync(services, db, reference, i);
            if (!decidedAtLog)
            {
                stage.Plan(At(decidedOn, 11, 5), person, (s, _) => s.GetRequiredService<RecordDecisionHandler>()
                    .HandleAsync(new DecisionToRecord(reference, refused ? AssessmentDecision.DoNotAssess : AssessmentDecision.Assess, decidedOn), CancellationToken.None));
            }
            if (!refused && !isFresh) { PlanFanOut(reference, details, decidedAtLog ? loggedOn : decidedOn, received, person); }
        });
    }

    /// <summary>Some cases are the manager's and a few nobody's, as in a real team.</summary>
    private static async Task ShareOutAsync(IServiceProvider services, PortalDb db, string reference, int number)
    {
        if (number % 3 != 1 && number % 11 != 5) { return; }
        Guid? to = number % 3 == 1 ? await db.Users.Where(u => u.Role == Role.LaManager && u.DisabledUtc == null).OrderBy(u => u.DisplayName).Select(u => (Guid?)u.Id).FirstOrDefaultAsync() : null;
        await services.GetRequiredService<HandOverHandler>().TheseAsync([reference], to, null, CancellationToken.None);
    }

    private void PlanFanOut(string reference, NotificationDetails details, DateOnly from, DateOnly received, System.Security.Claims.ClaimsPrincipal authority)
    {
        var sentOn = from.AddDays(_dice.Next(0, 4));
        var age = CompulsorySchoolAge.AgeOn(details.Child.DateOfBirth, received);
        var usual = stage.Services.Values.Where(s => s.UsuallyAdvises(age, details.PrimaryNeed)).OrderBy(s => s.DistinctName, StringComparer.Ordinal).ToList();
        var also = Enumerable.Range(0, Math.Min(usual.Count, _dice.Next(1, 4))).Select(_ => usual[_dice.Next(usual.Count)]).Distinct().ToList();
        stage.Plan(At(sentOn, 13, 20), stage.Administrator, async (services, _) =>
        {
            await services.GetRequiredService<SendPreparedHandler>().HandleAllAsync(reference, sharingConfirmed: true, null, CancellationToken.None);
            var asked = also.Select(s => new AskOne(TargetOf(s.Id), SharingConfirmed: true)).ToList();
            await services.GetRequiredService<RequestAdviceHandler>().HandleAsync(
                new RequestAdviceCommand(reference, asked, "Please give advice on needs, outcomes and provision in your own area.", SendNow: true), CancellationToken.None);
            var db = services.GetRequiredService<PortalDb>();
            var sent = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentReference == reference && r.Stage != RequestStage.ToSend && r.Stage != RequestStage.GivenBack && r.Stage != RequestStage.Closed)
                .Select(r => new { r.Id, r.ServiceId, r.ProfessionalId, r.DueOn }).ToListAsync();
            var answers = new DemoAnswers(stage, _dice);
            // by name: ids differ from one making to the next, and each request takes its dice in turn
            foreach (var r in sent.OrderBy(r => stage.NameOf(r.ServiceId, r.ProfessionalId), StringComparer.Ordinal)) { answers.Plan(r.Id, r.ServiceId, r.ProfessionalId, sentOn, r.DueOn); }
            PlanOutcome(reference, received, details.StartedBy, authority);
        });
    }

    private void PlanOutcome(string reference, DateOnly received, ClockEvent startedBy, System.Security.Claims.ClaimsPrincipal authority)
    {
        var noPlan = _dice.Next(100) < 18 && !AssessmentStarts.IsReassessment(startedBy);
        // after an order and for a re-assessment the final plan is due 6 weeks earlier
        var on = received.AddDays((noPlan ? _dice.Next(90, 116) : _dice.Next(125, 175)) - (AssessmentStarts.IsTribunal(startedBy) || AssessmentStarts.IsReassessment(startedBy) ? 42 : 0));
        void PlanStep(DateOnly day, PlanSteps steps) => stage.Plan(At(day, 14, 10), authority, (services, _) => services.GetRequiredService<PlanStepsHandler>().HandleAsync(steps, CancellationToken.None));
        if (!noPlan)
        {
            PlanStep(on.AddDays(-35), new(reference, on.AddDays(-35), null));
            PlanStep(on.AddDays(-21), new(reference, on.AddDays(-35), on.AddDays(-21)));
        }
        // a few authorities forget to send health the plan, which the portal flags
        DateOnly? sentOn = noPlan || _dice.Next(100) < 12 ? null : on;
        stage.Plan(At(on, 15, 40), authority, (services, _) => services.GetRequiredService<RecordOutcomeHandler>()
            .HandleAsync(new OutcomeToRecord(reference, noPlan ? AssessmentOutcome.NoPlan : AssessmentOutcome.PlanIssued, on, HealthToldOn: sentOn), CancellationToken.None));
    }

    /// <summary>One case in forty begins by each of the rarer events; null for all others.</summary>
    private static ClockEvent? RareStart(int i) => (i % 40) switch
    {
        7 => ClockEvent.AssessmentOrdered,
        17 => ClockEvent.AssessmentConceded,
        27 => ClockEvent.ReassessmentRequested,
        37 => ClockEvent.ReassessmentNotified,
        _ => null,
    };

    private NotificationDetails Details(int i, DateOnly received, AssessmentDecision? decision, DateOnly? decidedOn, ClockEvent? startedBy)
    {
        var age = _dice.Next(2, 21);
        var born = received.AddYears(-age).AddDays(-_dice.Next(1, 360));
        var isYoungPerson = age >= 16;
        var need = One(DemoWords.Needs);
        var surname = One(DemoWords.Surnames);
        var setting = One(DemoWords.SettingsAt(age));
        return new NotificationDetails
        {
            RequestReceivedOn = received,
            StartedBy = (_dice.Next(100) < 6 ? ClockEvent.BecameResponsible : ClockEvent.RequestReceived) is var usual && startedBy is { } rare ? rare : usual,
            Source = One(DemoWords.SourcesAt(age)),
            Decision = decision,
            DecidedOn = decidedOn,
            PrimaryNeed = need,
            AuthorityReference = string.Create(CultureInfo.InvariantCulture, $"EHC/{received.Year}/{1000 + i}"),
            Child = new ChildOrYoungPerson
            {
                LegalSurname = surname,
                Forenames = One(DemoWords.Forenames),
                DateOfBirth = born,
                Sex = _dice.Next(2) == 0 ? "Female" : "Male",
                NhsNumber = _dice.Next(100) < 92 ? DemoNhsNumber(i) : null,
                Postcode = string.Create(CultureInfo.InvariantCulture, $"PR{1 + _dice.Next(9)} {_dice.Next(1, 10)}AB"),
                Address = string.Create(CultureInfo.InvariantCulture, $"{_dice.Next(1, 240)} Mill Lane, Preston"),
                Interpreter = _dice.Next(100) < 15 ? One(["Urdu", "Polish", "BSL"]) : null,
                IsLookedAfter = _dice.Next(100) < 8,
                GpPracticeCode = _dice.Next(100) < 80 ? "P81001" : null,
            },
            Family = new FamilyView
            {
                ParentName = isYoungPerson ? null : $"{One(["Samantha", "Imran", "Chloé", "Peter", "Agnieszka"])} {surname}",
                ParentPhone = isYoungPerson ? null : "07700 900123",
                YoungPersonEmail = isYoungPerson ? $"young.person{i}@example.org" : null,
                DiscussedWithYoungPerson = isYoungPerson ? true : null,
                Views = _dice.Next(100) < 85 ? One(DemoWords.FamilyViewsAt(age)) : null,
                Sharing = _dice.Next(100) < 90 ? SharingAgreement.Agreed : SharingAgreement.Objects,
                DoNotShareWith = _dice.Next(100) < 6 ? "Our old health visitor" : null,
            },
            Setting = new EducationSetting { Name = setting.Name, Urn = setting.Urn, YearGroup = age is > 4 and < 19 ? $"Year {age - 4}" : null },
            Professionals = [.. Named(age, need)],
        };
    }

    private IEnumerable<NamedProfessional> Named(int age, string need)
    {
        var known = stage.Professionals.Values.Where(p => stage.Services[p.ServiceId].UsuallyAdvises(age, need)).OrderBy(p => p.Email, StringComparer.Ordinal).ToList();
        foreach (var n in Enumerable.Range(0, known.Count == 0 ? 0 : _dice.Next(1, 4)))
        {
            // the clinicians whom a demo visitor signs in as are named often, so that their lists are full
            var star = n == 0 && _dice.Next(4) == 0 ? One(["Gwen Pritchard", "Gwen Pritchard", "Tariq Aziz", "Joan Catterall"]) : null;
            var p = known.Find(k => k.FullName == star) ?? known[_dice.Next(known.Count)];
            // one professional in six is named from memory, so that the DCO service has to find the directory entry
            yield return _dice.Next(6) == 0
                ? new NamedProfessional { Name = p.FullName, ServiceName = "Children's therapy team", ProviderName = "the hospital" }
                : new NamedProfessional { ProfessionalId = p.Id, ServiceId = p.ServiceId, Name = p.FullName, ServiceName = stage.Services[p.ServiceId].Name };
        }
    }

    private AskTarget TargetOf(Guid serviceId)
    {
        var people = stage.Professionals.Values.Where(p => p.ServiceId == serviceId).OrderBy(p => p.FullName, StringComparer.Ordinal).ToList();
        var n = _dice.Next(people.Count + 1);
        return new AskTarget(serviceId, n < people.Count ? people[n].Id : null);
    }

    /// <summary>A number of the test range 999 with a right check digit; one for each case.</summary>
    private static string? DemoNhsNumber(int i)
    {
        for (var n = 999_000_000 + (i * 6007); ; n++)
        {
            var digits = n.ToString("000000000", CultureInfo.InvariantCulture);
            var check = 11 - (digits.Select((d, at) => (d - '0') * (10 - at)).Sum() % 11);
            if (check != 10) { return digits + (check == 11 ? 0 : check).ToString(CultureInfo.InvariantCulture); }
        }
    }

    private string Pick()
    {
        var n = _dice.Next(100);
        foreach (var (code, share) in Authorities)
        {
            if (n < share) { return code; }
            n -= share;
        }
        return Authorities[0].Code;
    }

    private T One<T>(T[] from) => from[_dice.Next(from.Length)];

    private DateTime At(DateOnly day, int hour, int minute) => UkClock.StartOf(day).AddHours(hour).AddMinutes(minute).AddSeconds(_dice.Next(60));
}
