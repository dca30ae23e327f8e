using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.DirectoryPages;

/// <summary>What is called otherwise by now is still whom a family meant by the old name.</summary>
public sealed class FormerNamesTests : IDisposable
{
    private const string Form = "main form";

    private static readonly Guid Bethan = Guid.Parse("0b000000-0000-0000-0000-0000000000b1");

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Triage_keeps_back_what_is_prepared_for_a_service_whose_family_names_it_as_it_was_called()
    {
        var keys = await PreparedAsync("Epilepsy nursing", "Epilepsy nursing");
        await RenameServiceAsync("Children’s neurology team");

        var sent = await SendFromTriageAsync(keys);

        Assert.Contains($"Nothing was sent for {keys.Reference}: the family may not want somebody there to know.", sent.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(RequestStage.ToSend, (await db.AdviceRequests.SingleAsync()).Stage);
    }

    [Fact]
    public async Task Triage_keeps_back_what_is_prepared_for_somebody_whose_family_names_them_as_they_were_called()
    {
        var keys = await PreparedAsync("Bethan Price", "Mrs Price");
        await RenameBethanAsync();

        var sent = await SendFromTriageAsync(keys);

        Assert.Contains($"Nothing was sent for {keys.Reference}: the family may not want somebody there to know.", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services", "Epilepsy nursing")]
    [InlineData("providers", "Red Rose Community")]
    [InlineData("professionals", "Mrs Price")]
    public async Task Request_advice_marks_whom_the_family_names_by_the_old_name(string renamed, string wish)
    {
        await WorldAsync();
        var keys = await CaseAsync(wish);
        await RenameAsync(renamed);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var stopped = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "form#ask", new() { ["Another"] = $"service:{TestWorld.OccupationalTherapy}" }, button: "send");

        Assert.Contains("Confirm that you may ask the ones marked", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Theory]
    [InlineData("services", "Epilepsy nursing")]
    [InlineData("providers", "Red Rose Community")]
    [InlineData("professionals", "Mrs Price")]
    public async Task A_wish_recorded_by_the_old_name_after_the_new_one_counts(string renamed, string wish)
    {
        await WorldAsync();
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await RenameAsync(renamed);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = wish, ["SaidBy"] = "The mother, by phone" });

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
        if (renamed != "professionals") { return; }
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/advice-requests/{request}/sharing");
        Assert.Contains("The family may mean Bethan Hartley, formerly Bethan Price, who can open this request", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_comes_to_a_service_is_known_by_their_old_name_there_too()
    {
        Guid account;
        await using (var db = _app.Database())
        {
            (await db.Professionals.SingleAsync(p => p.Id == TestWorld.Joan)).FormerNames = "Joan Oldroyd";
            var joan = await db.Users.SingleAsync(u => u.Email == TestWorld.OtherClinician);
            (joan.DisabledUtc, account) = (DateTime.UnixEpoch, joan.Id);
            db.UserServices.Add(new UserService { UserId = joan.Id, ServiceId = TestWorld.Paediatrics });
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }
        var request = await _app.RequestAsync(await CaseAsync("Mrs Oldroyd"), TestWorld.Paediatrics);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);

        await sasha.SubmitAsync(await sasha.GetAsync($"/admin/users/{account}"), "form[action$='/enable']", []);

        await using var after = _app.Database();
        Assert.NotNull((await after.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task A_name_that_was_a_typing_mistake_is_forgotten_and_counts_no_longer()
    {
        await WorldAsync();
        await RenameServiceAsync("Epilepsie nursing team");
        await RenameServiceAsync("Children’s neurology team");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}");
        Assert.Contains("Formerly: Epilepsy nursing; Epilepsie nursing team", page.Document.Body!.TextContent, StringComparison.Ordinal);
        var refused = await dco.SubmitAsync(page, Form, new() { ["Name"] = "" });
        Assert.Contains("Formerly: Epilepsy nursing; Epilepsie nursing team", refused.Document.Body!.TextContent, StringComparison.Ordinal);

        await dco.SubmitAsync(page, Form, new() { ["Forget"] = "Epilepsie nursing team" });

        await using var db = _app.Database();
        Assert.Equal("Epilepsy nursing", (await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy)).FormerNames);
        var last = await db.AuditEntries.Where(e => e.Fact == "DirectoryChanged").OrderByDescending(e => e.Id).FirstAsync();
        Assert.Contains("formerly Epilepsy nursing, Epilepsie nursing team;", last.Before, StringComparison.Ordinal);
        Assert.Contains("formerly Epilepsy nursing;", last.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_typed_by_its_old_name_is_found_unless_another_has_that_name_by_now()
    {
        await WorldAsync();
        await RenameServiceAsync("Children’s neurology team");
        await AddAsync("Epilepsy nursing");
        await using (var db = _app.Database()) { Assert.Equal(TestWorld.OccupationalTherapy, (await db.InvolvedProfessionals.SingleAsync()).ServiceId); }
        await using (var db = _app.Database())
        {
            (await db.Services.SingleAsync(s => s.Id == TestWorld.Paediatrics)).Name = "Epilepsy nursing";
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }

        var keys = await AddAsync("Epilepsy nursing");

        await using var after = _app.Database();
        Assert.Equal(TestWorld.Paediatrics, (await after.InvolvedProfessionals.SingleAsync(p => p.AssessmentId == keys.AssessmentId)).ServiceId);
    }

    private async Task<CaseKeys> AddAsync(string name, string? wish = null)
    {
        var keys = wish is null ? await _app.AssessmentAsync() : await CaseAsync(wish);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].Name"] = name });
        return keys;
    }

    private async Task<CaseKeys> PreparedAsync(string name, string wish)
    {
        await WorldAsync();
        return await AddAsync(name, wish);
    }

    private Task<CaseKeys> CaseAsync(string wish) => _app.AssessmentAsync(change: a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Objects, wish));

    private async Task<Page> SendFromTriageAsync(CaseKeys keys)
    {
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        return await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });
    }

    private Task RenameAsync(string what) => what switch
    {
        "services" => RenameServiceAsync("Children’s neurology team"),
        "professionals" => RenameBethanAsync(),
        _ => RenameProviderAsync(),
    };

    private Task RenameServiceAsync(string name) => SaveAsync($"/directory/services/{TestWorld.OccupationalTherapy}", new() { ["Name"] = name });

    private Task RenameBethanAsync() => SaveAsync($"/directory/professionals/{Bethan}", new() { ["FullName"] = "Bethan Hartley" });

    private async Task RenameProviderAsync()
    {
        await using var db = _app.Database();
        await SaveAsync($"/directory/providers/{await db.Services.Where(s => s.Id == TestWorld.OccupationalTherapy).Select(s => s.ProviderId).SingleAsync()}", new() { ["Name"] = "Northern Partnership", ["ShortName"] = "NPF" });
    }

    private async Task SaveAsync(string address, Dictionary<string, string?> values)
    {
        var sasha = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("is saved", (await sasha.SubmitAsync(await sasha.GetAsync(address), Form, values)).Text, StringComparison.Ordinal);
    }

    // an epilepsy nurse elsewhere, so that no word of the wishes is anybody's riddle
    private async Task WorldAsync()
    {
        await using var db = _app.Database();
        var service = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
        service.Name = "Epilepsy nursing";
        var provider = await db.Providers.SingleAsync(p => p.Id == service.ProviderId);
        (provider.Name, provider.ShortName) = ("Red Rose Community NHS Trust", "Red Rose");
        (await db.Professionals.SingleAsync(p => p.Id == TestWorld.Joan)).JobTitle = "Epilepsy nurse";
        db.Professionals.Add(new() { Id = Bethan, IcbId = service.IcbId, ProviderId = service.ProviderId, ServiceId = service.Id, FullName = "Bethan Price", JobTitle = "Children’s nurse", Email = "bethan@ot.test" });
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }
}
