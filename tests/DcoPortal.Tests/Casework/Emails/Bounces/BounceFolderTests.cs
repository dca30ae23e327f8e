using System.Text;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Bounces;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DcoPortal.Tests.Casework.Emails.Bounces;

public sealed class BounceFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PortalApp _app = new();

    public BounceFolderTests() => _app.With("Emails:Bounces:Folder", _folder.Path).With("Emails:From", "portal@portal.example");

    public void Dispose()
    {
        _app.Dispose();
        _folder.Dispose();
    }

    private Task<Guid> EmailAsync(bool sent = true) => SentEmails.AddAsync(_app, sent);

    private Task<EmailMessage> RowAsync(Guid id) => SentEmails.RowAsync(_app, id);

    private void Arrives(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text, Encoding.Latin1);

    private Task<int> ReadAsync() => _app.Services.GetRequiredService<BounceFolder>().ReadAsync(CancellationToken.None);

    private string[] In(string folder) => [.. Directory.GetFiles(Path.Combine(_folder.Path, folder)).Select(f => Path.GetFileName(f)!).Order()];

    [Fact]
    public async Task A_report_of_a_failure_marks_its_email_with_the_codes_and_no_word_of_the_server()
    {
        var (postfix, exchange, encoded, bare) = (await EmailAsync(), await EmailAsync(), await EmailAsync(), await EmailAsync());
        Arrives("1.eml", SampleReports.Postfix(postfix));
        Arrives("2.eml", SampleReports.Exchange(exchange));
        Arrives("3.eml", SampleReports.Encoded(encoded));
        Arrives("4.eml", SampleReports.WithoutHeaders(bare));

        Assert.Equal(4, await ReadAsync());

        var row = await RowAsync(postfix);
        Assert.Equal((_app.Time.GetUtcNow().UtcDateTime, "There is no such mailbox (5.1.1, 550)."), (row.BouncedUtc, row.LastError));
        Assert.Equal("There is no such mailbox (5.1.10, 550).", (await RowAsync(exchange)).LastError);
        Assert.Equal("The mailbox's rules or spam filter refused the email (5.7.1, 554).", (await RowAsync(encoded)).LastError);
        Assert.Equal("The mailbox is full (5.2.2).", (await RowAsync(bare)).LastError);
        Assert.Equal(["1.eml", "2.eml", "3.eml", "4.eml"], In("done"));
        Assert.Empty(In("."));
    }

    [Fact]
    public async Task A_delay_is_no_failure_and_giving_up_after_delays_is_one()
    {
        var (delayed, expired) = (await EmailAsync(), await EmailAsync());
        Arrives("1.eml", SampleReports.Postfix(delayed, "delayed", "4.4.1", "smtp; 451 4.4.1 try later"));
        Arrives("2.eml", SampleReports.Postfix(expired, "failed", "4.4.7", "X-Postfix; connect to mx.provider.test: Connection timed out"));

        await ReadAsync();

        Assert.Null((await RowAsync(delayed)).BouncedUtc);
        Assert.Equal("The mail server gave up after trying for some time (4.4.7).", (await RowAsync(expired)).LastError);
        Assert.Equal(["1.eml", "2.eml"], In("done"));
    }

    [Fact]
    public async Task What_is_not_surely_about_an_email_of_ours_is_left_for_a_person_and_counted()
    {
        var id = await EmailAsync();
        Arrives("1-nobody.eml", SampleReports.Postfix(Guid.NewGuid()));
        Arrives("2-away.eml", SampleReports.OutOfOffice);
        Arrives("3-elsewhere.eml", SampleReports.Exchange(id, "elsewhere.example"));
        Arrives("4-large.eml", SampleReports.Postfix(id) + new string(' ', 1024 * 1024));
        Arrives("5-empty.eml", "");
        Arrives("6-cut.eml", SampleReports.Postfix(id)[..700]);
        Arrives("7-still-writing.tmp", SampleReports.Postfix(id));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "unknown"));
        File.WriteAllText(Path.Combine(_folder.Path, "unknown", "2-away.eml"), "of yesterday");

        await ReadAsync();

        Assert.Null((await RowAsync(id)).BouncedUtc);
        Assert.Equal(7, In("unknown").Length);
        Assert.Equal("of yesterday", File.ReadAllText(Path.Combine(_folder.Path, "unknown", "2-away.eml")));
        Assert.Equal(["7-still-writing.tmp"], In("."));
        var page = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/admin/emails");
        Assert.Contains("7 messages came back that match no email", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_report_changes_nothing_and_one_of_an_email_that_is_still_being_sent_waits()
    {
        var (twice, early) = (await EmailAsync(), await EmailAsync(sent: false));
        Arrives("1.eml", SampleReports.Postfix(twice));
        Arrives("2.eml", SampleReports.Postfix(early));
        await ReadAsync();
        var first = await RowAsync(twice);
        _app.Time.Advance(TimeSpan.FromHours(1));
        Arrives("1.eml", SampleReports.Postfix(twice, status: "5.2.2"));
        await ReadAsync();

        var second = await RowAsync(twice);
        Assert.Equal((first.BouncedUtc, first.LastError), (second.BouncedUtc, second.LastError));
        Assert.Equal(["2.eml"], In("."));
        Assert.Null((await RowAsync(early)).BouncedUtc);
        await _app.SendEmailsAsync();
        await ReadAsync();
        Assert.NotNull((await RowAsync(early)).BouncedUtc);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_the_start()
    {
        using var none = new EmailSenderHost("Development", ("Bounces:Folder", Path.Combine(_folder.Path, "nowhere")));
        using var there = new EmailSenderHost("Development", ("Bounces:Folder", _folder.Path));

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => none.Host.StartAsync());
        await there.Host.StartAsync();

        Assert.Equal("Set Emails:Bounces:Folder to a folder that exists and that the portal may write to.", problem.Message);
        Assert.Equal(["done", "unknown"], Directory.GetDirectories(_folder.Path).Select(d => Path.GetFileName(d)!).Order());
    }
}
