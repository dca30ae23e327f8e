namespace DcoPortal.Web.Parts.Requests;

/// <summary>A document as the pages list it.</summary>
public sealed record AdviceFile(Guid Id, string FileName, long SizeBytes, string UploadedByName, DateTime UploadedUtc, bool IsScan, string? Notice)
{
    /// <summary>What a document of the authority is; null when nobody has said.</summary>
    public EvidenceKind? Evidence { get; init; }
}
