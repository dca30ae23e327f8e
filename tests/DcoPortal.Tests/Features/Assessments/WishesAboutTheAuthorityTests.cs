using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A family may leave out the authority, or somebody of its team. The portal cannot keep them out: it says so, and a person reads each wish before a case goes to other people.</summary>
public sealed class WishesAboutTheAuthorityTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Lancashire County Council", "Lancashire County Council, who has this case")]
    [InlineData("Lancashire, dad works there", "Lancashire County Council, who has this case")]
    [InlineData("the council", "Lancashire County Council, who has this case")]
    [InlineData("the local authority", "Lancashire County Council, who has this case")]
    [InlineData("the SEND team", "Lancashire County Council, who has this case")]
    [InlineData("Mohammed Iqbal (our neighbour)", "Mohammed Iqbal, who works in Lancashire County Council")]
    [InlineData("Mr Iqbal", "Mohammed Iqbal, who works in Lancashire County Council")]
    [InlineData("Carol Whitaker", "Carol Whitaker, who works in Lancashire County Council")]
    public async Task Whom_a_wish_may_mean_of_the_authority_is_said_when_it_is_recorded(string wish, string meant)
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var said = await SayAsync(carol, keys, wish);

        Assert.Contains($"It may mean {meant}", said.Text, StringComparison.Ordinal);
        Assert.Contains("agree who works on the case", said.Text, StringComparison.Ordinal);
        Assert.Contains("The family may mean somebody who sees this case by their role", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the council in Blackpool")]
    [InlineData("Lancashire Teaching Hospitals")]
    [InlineData("his father")]
    public async Task A_wish_that_names_another_place_means_nobody_of_the_authority(string wish)
    {
        var keys = await _app.AssessmentAsync();

        var said = await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), keys, wish);

        Assert.DoesNotContain("It may mean", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_DCO_service_is_told_of_the_authority_too_when_it_records_a_wish()
    {
        var keys = await _app.AssessmentAsync();

        var said = await SayAsync(await _app.SignInAsync(TestWorld.Administrator), keys, "Mohammed Iqbal");

        Assert.Contains("It may mean Mohammed Iqbal, who works in Lancashire County Council", said.Text, StringComparison.Ordinal);
        Assert.Contains("ring the authority", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Blackpool Council")]
    [InlineData("the people at the seaside office")]
    public async Task A_case_moves_to_another_authority_only_when_the_wish_was_read(string wish)
    {
        var keys = await WishedAsync(wish);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/move"), Form,
            new() { ["Where"] = "authority", ["AuthorityId"] = $"{await AuthorityAsync("890")}", ["MovedOn.Day"] = "20", ["MovedOn.Month"] = "11", ["MovedOn.Year"] = "2026", ["Reason"] = "The family moved" });
        Assert.Contains($"The family does not want information shared with: {wish}", check.Text, StringComparison.Ordinal);

        var refused = await carol.SubmitAsync(check, "form[action$='/confirm']", []);

        Assert.Contains("Nothing was changed. Read whom the family leaves out", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await using (var db = _app.Database()) { Assert.False(await db.CaseTransfers.AnyAsync()); }
        Assert.Contains("has been sent to Blackpool Council", (await carol.SubmitAsync(refused, "form[action$='/confirm']", Read(refused))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_recorded_after_the_page_was_shown_is_read_before_the_case_is_handed_over()
    {
        var keys = await WishedAsync("Blackpool Council");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await carol.GetAsync($"/assessments/{keys.Reference}/hand-over");
        await WishAsync(keys, "Mohammed Iqbal");

        var refused = await carol.SubmitAsync(form, "main form", new() { ["To"] = $"{await AccountAsync(TestWorld.Manager)}", ["WishRead"] = form.Find("input[name=WishRead]").GetAttribute("value") });

        Assert.Contains("Read whom the family leaves out", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("The family does not want information shared with: Mohammed Iqbal", refused.Text, StringComparison.Ordinal);
        Assert.Null(await OwnerAsync(keys));
    }

    [Fact]
    public async Task A_case_is_put_under_another_authority_only_when_the_wish_was_read()
    {
        var keys = await WishedAsync("Blackpool Council");
        await using (var db = _app.Database()) { await db.Assessments.ExecuteUpdateAsync(s => s.SetProperty(a => a.IsRecordedByHealth, true)); }
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var put = new Dictionary<string, string?> { ["AuthorityId"] = $"{await AuthorityAsync("890")}", ["Reason"] = "The column was read wrongly" };
        var page = await dco.GetAsync($"/assessments/{keys.Reference}/authority");
        Assert.Contains("The family does not want information shared with: Blackpool Council", page.Text, StringComparison.Ordinal);

        var refused = await dco.SubmitAsync(page, Form, put);

        Assert.Contains("Read whom the family leaves out", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var done = await dco.SubmitAsync(refused, Form, put.Concat(Read(refused)).ToDictionary());
        Assert.Contains("The case is Blackpool Council’s", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_handed_to_a_colleague_only_when_the_wish_was_read()
    {
        var keys = await WishedAsync("Mohammed Iqbal");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var to = new Dictionary<string, string?> { ["To"] = $"{await AccountAsync(TestWorld.Manager)}" };

        var refused = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/hand-over"), "main form", to);

        Assert.Contains("Read whom the family leaves out", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Null(await OwnerAsync(keys));
        await carol.SubmitAsync(refused, "main form", to.Concat(Read(refused)).ToDictionary());
        Assert.Equal(await AccountAsync(TestWorld.Manager), await OwnerAsync(keys));
    }

    [Fact]
    public async Task Cases_ticked_in_the_list_are_handed_over_once_each_wish_was_read()
    {
        var (keys, plain) = (await WishedAsync("Mohammed Iqbal"), await _app.AssessmentAsync(surname: "Bond"));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var asked = await carol.SubmitAsync(await carol.GetAsync("/assessments?hand-over=true"), "#hand-over", new() { ["References"] = $"{keys.Reference}\n{plain.Reference}", ["To"] = $"{await AccountAsync(TestWorld.Manager)}" });

        Assert.Contains("2 cases go to Mohammed Iqbal", asked.Text, StringComparison.Ordinal);
        Assert.Null(await OwnerAsync(plain));
        Assert.Contains("2 cases are now with Mohammed Iqbal", (await carol.SubmitAsync(asked, Form, Read(asked))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_cases_of_somebody_are_handed_over_once_each_wish_was_read()
    {
        var (keys, other) = (await WishedAsync("Mohammed Iqbal"), await WishedAsync("the tall man"));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var form = new Dictionary<string, string?> { ["From"] = "nobody", ["To"] = $"{await AccountAsync(TestWorld.Manager)}" };

        var asked = await carol.SubmitAsync(await carol.GetAsync("/assessments/hand-over"), Form, form);

        foreach (var text in new[] { $"{keys.Reference}: Mohammed Iqbal", $"{other.Reference}: the tall man" }) { Assert.Contains(text, asked.Text, StringComparison.Ordinal); }
        Assert.Contains("2 cases are now with Mohammed Iqbal", (await carol.SubmitAsync(asked, Form, form.Concat(Read(asked)).ToDictionary())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_needs_to_read_a_wish_before_a_case_is_given_to_nobody()
    {
        var keys = await WishedAsync("Mohammed Iqbal");
        await using (var db = _app.Database()) { var account = await AccountAsync(TestWorld.Caseworker); await db.Assessments.ExecuteUpdateAsync(s => s.SetProperty(a => a.OwnerUserId, account)); }
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/hand-over"), "main form", new() { ["To"] = "nobody" });

        Assert.Null(await OwnerAsync(keys));
    }

    [Fact]
    public async Task A_file_gives_no_case_with_a_wish_to_a_colleague_and_the_address_stands_to_be_corrected()
    {
        var preview = await _app.OwnFileAsync("Surname,Forename,DOB,Date received,Do not share with,Case owner email\n" +
            $"Ashworth,Zoe,04/03/2019,16/11/2026,Carol Whitaker,{TestWorld.Caseworker}\nBond,Ali,04/03/2018,16/11/2026,,{TestWorld.Caseworker}\n");
        Assert.Contains("the family leaves out “Carol Whitaker”", preview.Text, StringComparison.Ordinal);

        await _app.ImportAsync(preview);

        await using var db = _app.Database();
        var (wished, plain) = (await db.Assessments.SingleAsync(a => a.Family.DoNotShareWith != null), await db.Assessments.SingleAsync(a => a.Family.DoNotShareWith == null));
        Assert.Null(wished.OwnerUserId);
        Assert.Contains(wished.ToCorrect, c => c is { Field: "Case owner email", Given: "Carol Whitaker" });
        Assert.Equal(await AccountAsync(TestWorld.Caseworker), plain.OwnerUserId);
    }

    private static Dictionary<string, string?> Read(Page page) => new() { ["WishRead"] = page.Find("input[name=WishRead]").GetAttribute("value") };

    private Task<CaseKeys> WishedAsync(string wish) => _app.AssessmentAsync(change: a => Wish(a, wish));

    private static void Wish(Assessment assessment, string wish) => (assessment.Family.Sharing, assessment.Family.DoNotShareWith) = (SharingAgreement.Objects, wish);

    private async Task WishAsync(CaseKeys keys, string wish)
    {
        await using var db = _app.Database();
        Wish(await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId), wish);
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private static async Task<Page> SayAsync(PortalBrowser browser, CaseKeys keys, string wish) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = wish, ["SaidBy"] = "The mother, by phone" });

    private async Task<Guid> AccountAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private async Task<Guid?> OwnerAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.Assessments.Where(a => a.Id == keys.AssessmentId).Select(a => a.OwnerUserId).SingleAsync();
    }

    private async Task<Guid> AuthorityAsync(string code)
    {
        await using var db = _app.Database();
        return await db.LocalAuthorities.Where(a => a.Code == code).Select(a => a.Id).SingleAsync();
    }
}
