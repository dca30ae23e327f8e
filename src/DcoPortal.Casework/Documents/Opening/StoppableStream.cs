namespace DcoPortal.Casework.Documents.Opening;

/// <summary>A file in memory that nothing more is read of once time is up: so a reader that knows no cancellation ends all the same.</summary>
internal sealed class StoppableStream(byte[] bytes, CancellationToken stop) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        stop.ThrowIfCancellationRequested();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        stop.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }

    public override int ReadByte()
    {
        stop.ThrowIfCancellationRequested();
        return base.ReadByte();
    }
}
