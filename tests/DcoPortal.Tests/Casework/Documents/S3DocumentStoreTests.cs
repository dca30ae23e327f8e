using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Casework.Documents;

public sealed class S3DocumentStoreTests(S3Server server) : DocumentStoreContract, IClassFixture<S3Server>, IDisposable
{
    private readonly DocumentHost host = Host(server.Url, S3Server.Bucket);
    private readonly DocumentHost away = Host($"http://127.0.0.1:{Loopback.FreePort()}", S3Server.Bucket);
    private readonly DocumentHost withoutBucket = Host(server.Url, "no-such-bucket");

    protected override IDocumentStore Store => host.Store;

    protected override IDocumentStore StoreThatIsAway => away.Store;

    [Fact]
    public async Task A_bucket_that_does_not_exist_counts_as_away_and_not_as_a_missing_document()
    {
        await Assert.ThrowsAsync<DocumentStoreUnavailableException>(() => withoutBucket.Store.CheckAsync(CancellationToken.None));
        await Assert.ThrowsAsync<DocumentStoreUnavailableException>(() => withoutBucket.Store.OpenAsync(DocumentKey.New(), CancellationToken.None));
    }

    public void Dispose()
    {
        host.Dispose();
        away.Dispose();
        withoutBucket.Dispose();
    }

    private static DocumentHost Host(string url, string bucket) => new(
        "Development",
        ("Store", "S3"),
        ("S3:ServiceUrl", url),
        ("S3:Bucket", bucket),
        ("S3:AccessKey", S3Server.Key),
        ("S3:SecretKey", S3Server.Key));
}
