using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>Documents of one answer of which one may have been meant to take the other's place: nothing takes a place by itself.</summary>
/// <param name="OneName">Those that had one name when they were chosen: a corrected report is mostly called as the one that it corrects.</param>
/// <param name="FromBefore">Those of the answer before, where something was uploaded since it was sent back or asked for anew.</param>
public sealed record DoubtfulBeside(IReadOnlyList<string> OneName, IReadOnlyList<string> FromBefore)
{
    /// <summary>What to do about it on the page that shows it.</summary>
    public string WhatToDo { get; init; } = "";

    /// <summary>Those of an answer in hand.</summary>
    /// <param name="files">Its documents: name, and when each was uploaded, UTC.</param>
    /// <param name="request">The request.</param>
    public static DoubtfulBeside Of(IEnumerable<(string Name, DateTime UploadedUtc)> files, AdviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = files.ToList();
        var (before, since) = (all.FindAll(f => f.UploadedUtc <= request.SentBackUtc), all.Exists(f => f.UploadedUtc > request.SentBackUtc));
        return new([.. all.GroupBy(f => UploadFileName.WithoutNumber(f.Name), StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).SelectMany(g => g).Select(f => f.Name)], since ? [.. before.Select(f => f.Name)] : []);
    }
}
