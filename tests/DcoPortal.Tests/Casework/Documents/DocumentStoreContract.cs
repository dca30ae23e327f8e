using System.Security.Cryptography;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Tests.Casework.Documents;

/// <summary>What every document store must do.</summary>
public abstract class DocumentStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected abstract IDocumentStore Store { get; }

    protected abstract IDocumentStore StoreThatIsAway { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_001)]
    [InlineData(UploadRules.MaxBytes)]
    public async Task What_is_stored_comes_back_byte_for_byte(int length)
    {
        var (key, bytes) = (DocumentKey.New(), RandomNumberGenerator.GetBytes(length));

        await Store.SaveAsync(key, new MemoryStream(bytes), None);

        Assert.Equal(Hash(bytes), Hash(await ReadAsync(key)));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_stored_too()
    {
        var (key, bytes) = (DocumentKey.New(), RandomNumberGenerator.GetBytes(200_000));

        await Store.SaveAsync(key, new OneWayStream(bytes), None);

        Assert.Equal(Hash(bytes), Hash(await ReadAsync(key)));
    }

    [Fact]
    public async Task Saving_leaves_the_stream_open()
    {
        using var content = new MemoryStream([1, 2, 3]);

        await Store.SaveAsync(DocumentKey.New(), content, None);

        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_key_is_written_once()
    {
        var key = DocumentKey.New();
        await Store.SaveAsync(key, new MemoryStream([1]), None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.SaveAsync(key, new MemoryStream([2]), None));

        Assert.Equal([1], await ReadAsync(key));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_stores_nothing_and_may_be_tried_again()
    {
        var key = DocumentKey.New();

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.SaveAsync(key, new BrokenStream(), None));
        await Assert.ThrowsAsync<DocumentNotFoundException>(() => Store.OpenAsync(key, None));

        await Store.SaveAsync(key, new MemoryStream([7]), None);
        Assert.Equal([7], await ReadAsync(key));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_deleting_it_again_is_no_error()
    {
        var key = DocumentKey.New();
        await Store.SaveAsync(key, new MemoryStream([1]), None);

        await Store.DeleteAsync(key, None);
        await Store.DeleteAsync(key, None);

        await Assert.ThrowsAsync<DocumentNotFoundException>(() => Store.OpenAsync(key, None));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd-passwd")]
    [InlineData("aaaaaaaa/../bbbb")]
    [InlineData("..aaaaaaaaaa")]
    [InlineData("C:\\aaaaaaaaaa")]
    [InlineData("ABCDEFGHIJ")]
    [InlineData("aaaaaaaaaa\n")]
    [InlineData("aaaaaaaaaa\0")]
    [InlineData("short")]
    [InlineData("")]
    public async Task A_key_that_is_more_than_a_name_is_refused_everywhere(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.SaveAsync(key, new MemoryStream([1]), None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, None));
    }

    [Fact]
    public async Task A_store_that_works_is_ready() => Assert.Null(await Record.ExceptionAsync(() => Store.CheckAsync(None)));

    [Fact]
    public async Task A_store_that_is_away_says_so_in_words_for_the_user()
    {
        var away = StoreThatIsAway;

        await Assert.ThrowsAnyAsync<DocumentStoreUnavailableException>(() => away.CheckAsync(None));
        var problem = await Assert.ThrowsAnyAsync<DocumentStoreUnavailableException>(() => away.SaveAsync(DocumentKey.New(), new MemoryStream([1]), None));

        Assert.Equal("Documents cannot be saved or opened at the moment. Nothing was changed. Try again in a few minutes.", problem.Message);
        Assert.NotNull(problem.InnerException);
    }

    private async Task<byte[]> ReadAsync(string key)
    {
        await using var stream = await Store.OpenAsync(key, None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class BrokenStream() : MemoryStream(new byte[500_000])
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 200_000 ? throw new InvalidDataException("broke off") : base.ReadAsync(buffer, cancellationToken);

        // the base class would copy its whole buffer at once
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (await ReadAsync(buffer, cancellationToken) is var count and > 0)
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }
}
