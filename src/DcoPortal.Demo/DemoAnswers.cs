using DcoPortal.Casework.Access;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Casework.Exemptions;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>What becomes of a request: answered, late, sent back, not known, or silent; chased, checked and returned.</summary>
internal sealed class DemoAnswers(DemoStage stage, Random dice)
{
    public void Plan(Guid requestId, Guid serviceId, Guid? professionalId, DateOnly sentOn, DateOnly dueOn)
    {
        var luck = dice.Next(100);
        // what is said of an answer in time is not kept
        var why = DemoReasons.Of((luck * 31) + (sentOn.DayNumber * 17));
        if (luck < 8) { PlanNilReturn(requestId, serviceId, professionalId, sentOn.AddDays(dice.Next(1, 12))); }
        else if (luck < 80) { PlanAnswer(requestId, serviceId, professionalId, sentOn.AddDays(dice.Next(8, 38)), mayBeSentBack: true, why); }
        else if (luck < 94) { PlanAnswer(requestId, serviceId, professionalId, dueOn.AddDays(dice.Next(2, 25)), mayBeSentBack: false, why); }
        else if (luck < 97) { PlanMissedAppointment(requestId, serviceId, professionalId, sentOn); }
        if (luck < 94) { PlanOpening(requestId, serviceId, professionalId, sentOn.AddDays(luck < 8 ? 1 : 1 + (sentOn.DayNumber % 5))); }
        PlanReminder(requestId, dueOn.AddDays(-7));
        PlanReminder(requestId, dueOn.AddDays(3));
    }

    private void PlanOpening(Guid requestId, Guid serviceId, Guid? professionalId, DateOnly on) =>
        stage.Plan(At(on, 9), stage.ProfessionalOf(serviceId, professionalId), (services, _) => services.GetRequiredService<OpenRequestHandler>().HandleAsync(requestId, CancellationToken.None));

    private void PlanAnswer(Guid requestId, Guid serviceId, Guid? professionalId, DateOnly on, bool mayBeSentBack, WhyLate? why)
    {
        var person = stage.ProfessionalOf(serviceId, professionalId);
        var uploads = dice.Next(100) < 45;
        var draft = new AdviceDraft(uploads ? "Report of the assessment this term, with programme for school." : null, One(DemoWords.Basis), One(DemoWords.HealthNeeds),
            dice.Next(100) < 75 ? One(DemoWords.Outcomes) : null, One(DemoWords.Provision), person.FindFirst(PortalClaims.DisplayName)!.Value);
        stage.Plan(At(on.AddDays(-2), 16), person, (s, _) => s.GetRequiredService<SaveDraftHandler>().HandleAsync(requestId, draft, null, Guid.Empty, CancellationToken.None));
        stage.Plan(At(on, 10), person, async (services, _) =>
        {
            if (uploads) { await UploadAsync(services, requestId); }
            if (!(await services.GetRequiredService<SubmitAdviceHandler>().HandleAsync(requestId, null, null, why, CancellationToken.None)).Stands) { return; }
            if (mayBeSentBack && dice.Next(100) < 9) { PlanSendBack(requestId, serviceId, professionalId, on.AddDays(1), why); }
            else { PlanReturn(requestId, on.AddDays(dice.Next(0, 4))); }
        });
    }

    private void PlanNilReturn(Guid requestId, Guid serviceId, Guid? professionalId, DateOnly on) =>
        stage.Plan(At(on, 11), stage.ProfessionalOf(serviceId, professionalId), async (services, _) =>
        {
            var reason = dice.Next(100) < 70 ? ReplyCode.NotKnown : ReplyCode.UniversalOnly;
            await services.GetRequiredService<NilReturnHandler>().HandleAsync(requestId, reason, null, null, null, CancellationToken.None);
            PlanReturn(requestId, on.AddDays(dice.Next(0, 3)));
        });

    private void PlanMissedAppointment(Guid requestId, Guid serviceId, Guid? professionalId, DateOnly sentOn)
    {
        var missedOn = sentOn.AddDays(dice.Next(5, 30));
        stage.Plan(At(missedOn.AddDays(1), 9), stage.ProfessionalOf(serviceId, professionalId), (services, _) => services.GetRequiredService<RecordExemptionHandler>()
            .ForRequestAsync(requestId, new(ExemptionGround.MissedAppointment, new()
            {
                AppointmentOn = missedOn,
                NotKeptBy = AppointmentNotKeptBy.ChildOrFamily,
                ImpracticalBecause = "The assessment could not be made without seeing the child; the next appointment is in three weeks.",
            }, "The appointment record, and the letter with the new appointment.", services.GetRequiredService<CurrentPerson>().Actor.Name, missedOn.AddDays(1), missedOn.AddDays(1), missedOn.AddDays(28)), CancellationToken.None));
    }

    private static async Task UploadAsync(IServiceProvider services, Guid requestId)
    {
        List<UploadedFile> files = [File("health-advice.pdf", DemoPdf.Page("Health advice (demonstration)", "This document is made up.", $"Request {requestId:N}"))];
        // a few come with an old letter from the paper file
        if (await services.GetRequiredService<PortalDb>().Documents.CountAsync() % 7 == 3) { files.Add(File("clinic-letter.pdf", DemoPdf.Scan())); }
        await services.GetRequiredService<AdviceDocumentsHandler>().AddAsync(requestId, files, CancellationToken.None);
    }

    private static UploadedFile File(string name, byte[] bytes) => new(name, bytes.Length, () => new MemoryStream(bytes));

    private T One<T>(T[] from) => from[dice.Next(from.Length)];

    private DateTime At(DateOnly day, int hour) => UkClock.StartOf(day).AddHours(hour).AddMinutes(dice.Next(60));

    private void PlanReturn(Guid requestId, DateOnly on) => stage.Plan(At(on, 14), stage.Administrator, async (services, _) =>
        await services.GetRequiredService<AcceptAdviceHandler>().HandleAsync(requestId, await VersionAsync(services, requestId), thenReturn: true, CancellationToken.None));

    private void PlanSendBack(Guid requestId, Guid serviceId, Guid? professionalId, DateOnly on, WhyLate? why) => stage.Plan(At(on, 14), stage.Administrator, async (services, _) =>
    {
        const string comment = "Please say how often and for how long each part of the provision is needed, and whether it educates or trains.";
        await services.GetRequiredService<SendBackHandler>().HandleAsync(requestId, await VersionAsync(services, requestId), comment, CancellationToken.None);
        // two in three services answer again; the other requests are still open
        if (dice.Next(3) > 0) { PlanAnswer(requestId, serviceId, professionalId, on.AddDays(dice.Next(4, 10)), mayBeSentBack: false, why); }
    });

    // demo people send reminders on working days only
    private void PlanReminder(Guid requestId, DateOnly on) => stage.Plan(At(EnglandBankHolidays.LastWorkingDayOnOrBefore(on), 9), stage.Administrator, async (services, _) =>
    {
        var stillWaits = await services.GetRequiredService<PortalDb>().AdviceRequests.Outstanding().AnyAsync(r => r.Id == requestId);
        if (stillWaits) { await services.GetRequiredService<ChaseHandler>().HandleAsync([requestId], again: false, note: null, CancellationToken.None); }
    });

    private static Task<Guid> VersionAsync(IServiceProvider services, Guid requestId) =>
        services.GetRequiredService<PortalDb>().AdviceRequests.Where(r => r.Id == requestId).Select(r => r.Version).SingleAsync();
}
