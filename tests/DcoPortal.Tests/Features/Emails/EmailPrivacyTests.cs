using System.Globalization;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Templates;
using DcoPortal.Casework.Escalations;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using DcoPortal.Web.Features.Advice.PassOn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Emails;

/// <summary>No email says anything of a child or family: every text a case can hold is recognisable here, and none may appear.</summary>
public sealed class EmailPrivacyTests : IDisposable
{
    /// <summary>In every text of the case. No word, name or reference of the portal holds it.</summary>
    private const string Mark = "Qz";

    private const string NhsNumber = "9990181594";
    private static readonly DateOnly Born = new(2013, 9, 17);
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    /// <summary>A case with a mark in every text that it, the child, the family and the school have, whatever they are called.</summary>
    private Task<CaseKeys> MarkedCaseAsync(AssessmentDecision? decision = AssessmentDecision.Assess) => _app.AssessmentAsync(decision: decision, change: a =>
    {
        var n = 10;
        foreach (var part in new object[] { a.Child, a.Family, a.Setting })
        {
            foreach (var text in part.GetType().GetProperties().Where(p => p.PropertyType == typeof(string) && p.SetMethod is { IsPublic: true })) { text.SetValue(part, $"{Mark}{n++}"); }
        }
        Assert.True(n > 25, "the parts of a case are found");
        a.Child.NhsNumber = NhsNumber;
        a.Child.DateOfBirth = Born;
        a.Reasons = $"{Mark} finds writing hard.";
    });

