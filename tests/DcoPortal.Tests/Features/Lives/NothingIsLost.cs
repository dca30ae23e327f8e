using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>What must hold after every step of a life, looked for where the people concerned would look.</summary>
internal static class NothingIsLost
{
    public static async Task HoldsAsync(Life life)
    {
        await NobodyFallsOutAsync(life);
        await NoDateMovesAsync(life);
        await DocumentsOpenAsync(life);
        await AnswersAreReadAsync(life);
        await DraftsAreThereAsync(life);
        await WorkIsListedAsync(life);
        await NobodyElseReadsAsync(life);
    }

    /// <summary>Whoever was named, chosen or asked for by the family is asked, has answered, has been let go with a reason, or keeps the case in triage.</summary>
    private static async Task NobodyFallsOutAsync(Life life)
    {
        var assessment = await life.AssessmentAsync();
        if (assessment.Outcome is not null || assessment.Decision != AssessmentDecision.Assess || assessment.TriagedUtc is null) { return; }
        await using var db = life.App.Database();
        var every = await life.RequestsAsync();
        var requests = every.Where(r => r.Kind == AdviceKind.Statutory).ToList();
        var came = await db.CarriedAnswers.Where(a => a.AssessmentId == life.Keys.AssessmentId).Select(a => a.ServiceName).ToListAsync();
        bool IsAsked(Guid service) => requests.Any(r => (r.ServiceId == service || r.CoverForServiceId == service) && r.Stage != RequestStage.Closed);
        // who was sent a request for early information was asked what they were chosen for
        var chosen = life.Promises.Chosen.Except(life.Promises.LetGo).Where(s => !every.Exists(r => r is { Kind: AdviceKind.EarlyInformation, SentUtc: not null, RequestedByFamily: false } && r.ServiceId == s)).ToHashSet();
        foreach (var named in await db.InvolvedProfessionals.Where(p => p.AssessmentId == life.Keys.AssessmentId && p.IsCurrent).ToListAsync())
        {
            var service = named.AskedThrough ?? (await db.Professionals.Where(p => p.Id == named.ProfessionalId).Select(p => (Guid?)p.ServiceId).SingleOrDefaultAsync());
            if (service is { } known && named.NotAskedReason is not null) { chosen.Remove(known); }
            Assert.True(named.NotAskedReason is not null || named.AnsweredOn is not null || (service is { } s && (IsAsked(s) || life.Promises.LetGo.Contains(s))) || came.Count > 0,
                $"{named.Words} is asked by nobody, and the case is out of triage");
        }
        foreach (var service in chosen)
        {
            Assert.True(IsAsked(service) || came.Count > 0, $"the chosen service {service} is asked by nobody, and the case is out of triage");
        }
    }

    private static async Task NoDateMovesAsync(Life life)
    {
        var day = (await life.AssessmentAsync()).AdviceRequestReceivedOn;
        // a decision that is taken back takes its day along
        if (day is null) { life.Promises.HealthAskedOn = null; }
        else if (life.Promises.HealthAskedOn is { } asked) { Assert.Equal(asked, day); }
        else { life.Promises.HealthAskedOn = day; }
        foreach (var request in (await life.RequestsAsync()).Where(r => r.Kind == AdviceKind.Statutory))
        {
            Assert.True(request.Stage == RequestStage.Closed || request.ReceivedByHealthOn == day, $"{Life.NameOf(request.ServiceId)} runs from {request.ReceivedByHealthOn}, the case from {day}");
            // one that is closed follows the day of the case when it is opened again
            if (request.Stage == RequestStage.Closed) { life.Promises.Due.Remove(request.Id); continue; }
            if (!life.Promises.Due.TryAdd(request.Id, request.DueOn)) { Assert.Equal(life.Promises.Due[request.Id], request.DueOn); }
            Assert.Equal(request.ReceivedByHealthOn.AddDays(42), request.DueOn);
        }
    }

