using DcoPortal.Benchmarks.Data;
using DcoPortal.Benchmarks.Pages;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Benchmarks.Writes;

/// <summary>Times the three writes that people wait for most often, one after the other.</summary>
internal sealed class WriteTimer(RunningServer portal, PortalData data)
{
    private const int Warm = 3;
    private const int Times = 15;

    public async Task<IReadOnlyList<WriteResult>> TimeAsync(DateOnly today)
    {
        using var caseworker = await SignInAsync(Role.LaCaseworker);
        using var administrator = await SignInAsync(Role.DcoAdministrator);
        using var clinician = await SignInAsync(Role.Clinician);
        var (services, asked) = await SubjectsAsync();
        var (notifications, fanOuts, answers) = (new Notifications(caseworker, today), new FanOuts(administrator, services), new Answers(clinician));
        return
        [
            await TimeAsync("Log a notification with a file of 1 MB", notifications.LogAsync),
            await TimeAsync($"Ask {FanOuts.Asked} services", n => fanOuts.AskAsync(notifications.Logged[n])),
            await TimeAsync("Write and submit an answer", n => answers.AnswerAsync(asked[n])),
        ];
    }

    private async Task<WriteResult> TimeAsync(string name, Func<int, Task<TimeSpan>> write)
    {
        for (var n = 0; n < Warm; n++) { await write(n); }
        var before = portal.Processor;
        List<double> took = [];
        for (var n = Warm; n < Warm + Times; n++) { took.Add((await write(n)).TotalMilliseconds); }
        return new(name, took, (portal.Processor - before).TotalMilliseconds / Times);
    }

    private Task<Visitor> SignInAsync(Role role) => Visitor.SignInAsync(portal.Url, Subjects.EmailOf(role));

    private async Task<(IReadOnlyList<Guid> Services, IReadOnlyList<Guid> Asked)> SubjectsAsync()
    {
        await using var db = PortalDatabase.Model(data);
        var clinician = await db.Users.SingleAsync(u => u.Email == Subjects.EmailOf(Role.Clinician));
        var services = await db.Services.Where(s => s.IcbId == clinician.IcbId).OrderBy(s => s.Id).Select(s => s.Id).Take(FanOuts.Asked).ToListAsync();
        var asked = await db.AdviceRequests.Where(r => r.ProfessionalId == clinician.ProfessionalId && r.Stage == RequestStage.WithService && r.CaseEndedOn == null).OrderBy(r => r.AssessmentReference).Select(r => r.Id).Take(Warm + Times).ToListAsync();
        return (services, asked);
    }
}
