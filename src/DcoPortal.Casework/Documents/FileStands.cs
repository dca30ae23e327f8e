namespace DcoPortal.Casework.Documents;

/// <summary>A place where the very same file can still be opened.</summary>
/// <param name="FileName">The file, as it is called where the reader looks.</param>
/// <param name="Where">Such as "as a document of Lancashire County Council on LCC-26-00001".</param>
/// <param name="Next">What the reader can do there: the words of the link, or a sentence.</param>
/// <param name="Path">Where the reader takes it out or withdraws it; null where they cannot.</param>
public sealed record FileStands(string FileName, string Where, string Next, string? Path);

/// <summary>Where files that are closed in one place stand in others.</summary>
/// <param name="Places">Those that the reader may know of.</param>
/// <param name="IsAnywhere">Whether anybody can open the bytes anywhere, also where the reader knows nothing of it: then nothing absolute is said.</param>
public sealed record StillStanding(IReadOnlyList<FileStands> Places, bool IsAnywhere)
{
    /// <summary>Nobody can open the bytes anywhere.</summary>
    public static readonly StillStanding Nowhere = new([], false);
}
