using System.Diagnostics.CodeAnalysis;

namespace DcoPortal.Casework.Documents.Upload;

/// <summary>Whether a file may be uploaded.</summary>
/// <param name="FileName">The cleaned name: no path, no control characters, at most 150 characters, and the ending of what it really is.</param>
/// <param name="ContentType">The content type to store and serve; null when refused.</param>
/// <param name="Problem">A sentence for the user that names the file; null when accepted.</param>
/// <param name="IsScan">Whether it has pictures of pages and no text.</param>
/// <param name="Mentions">Whom its name and text name, as they are stored.</param>
/// <param name="Notice">What of it shows nothing, or can be read though the page does not show it, in a few words; null when there is nothing to say.</param>
public sealed record UploadVerdict(string FileName, string? ContentType, string? Problem, bool IsScan = false, string? Mentions = null, string? Notice = null)
{
    /// <summary>Whether it may.</summary>
    [MemberNotNullWhen(true, nameof(ContentType))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Accepted => Problem is null;
}