    private static void AssertSaysNothing(string which, string text)
    {
        string[] telling = [Mark, NhsNumber, UkText.NhsNumber(NhsNumber), UkText.LongDate(Born), UkText.ShortDate(Born), Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Born.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)];
        foreach (var value in telling) { Assert.False(text.Contains(value, StringComparison.OrdinalIgnoreCase), $"{which} says {value}: {text}"); }
    }

    // the values come from where the portal takes them; a template that asks for another fails until somebody says here where it comes from
    [Fact]
    public async Task No_template_filled_in_from_a_case_full_of_recognisable_values_shows_any_of_them()
    {
        var keys = await MarkedCaseAsync();
        var requestId = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: $"{Mark} note");
        var values = await _app.AsAsync(TestWorld.Administrator, async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == requestId);
            var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
            var directory = await services.GetRequiredService<AskableDirectoryQuery>().LoadAsync(CancellationToken.None);
            var parties = await CaseParties.LoadAsync(db, keys.LocalAuthorityId, keys.IcbId, CancellationToken.None);
            return new Dictionary<string, string>(AdviceEmails.Values(request, directory, parties))
            {
                ["link"] = "https://portal.example" + AdviceEmails.Path(request),
                ["received-on"] = UkText.LongDate(assessment.RequestReceivedOn),
                ["expires-on"] = UkText.LongDate(assessment.RequestReceivedOn),
                ["organisation-name"] = parties.AuthorityName,
                ["portal-name"] = "DCO Portal",
                ["sent-by"] = "Priya Nair, the board, 01632 960100",
                ["next"] = NotificationEmails.AskForAdvice,
                ["count"] = "3",
                ["passed-on"] = "1 answer with advice, 2 answers without advice",
                ["list"] = "a line for each",
                ["overdue-count"] = "1",
                ["due-soon-days"] = "14",
                ["due-soon-count"] = "2",
                ["unassigned-count"] = "0",
            };
        });
        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "src/DcoPortal.Casework/Emails/Templates"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

        // every file of the folder, so a new one is looked at by itself
        Assert.NotEmpty(files);
        Assert.Equal(files, EmailTemplates.All.Select(t => t.Name));
        foreach (var name in files)
        {
            var (subject, body) = EmailTemplates.Render(name, values);
            AssertSaysNothing(name, $"{subject}\n{body}");
        }
    }

    [Fact]
    public async Task No_email_of_a_case_that_is_lived_through_shows_any_of_its_values()
    {
        await LiveThroughAsync();

        var emails = await EmailsAsync();
        Assert.Superset(new HashSet<string> { "notification-received", "advice-request-sent", "advice-request-reminder", "request-passed-on", "request-escalated", "escalation-answered", "escalation-reminder", "escalation-unanswerable", "escalation-withdrawn", "advice-submitted", "advice-sent-back", "nil-return-passed-on", "advice-request-closed", "assessment-ended" },
            emails.Select(e => e.Template).ToHashSet());
        Assert.All(emails, e => AssertSaysNothing(e.Template, $"{e.To}\n{e.Subject}\n{e.Body}\n{e.UniqueKey}"));
    }

    [Fact]
    public async Task Every_email_of_a_case_that_is_lived_through_is_in_the_mailbox_once_and_its_link_opens_for_whom_it_is()
    {
        await using var mailbox = await Mailbox.StartAsync();
        _app.ThatMailsTo(mailbox);
        await LiveThroughAsync();
        await _app.SendEmailsAsync();

        var rows = await EmailsAsync();
        var mails = await mailbox.ReadAsync();
        Assert.All(rows, r => Assert.True(r.SentUtc is not null, $"{r.To}: {r.LastError}"));
        Assert.Equal(rows.Select(r => $"{r.Id:D}").Order(), mails.Select(m => m.Id).Order());
        var byAddress = new Dictionary<string, PortalBrowser>();
        foreach (var mail in mails)
        {
            var row = rows.Single(r => $"{r.Id:D}" == mail.Id);
            Assert.Equal((row.To, row.Subject, row.Body.Trim()), (mail.To, mail.Subject, mail.Text!.Trim()));
            // inboxes are read by somebody of the organisation
            var reader = row.Template is "advice-request-sent" or "advice-request-reminder" or "advice-sent-back" or "advice-request-closed" or "request-passed-on" or "request-escalated" or "escalation-reminder" or "escalation-withdrawn"
                ? row.To.Contains("joan", StringComparison.OrdinalIgnoreCase) ? TestWorld.OtherClinician : TestWorld.Lead
                : row.Template is "nil-return-passed-on" ? TestWorld.Caseworker : TestWorld.Administrator;
            if (!byAddress.TryGetValue(reader, out var browser)) { byAddress[reader] = browser = await _app.SignInAsync(reader); }
            Assert.Equal((row.Template, System.Net.HttpStatusCode.OK), (row.Template, (await browser.GetAsync(mail.Link())).Status));
        }
    }

    /// <summary>From the decision to the end, with a mark in every note that somebody writes.</summary>
    private async Task LiveThroughAsync()
    {
        const string note = $"{Mark} a note of somebody";
        var keys = await MarkedCaseAsync(decision: null);
        await As(TestWorld.Caseworker, s => s.GetRequiredService<RecordDecisionHandler>().HandleAsync(new DecisionToRecord(keys.Reference, AssessmentDecision.Assess, new DateOnly(2026, 11, 20)), default));
        await As(TestWorld.Administrator, s => s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new RequestAdviceCommand(keys.Reference,
            [new(new AskTarget(TestWorld.OccupationalTherapy, TestWorld.Gwen), SharingConfirmed: true), new(new AskTarget(TestWorld.SpeechTherapy, TestWorld.Joan), SharingConfirmed: true)], note, SendNow: true), default));
        var ids = await RequestsAsync();
        var gwens = ids[TestWorld.OccupationalTherapy];
        await As(TestWorld.Administrator, s => s.GetRequiredService<ChaseHandler>().HandleAsync([gwens], again: true, note, default));
        // a reminder goes only while nobody has answered
        await _app.SendEmailsAsync();
        await As(TestWorld.Administrator, async s => await s.GetRequiredService<EscalateHandler>().RaiseAsync(gwens, Guid.NewGuid(), await IdAsync(TestWorld.Lead), note, default));
        await As(TestWorld.Lead, async s => await s.GetRequiredService<EscalateHandler>().AnswerAsync(await s.GetRequiredService<PortalDb>().Escalations.Select(e => e.Id).SingleAsync(), note, default));
        await RemindAndTakeBackAsync(gwens, note);
        await As(TestWorld.Clinician, s => s.GetRequiredService<PassOnHandler>().HandleAsync(gwens, TestWorld.Tariq, note, default));
        await As(TestWorld.Colleague, s => s.GetRequiredService<NilReturnHandler>().HandleAsync(gwens, ReplyCode.NotKnown, note, null, null, default));
        await As(TestWorld.Administrator, async s => await s.GetRequiredService<SendBackHandler>().HandleAsync(gwens, await VersionAsync(s, gwens), note, default));
        await As(TestWorld.Colleague, s => s.GetRequiredService<NilReturnHandler>().HandleAsync(gwens, ReplyCode.NotKnown, note, null, null, default));
        await As(TestWorld.Administrator, async s => await s.GetRequiredService<AcceptAdviceHandler>().HandleAsync(gwens, await VersionAsync(s, gwens), thenReturn: true, default));
        await As(TestWorld.Caseworker, s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(keys.Reference, AssessmentOutcome.NoPlan, new DateOnly(2026, 11, 21)), default));
    }

    /// <summary>Another escalation, of which the portal reminds; the person is gone for a while; and it is taken back.</summary>
    private async Task RemindAndTakeBackAsync(Guid request, string note)
    {
        var id = Guid.NewGuid();
        await As(TestWorld.Administrator, async s => await s.GetRequiredService<EscalateHandler>().RaiseAsync(request, id, await IdAsync(TestWorld.Lead), note, default));
        foreach (DateTime? disabled in new DateTime?[] { null, DateTime.UnixEpoch, null })
        {
            await using (var db = _app.Database()) { await db.Users.Where(u => u.Email == TestWorld.Lead).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledUtc, disabled)); }
            await using var scope = _app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
            await scope.ServiceProvider.GetRequiredService<RemindOfEscalationHandler>().HandleAsync(id, default);
        }

        await As(TestWorld.Administrator, async s => await s.GetRequiredService<TakeBackEscalationHandler>().TakeBackAsync(id, default));
    }

    private async Task<List<EmailMessage>> EmailsAsync()
    {
        await using var db = _app.Database();
        return await db.Emails.AsNoTracking().ToListAsync();
    }

    private async Task As<T>(string person, Func<IServiceProvider, Task<T>> work) => await _app.AsAsync(person, async services =>
    {
        await work(services);
        return true;
    });

    private async Task<Dictionary<Guid, Guid>> RequestsAsync()
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.ToDictionaryAsync(r => r.ServiceId, r => r.Id);
    }

    private async Task<Guid> IdAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private static Task<Guid> VersionAsync(IServiceProvider services, Guid requestId) =>
        services.GetRequiredService<PortalDb>().AdviceRequests.Where(r => r.Id == requestId).Select(r => r.Version).SingleAsync();
}