    private static async Task DocumentsOpenAsync(Life life)
    {
        var (authority, dco) = (await life.AsAsync(life.Authority), await life.AsAsync(TestWorld.Administrator));
        var stranger = await life.AsAsync(TestWorld.FarAdministrator);
        await using var db = life.App.Database();
        var documents = await db.Documents.Where(d => d.AssessmentId == life.Keys.AssessmentId && d.AdviceRequestId == null).Select(d => d.Id).ToListAsync();
        Assert.True(documents.Count >= life.Promises.Documents.Count, $"{life.Promises.Documents.Count} documents were added, {documents.Count} are on the case");
        foreach (var id in life.Promises.TakenOut) { Assert.Equal(HttpStatusCode.NotFound, (await authority.GetAsync($"/documents/{id}")).Status); }
        foreach (var id in documents.Except(life.Promises.TakenOut))
        {
            Assert.Equal(HttpStatusCode.OK, (await authority.GetAsync($"/documents/{id}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await dco.GetAsync($"/documents/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/documents/{id}")).Status);
        }
    }

    private static async Task AnswersAreReadAsync(Life life)
    {
        var (authority, dco) = (await life.AsAsync(life.Authority), await life.AsAsync(TestWorld.Administrator));
        foreach (var (request, words) in life.Promises.Submitted) { Assert.Contains(words, (await dco.GetAsync($"/check/{request}")).Text, StringComparison.Ordinal); }
        if (life.Promises.Returned.Count == 0) { return; }
        var page = await authority.GetAsync($"/assessments/{life.Keys.Reference}");
        foreach (var (request, words) in life.Promises.Returned)
        {
            var own = await authority.GetAsync($"/advice-requests/{request}");
            var carried = page.All("main a[href*='/carried-advice/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
            var read = own.Text.Contains(words, StringComparison.Ordinal);
            foreach (var address in carried) { read |= (await authority.GetAsync(address)).Text.Contains(words, StringComparison.Ordinal); }
            Assert.True(read, $"{life.Authority} can not read “{words}”, which was returned");
        }
    }

    /// <summary>What a clinician wrote and saved is there where the service is asked: in its own request, and after that has ended in the next.</summary>
    private static async Task DraftsAreThereAsync(Life life)
    {
        foreach (var (service, (request, words)) in life.Promises.Drafts)
        {
            var asked = (await life.RequestsAsync()).Where(r => r.ServiceId == service && (r.Stage.IsToAnswer() || r.Stage == RequestStage.GivenBack)).ToList();
            // of two others either may hold it, and one that is given back keeps it until it is sent again
            if ((asked.Find(r => r.Id == request) ?? (asked.Count == 1 ? asked[0] : null)) is not { } open || open.Stage == RequestStage.GivenBack) { continue; }
            var browser = await life.AsAsync(Life.ClinicianOf(service) ?? TestWorld.Administrator);
            var page = await browser.GetAsync($"/advice-requests/{open.Id}/respond");
            Assert.True(page.Document.Body!.TextContent.Contains(words, StringComparison.Ordinal), $"“{words}” is not in the answer of {Life.NameOf(service)} ({string.Join(", ", (await life.RequestsAsync()).Select(r => $"{Life.NameOf(r.ServiceId)} {r.Kind} {r.Stage}"))})");
        }
    }

    /// <summary>Every request that waits stands in a list of whoever must act on it.</summary>
    private static async Task WorkIsListedAsync(Life life)
    {
        var dco = await life.AsAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/assessments/{life.Keys.Reference}");
        foreach (var request in (await life.RequestsAsync()).Where(r => !r.Stage.IsEnd()))
        {
            Assert.Contains($"/advice-requests/{request.Id}", page.Document.Body!.InnerHtml, StringComparison.Ordinal);
            if (request.Stage == RequestStage.WithService && Life.ClinicianOf(request.ServiceId) is { } clinician)
            {
                Assert.Contains($"{request.Id}", (await (await life.AsAsync(clinician)).GetAsync("/advice-requests")).Document.Body!.InnerHtml, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A service opens its own requests and no other's; another authority opens none; whom the family leaves out is sent nothing without a person's word.</summary>
    private static async Task NobodyElseReadsAsync(Life life)
    {
        var requests = await life.RequestsAsync();
        var stranger = await life.AsAsync(life.Authority == TestWorld.Caseworker ? TestWorld.OtherCaseworker : TestWorld.Caseworker);
        foreach (var request in requests)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/advice-requests/{request.Id}")).Status);
            var other = await life.AsAsync(request.ServiceId == TestWorld.SpeechTherapy ? TestWorld.Clinician : TestWorld.OtherClinician);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/advice-requests/{request.Id}")).Status);
            if (life.Promises.LeftOut.TryGetValue(request.ServiceId, out var since)) { Assert.False(request.SentUtc > since && request.SharingDoubtUtc is null, $"{Life.NameOf(request.ServiceId)}, whom the family leaves out, was sent a request"); }
            if (life.Promises.Withdrawn.Count == 0) { continue; }
            var read = (await (await life.AsAsync(life.Authority)).GetAsync($"/advice-requests/{request.Id}")).Text;
            Assert.All(life.Promises.Withdrawn, w => Assert.DoesNotContain(w, read, StringComparison.Ordinal));
        }
    }
}
