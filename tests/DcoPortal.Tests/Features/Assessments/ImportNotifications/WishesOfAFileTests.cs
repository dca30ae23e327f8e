using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>A family's wish counts in the words in which a file says it, and on each of a child's cases. Today is 21 November 2026.</summary>
public sealed class WishesOfAFileTests : IDisposable
{
    private const string Tracker = "LA,LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Professional 1 service,Professional 1 asked on,Do not share with\n";
    private const string Own = "LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Professional 1 service,Do not share with\n";
    private const string Decided = "Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,02/09/2026,02/10/2026,";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("physiotherapist", "Children's physiotherapy", true)]
    [InlineData("the physiotherapists", "Children's physiotherapy", true)]
    [InlineData("Child and adolescent mental health", "CAMHS", true)]
    [InlineData("the orthoptist", "Orthoptics", true)]
    [InlineData("dermatologist", "Dermatology", true)]
    [InlineData("epileptic nurse", "Epilepsy nursing", true)]
    [InlineData("physiotherapist", "Community paediatrics", false)]
    [InlineData("CAMHS", "Children's physiotherapy", false)]
    [InlineData("Do not share", "Dietetics", true)]
    [InlineData("No sharing", "Dietetics", true)]
    [InlineData("Refused", "Dietetics", true)]
    [InlineData("No consent", "Dietetics", true)]
    [InlineData("Consent withdrawn", "Dietetics", true)]
    [InlineData("Not to be shared", "Dietetics", true)]
    [InlineData("Consent not given", "Dietetics", true)]
    [InlineData("Mum refused consent", "Dietetics", true)]
    [InlineData("Parents do not want information shared", "Dietetics", true)]
    [InlineData("Do not disclose: confidential", "Dietetics", true)]
    [InlineData("Objects", "Dietetics", true)]
    [InlineData("Family objects", "Dietetics", true)]
    [InlineData("Objects to sharing", "Dietetics", true)]
    [InlineData("Parents do not consent", "Dietetics", true)]
    [InlineData("Consent refused", "Dietetics", true)]
    [InlineData("No consent given to share information", "Dietetics", true)]
    [InlineData("No permission to share", "Dietetics", true)]
    [InlineData("Sharing refused", "Dietetics", true)]
    [InlineData("Do not share any information", "Dietetics", true)]
    [InlineData("Do not share!", "Dietetics", true)]
    [InlineData("Declined", "Dietetics", true)]
    [InlineData("Not agreed", "Dietetics", true)]
    [InlineData("Withdrawn", "Dietetics", true)]
    [InlineData("No agreement", "Dietetics", true)]
    [InlineData("Confidential", "Dietetics", true)]
    [InlineData("Strictly confidential", "Dietetics", true)]
    [InlineData("Do not share with dad", "Dietetics", false)]
    [InlineData("no contact with father", "Dietetics", false)]
    [InlineData("Consent given", "Dietetics", false)]
    [InlineData("no objection to sharing", "Dietetics", false)]
    public async Task A_wish_means_the_service_of_whose_staff_or_of_whose_short_name_it_speaks_and_a_refusal_of_all_means_each(string wish, string service, bool means)
    {
        var id = await ServiceAsync(service);
        var directory = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<AskableDirectoryQuery>().LoadAsync(CancellationToken.None));

        Assert.Equal(means, SharingWishes.MayMean(wish, new AskTarget(id, null), directory, new DateOnly(2026, 11, 21)));
    }

    [Theory]
    [InlineData("Parents refused, bad experience before", null)]
    [InlineData("Mum refused consent because she is upset", "Mum refused consent because she is upset")]
    [InlineData("no consent to share with dad", null)]
    [InlineData("Consent given", "Consent given")]
    public async Task Of_words_about_consent_that_name_nobody_it_is_asked_whom_they_mean(string wish, string? unclear)
    {
        var directory = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<AskableDirectoryQuery>().LoadAsync(CancellationToken.None));

        Assert.Equal(unclear ?? (wish.StartsWith("Parents", StringComparison.Ordinal) ? "bad experience before" : null), UnclearWishes.NobodyKnown([wish], directory));
    }

    [Theory]
    [InlineData("the physiotherapist")]
    [InlineData("No consent")]
    public async Task Nobody_whom_such_a_wish_excludes_is_recorded_as_asked_or_sent_to_from_triage(string wish)
    {
        var id = await ServiceAsync("Children's physiotherapy");
        await _app.ImportAsync(await _app.TrackerAsync(Tracker + $"Lancashire,E-1,{Decided}Children's physiotherapy,03/11/2026,{wish}\n"), TestWorld.Administrator);
        await _app.ImportAsync(await _app.OwnFileAsync(Own + $"E-2,Bond,Ali,04/03/2018,,01/11/2026,Yes,20/11/2026,Children's physiotherapy,{wish}\n"));

        await SendAllAsync();

        await using var db = _app.Database();
        Assert.DoesNotContain(await db.AdviceRequests.Where(r => r.ServiceId == id).Select(r => r.Stage).ToListAsync(), s => s != RequestStage.ToSend);
        Assert.Contains((await db.Assessments.SingleAsync(a => a.AuthorityReference == "E-1")).ToCorrect, c => c.Why.Contains("the family may not want this service to know", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_was_asked_while_nobody_knows_whom_the_family_means_waits_for_a_person_and_its_clock_runs()
    {
        await _app.ImportAsync(await _app.TrackerAsync(Tracker + $"Lancashire,E-1,{Decided}Community paediatrics,03/11/2026,the lady who did the sensory assessment\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync();
        Assert.Equal((RequestStage.WithService, true), (request.Stage, request.SharingDoubtUtc is not null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wish_that_stands_with_another_authority_is_told_and_counts_where_both_have_a_case(bool inOneFile)
    {
        var first = $"Lancashire,E-1,{Decided},,Community paediatrics\n";
        if (!inOneFile) { await _app.ImportAsync(await _app.TrackerAsync(Tracker + first), TestWorld.Administrator); }

        var preview = await _app.TrackerAsync(Tracker + (inOneFile ? first : "") + $"Blackpool,B-1,{Decided}Community paediatrics,03/11/2026,\n");
        Assert.Contains("says not to share with “Community paediatrics”, which this row does not", preview.Text, StringComparison.Ordinal);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var look = await administrator.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");
        await administrator.SubmitAsync(look, "form[action$='/take']", inOneFile ? new() { ["Rows[2]"] = "Another", ["Rows[3]"] = "Another" } : new() { ["Rows[2]"] = "Another" });
        await _app.ImportAsync(preview, TestWorld.Administrator);
        await SendAllAsync();

        await using var db = _app.Database();
        Assert.DoesNotContain(await db.AdviceRequests.ToListAsync(), r => r.Stage != RequestStage.ToSend);
        var there = await db.Assessments.SingleAsync(a => a.AuthorityReference == "B-1");
        Assert.Contains(there.ToCorrect, c => c.Given == "asked 3 November 2026");
        Assert.Contains("another wish about sharing", (await administrator.GetAsync($"/assessments/{there.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_on_the_childs_ended_case_is_told_and_nobody_whom_it_means_is_asked_for_a_new_request_without_a_look()
    {
        await _app.ImportAsync(await _app.OwnFileAsync(Own + "E-1,Ashworth,Zoë,04/03/2019,9434765919,01/06/2026,No,01/07/2026,,Community paediatrics\n"));

        var preview = await _app.OwnFileAsync(Own + "E-2,Ashworth,Zoë,04/03/2019,9434765919,10/11/2026,Yes,20/11/2026,Community paediatrics,\n");
        Assert.Contains("says not to share with “Community paediatrics”, which this row does not", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview);
        await SendAllAsync();

        await using var db = _app.Database();
        Assert.Equal(RequestStage.ToSend, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    private async Task SendAllAsync()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync("/triage");
        List<string> ticks = [.. page.All("input[name=References]").Select(i => i.GetAttribute("value")!)];
        Assert.NotEmpty(ticks);
        await administrator.SubmitAsync(page, "form[action='/triage/send']", new() { ["References"] = string.Join('\n', ticks) });
    }

    private async Task<Guid> ServiceAsync(string name)
    {
        await using var db = _app.Database();
        var beside = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
        if (await db.Services.FirstOrDefaultAsync(s => s.Name == name) is { } there) { return there.Id; }
        var service = new HealthService { Id = Guid.CreateVersion7(), IcbId = beside.IcbId, ProviderId = beside.ProviderId, Name = name, Inbox = "one@lscft.test" };
        db.Services.Add(service);
        await db.SaveChangesAsync();
        return service.Id;
    }
}
