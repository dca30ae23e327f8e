using System.Runtime.Versioning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Casework.Documents;

public sealed class DiskDocumentStoreTests : DocumentStoreContract, IDisposable
{
    private readonly DocumentHost host = new("Development");
    private readonly TestFolder elsewhere = new();

    protected override IDocumentStore Store => host.Store;

    // a file where the folder should be: no right is needed to make it, and root cannot get past it
    protected override IDocumentStore StoreThatIsAway
    {
        get
        {
            var file = Path.Combine(elsewhere.Path, "file");
            File.WriteAllText(file, "");
            return new DiskDocumentStore(Path.Combine(file, "documents"));
        }
    }

    [Fact]
    public async Task Files_lie_in_small_folders_under_the_data_folder_and_nothing_else_is_left()
    {
        await Store.SaveAsync("abcdef0123456789", new MemoryStream([1]), CancellationToken.None);
        await Store.CheckAsync(CancellationToken.None);

        Assert.Equal([Path.Combine(host.ContentRoot, "App_Data", "documents", "ab", "abcdef0123456789")], host.Files);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Other_users_of_the_machine_can_read_nothing()
    {
        await Store.SaveAsync("abcdef0123456789", new MemoryStream([1]), CancellationToken.None);

        var file = Assert.Single(host.Files);
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, others & File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.None, others & File.GetUnixFileMode(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task An_upload_that_is_cancelled_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SaveAsync(DocumentKey.New(), new MemoryStream([1]), stop.Token));

        Assert.Empty(host.Files);
    }

    [Fact]
    public void A_full_disk_is_told_from_other_trouble()
    {
        // Linux keeps a device that is always full
        var full = Assert.Throws<IOException>(() => File.WriteAllBytes("/dev/full", new byte[4096]));
        var other = Assert.ThrowsAny<IOException>(() => File.ReadAllBytes("/nowhere/nothing"));

        Assert.True(DiskDocumentStore.IsFull(full));
        Assert.False(DiskDocumentStore.IsFull(other));
        Assert.Equal("The document was not saved because the portal has no space left for documents. Contact the DCO service.", new DocumentStoreFullException(full).Message);
    }

    public void Dispose()
    {
        host.Dispose();
        elsewhere.Dispose();
    }
}
