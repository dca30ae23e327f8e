using DcoPortal.Casework.Documents.Scanning;
using Microsoft.Extensions.Options;

namespace DcoPortal.Tests.Casework.Documents;

public class DocumentConfigurationTests
{
    [Theory]
    [InlineData("Set Documents:Store to Disk or S3.", "Store=Shelf")]
    [InlineData("Set Documents:Folder to the folder for documents.", "Folder=")]
    [InlineData("Set Documents:Folder to a folder outside wwwroot: everyone can read what is in it.", "Folder=App_Data/../wwwroot/files")]
    [InlineData("Set Documents:S3:Bucket to the bucket's name.", "Store=S3")]
    [InlineData("Set Documents:S3:ServiceUrl to the store's address, or leave it out for Amazon S3.", "Store=S3;S3:Bucket=b;S3:ServiceUrl=store")]
    [InlineData("Set both Documents:S3:AccessKey and Documents:S3:SecretKey, or neither.", "Store=S3;S3:Bucket=b;S3:SecretKey=s")]
    [InlineData("Set Documents:Scanner to Clamd, or in Development to None.", "Scanner=Eyes")]
    [InlineData("Set Documents:Clamd:Host to the host that runs clamd.", "Scanner=Clamd")]
    [InlineData("Set Documents:Clamd:Port to a port number, usually 3310.", "Scanner=Clamd;Clamd:Host=h;Clamd:Port=70000")]
    public async Task Bad_configuration_stops_the_start_with_one_line_that_says_what_to_set(string expected, string settings)
    {
        using var host = new DocumentHost("Development", [.. settings.Split(';').Select(s => s.Split('=', 2)).Select(s => (s[0], s[1]))]);

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Host.StartAsync());

        Assert.Equal(expected, problem.Message);
    }

    [Fact]
    public async Task Production_does_not_start_without_a_scanner()
    {
        using var host = new DocumentHost("Production");

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Host.StartAsync());

        Assert.Equal("Set Documents:Scanner to Clamd: in Production every upload must be scanned.", problem.Message);
    }

    [Fact]
    public async Task Development_starts_with_nothing_configured_and_scans_nothing()
    {
        using var host = new DocumentHost("Development");
        await host.Host.StartAsync();

        Assert.Equal(ScanVerdict.NotScanned, await host.Scanner.ScanAsync(new MemoryStream([1]), CancellationToken.None));
        Assert.True(host.Scanner.CanOpen(ScanVerdict.NotScanned));
        Assert.True(host.Scanner.CanOpen(ScanVerdict.Clean));
        Assert.False(host.Scanner.CanOpen(ScanVerdict.Infected));
    }
}
