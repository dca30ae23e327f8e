using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Figures;

/// <summary>Requests of every kind of life, made by their own moves on the days that they happened; the same ones every time.</summary>
internal static class FigureWorld
{
    /// <summary>The day after the last of them was made.</summary>
    public static readonly DateOnly Today = new(2026, 11, 29);

    private static readonly Guid[] Services = [TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy, TestWorld.Paediatrics];
    private static readonly WhyLate[] Whys = [new(LateReason.WaitingForAppointment), new(LateReason.TooFewStaff), new(LateReason.AnotherReason, "The clinic moved")];
    private static readonly string[] Needs = ["SLCN", "ASD", "", "SEMH"];
    private static readonly ClockEvent[] Starts = [ClockEvent.RequestReceived, ClockEvent.RequestReceived, ClockEvent.BecameResponsible, ClockEvent.AssessmentOrdered];

    /// <summary>The scope of the board's DCO service.</summary>
    public static async Task<AccessScope> ScopeAsync(PortalApp app)
    {
        await using var db = app.Database();
        return new() { Kind = ScopeKind.DcoService, IcbId = await db.Users.Where(u => u.Email == TestWorld.Dco).Select(u => u.IcbId).SingleAsync() };
    }

    /// <summary>Makes them: so many cases with three requests each, asked over 15 months.</summary>
    public static async Task MakeAsync(PortalApp app, int cases)
    {
        for (var n = 0; n < cases; n++)
        {
            var asked = new DateOnly(2025, 8, 10).AddDays(n * 460 / cases);
            app.Time.Set(Noon(asked));
            var (need, start, born) = (Needs[n % 4], Starts[n / 2 % 4], new DateOnly(2026 - ((n * 7) % 24), 1 + (n % 12), 5));
            var keys = await app.AssessmentAsync(n % 3 == 0 ? "890" : "888", received: asked.AddDays(-10), startedBy: start, change: a =>
            {
                a.PrimaryNeed = need;
                a.Child.DateOfBirth = born;
            });
            for (var s = 0; s < Services.Length; s++)
            {
                var life = ((n * 5) + (s * 3)) % 14;
                await app.RequestAsync(keys, Services[s], send: life != 0, change: r => Live(r, life, n));
            }
        }
        app.Time.Set(Noon(Today));
    }

    /// <summary>Issues the plans of so many open cases today.</summary>
    public static async Task IssuePlansAsync(PortalApp app, int plans)
    {
        await using var db = app.Database();
        foreach (var reference in await db.Assessments.Where(a => a.Outcome == null).OrderBy(a => a.Reference).Take(plans).Select(a => a.Reference).ToListAsync())
        {
            await app.AsAsync(reference.StartsWith("LCC", StringComparison.Ordinal) ? TestWorld.Caseworker : TestWorld.OtherCaseworker,
                s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(reference, AssessmentOutcome.PlanIssued, Today), default));
        }
    }

    /// <summary>Asks again, after its due date, for some of what was not given by then.</summary>
    public static async Task AskInsteadAsync(PortalApp app)
    {
        await using var db = app.Database();
        var gone = await db.AdviceRequests.AsNoTracking().Where(r => r.BecameOn > r.DueOn && (r.Became == Became.Closed || r.Became == Became.Withdrawn)).OrderBy(r => r.AssessmentReference).Take(4).ToListAsync();
        foreach (var one in gone) { await app.RequestAsync(one.Keys, one.ServiceId, change: r => r.StandInForOneOf([one], Today)); }
    }

    /// <summary>Ends a case.</summary>
    public static async Task EndAsync(PortalApp app, string reference, AssessmentOutcome outcome, DateOnly on) =>
        await app.AsAsync(reference.StartsWith("LCC", StringComparison.Ordinal) ? TestWorld.Caseworker : TestWorld.OtherCaseworker, s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(reference, outcome, on), default));

    private static void Live(AdviceRequest r, int life, int n)
    {
        var (early, late) = (r.DueOn.AddDays(-(n % 20)), r.DueOn.AddDays(1 + (n * 11 % 60)));
        // nothing happens after today
        if (late > Today || early > Today) { return; }
        // some say why, also of what is in time or a nil return in the end
        if (n % 4 != 3) { r.SayWhyLate(Whys[(n + life) % Whys.Length]); }
        switch (life)
        {
            case 1 or 2 or 3: Answer(r, early); break;
            case 4: Answer(r, late); break;
            case 5: Answer(r, late); break;
            case 6: Nil(r, early); break;
            case 7: Nil(r, early); Again(r, early, late); break;
            case 8: r.Close("The assessment has ended", Noon(late)); break;
            case 9: r.Close("No longer needed", Noon(early)); break;
            case 10: r.WithdrawRequest("Asked by mistake", "The service", Noon(n % 2 == 0 ? late : early)); break;
            case 11: r.NoteExemption(ExemptionGround.MissedAppointment); break;
            case 12: r.NoteExemption(ExemptionGround.AbsentFromArea); Answer(r, late); break;
            case 13: Answer(r, early); Again(r, early, late); break;
            default: break;
        }
    }

    private static void Answer(AdviceRequest r, DateOnly on)
    {
        r.Open(Noon(on.AddDays(-3)));
        r.Submit(Noon(on.AddDays(-1)), on.AddDays(-1), "Joan");
        r.Accept(Noon(on));
        r.ReturnToAuthority(Noon(on), on);
    }

    private static void Nil(AdviceRequest r, DateOnly on)
    {
        r.SubmitNilReturn(ReplyCode.NotKnown, null, Noon(on), on, "Joan");
        r.Accept(Noon(on));
        r.ReturnToAuthority(Noon(on), on);
    }

    // a new version is asked for and comes
    private static void Again(AdviceRequest r, DateOnly asked, DateOnly on)
    {
        r.AskForMore(AnswerKind.Version, "More is known now", new DateOnly(2027, 7, 1), Noon(asked));
        r.Submit(Noon(on), on, "Joan");
        r.Accept(Noon(on));
        r.ReturnToAuthority(Noon(on), on);
    }

    public static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
}
