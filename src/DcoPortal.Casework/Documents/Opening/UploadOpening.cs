using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>
/// Opens each upload before it is kept, so that nobody is sent a file that does not open. A hostile file costs a few seconds of one
/// thread: few files are opened at a time, each in memory and against the clock, and whatever a reader throws is a sentence.
/// </summary>
public sealed class UploadOpening
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // each file in hand is in memory, 25 MB at most and what is unpacked of it
    private static readonly SemaphoreSlim Hands = new(Math.Max(2, Environment.ProcessorCount));

    private readonly ILogger<UploadOpening> _log;
    private readonly TimeSpan _deadline;

    public UploadOpening(ILogger<UploadOpening> log)
        : this(log, TimeSpan.FromSeconds(10)) { }

    internal UploadOpening(ILogger<UploadOpening> log, TimeSpan deadline) => (_log, _deadline) = (log, deadline);

    /// <summary>Opens a file, and says whether it may be kept.</summary>
    /// <param name="fileName">As the browser sent it; may hold a path.</param>
    /// <param name="length">In bytes, as the browser sent it.</param>
    /// <param name="content">Seekable; left at its beginning.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> is not seekable.</exception>
    public async Task<UploadVerdict> CheckAsync(string fileName, long length, Stream content, CancellationToken ct)
    {
        if (!content.CanSeek) { throw new ArgumentException("The content must be seekable.", nameof(content)); }
        var name = UploadFileName.Clean(fileName);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (length == 0 || content.Length == 0) { return Refused(name, OpeningWords.Empty); }
        if (Math.Max(length, content.Length) > UploadRules.MaxBytes) { return Refused(name, "must be smaller than 25 MB"); }
        if (!await Hands.WaitAsync(Patience, ct)) { return Refused(name, OpeningWords.Busy); }
        var isOpening = false;
        try
        {
            var bytes = new byte[content.Length];
            content.Position = 0;
            await content.ReadExactlyAsync(bytes, ct);
            content.Position = 0;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(_deadline);
            var stop = limit.Token;
            var opening = Task.Factory.StartNew(() => Open(name, extension, bytes, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            // the place is free when the thread is: a file that could not be stopped must not be followed by any number of others
            _ = opening.ContinueWith(_ => Hands.Release(), TaskScheduler.Default);
            isOpening = true;
            return await opening.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { return Refused(name, OpeningWords.TooLong); }
        finally
        {
            if (!isOpening) { Hands.Release(); }
        }
    }

    private static UploadVerdict Refused(string name, string words) => new(name, null, $"‘{name}’ {words}");

    // the one place where a reader's failure becomes words; nothing of the file and no name goes to the log
    private UploadVerdict Open(string name, string extension, byte[] bytes, CancellationToken stop)
    {
        try
        {
            stop.ThrowIfCancellationRequested();
            var (type, opened) = OpenAs(extension, bytes, stop);
            var kept = UploadType.ByExtension[extension] == type ? name : UploadFileName.Clean(Path.GetFileNameWithoutExtension(name) + type.Extension);
            return new UploadVerdict(kept, type.ContentType, null, opened.IsScan, Mentions.In(kept, opened.Text).Stored, opened.Notice);
        }
        catch (RefusedFileException e) { return Refused(name, e.Message); }
        catch (OperationCanceledException) { return Refused(name, OpeningWords.TooLong); }
        catch (Exception e)
        {
            _log.LogInformation("An upload that ends in {Extension} could not be opened: {Error}", UploadType.ByExtension.ContainsKey(extension) ? extension : "?", e.GetType().Name);
            return Refused(name, OpeningWords.Damaged);
        }
    }

    private static (UploadType Type, Opened Opened) OpenAs(string extension, byte[] bytes, CancellationToken stop)
    {
        var kind = FileSignature.Of(bytes);
        if (WordsOf(kind) is { } words) { throw new RefusedFileException(words); }
        if (!UploadType.ByExtension.TryGetValue(extension, out var named)) { throw new RefusedFileException(WordsOf(extension, kind)); }
        return kind switch
        {
            FileKind.Pdf => As(UploadType.Pdf, () => PdfOpener.Open(bytes, stop)),
            FileKind.Jpeg => As(UploadType.Jpg, () => new(PictureOpener.OpenJpeg(bytes))),
            FileKind.Png => As(UploadType.Png, () => new(PictureOpener.OpenPng(bytes, stop))),
            FileKind.Rtf => As(UploadType.Rtf, () => RtfOpener.Open(bytes, stop)),
            FileKind.CompoundFile when named.IsWord => (UploadType.Doc, OldWordOpener.Open(bytes)),
            FileKind.Zip => ZippedOpener.Open(named, bytes, stop),
            FileKind.WebPage => throw new RefusedFileException(OpeningWords.WebPageByAnotherName),
            FileKind.WebArchive => throw new RefusedFileException(OpeningWords.WebArchiveByAnotherName),
            FileKind.WordXml => throw new RefusedFileException(OpeningWords.WordXmlByAnotherName),
            _ => throw new RefusedFileException(OpeningWords.IsNot(named)),
        };

        // Word and its neighbours open each other's files by what is in them, so those only get their right ending
        (UploadType Type, Opened Opened) As(UploadType type, Func<Opened> open) =>
            named == type || (named.IsWord && type.IsWord) ? (type, open()) : throw new RefusedFileException(OpeningWords.ReallyIs(type));
    }

    // a kind that is not taken, or one that is under a name that hides it
    private static string WordsOf(string extension, FileKind kind)
    {
        var isKnown = OpeningWords.ByExtension.TryGetValue(extension, out var words);
        UploadType? really = kind switch { FileKind.Pdf => UploadType.Pdf, FileKind.Jpeg => UploadType.Jpg, FileKind.Png => UploadType.Png, FileKind.Rtf => UploadType.Rtf, _ => null };
        return really is not null && (isKnown || extension.Length == 0) ? OpeningWords.ReallyIs(really) : words ?? $"must be a {UploadRules.TypesInWords} file";
    }

    private static string? WordsOf(FileKind kind) => kind switch
    {
        FileKind.Heic => OpeningWords.IPhonePhoto,
        FileKind.Avif => OpeningWords.OtherPicture("AVIF"),
        FileKind.Tiff => OpeningWords.OtherPicture("TIF"),
        FileKind.Gif => OpeningWords.OtherPicture("GIF"),
        FileKind.Webp => OpeningWords.OtherPicture("WEBP"),
        _ => null,
    };
}
