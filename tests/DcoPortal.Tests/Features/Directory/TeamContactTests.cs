using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.DirectoryPages;

public sealed class TeamContactTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Each_side_of_a_case_reads_the_number_of_the_other_where_they_would_ring()
    {
        await SaveAsync(TestWorld.Manager, "send@lancashire.example.gov.uk", "01632 960200");
        await SaveAsync(TestWorld.Administrator, "dco@lsc-icb.example.nhs.uk", "01632 960100");
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        foreach (var (who, path, number) in new[]
        {
            (TestWorld.Caseworker, $"/assessments/{keys.Reference}", "01632960100"),
            (TestWorld.Administrator, $"/assessments/{keys.Reference}", "01632960200"),
            (TestWorld.Clinician, $"/advice-requests/{request}", "01632960100"),
            (TestWorld.Clinician, $"/advice-requests/{request}", "01632960200"),
            (TestWorld.Administrator, $"/advice-requests/{request}", "01632960200"),
        })
        {
            Assert.NotEmpty((await (await _app.SignInAsync(who)).GetAsync(path)).All($"main a[href='tel:{number}']"));
        }
    }

    [Theory]
    [InlineData(TestWorld.Caseworker)]
    [InlineData(TestWorld.Dco)]
    [InlineData(TestWorld.Clinician)]
    [InlineData(TestWorld.BoardMember)]
    public async Task Whoever_is_signed_in_reads_under_contact_how_the_dco_service_is_reached(string who)
    {
        await SaveAsync(TestWorld.Administrator, "dco@lsc-icb.example.nhs.uk", "01632 960100");

        var page = await (await _app.SignInAsync(who)).GetAsync("/contact");

        Assert.NotEmpty(page.All("main a[href='tel:01632960100']"));
        Assert.NotEmpty(page.All("main a[href='mailto:dco@lsc-icb.example.nhs.uk']"));
        Assert.Empty((await _app.Browser().GetAsync("/contact")).All("main a[href^='tel:']"));
    }

    [Fact]
    public async Task An_email_names_who_caused_it_and_the_number_to_ring()
    {
        await SaveAsync(TestWorld.Administrator, "dco@lsc-icb.example.nhs.uk", "01632 960100");
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        // signed in after the number was saved
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{request}/chase"), "main form", new() { ["Channel"] = "Email" });

        await using var db = _app.Database();
        var body = (await db.Emails.SingleAsync(e => e.AdviceRequestId == request)).Body;
        Assert.Contains("Sent by Priya Nair, NHS Lancashire and South Cumbria Integrated Care Board, 01632 960100.", body, StringComparison.Ordinal);
        Assert.Contains("01632 960100 or dco@lsc-icb.example.nhs.uk", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_or_mailbox_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var refused = await SaveAsync(TestWorld.Manager, "not an address", "12");

        Assert.Equal(["Enter an email address in the right format, such as team@nhs.net", "Enter a phone number, like 01772 900 982 or +44 7700 900 982"], refused.Errors);
        Assert.Equal("12", refused.Find("#Phone").GetAttribute("value"));
    }

    [Fact]
    public async Task The_change_is_audited_and_nobody_else_may_make_it()
    {
        await SaveAsync(TestWorld.Manager, "send.team@lancashire.example.gov.uk", "01632 960200");

        await using var db = _app.Database();
        Assert.Contains("phone 01632 960200", (await db.AuditEntries.SingleAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Mohammed Iqbal")).After, StringComparison.Ordinal);
        foreach (var who in new[] { TestWorld.Caseworker, TestWorld.Clinician })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(who)).GetAsync("/settings/team")).Status);
        }
    }

    private async Task<Page> SaveAsync(string who, string inbox, string phone)
    {
        var browser = await _app.SignInAsync(who);
        return await browser.SubmitAsync(await browser.GetAsync("/settings/team"), "main form", new() { ["Inbox"] = inbox, ["Phone"] = phone });
    }
}
