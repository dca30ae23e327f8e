using System.IO.Compression;
using System.Text;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>Reads the advice returned for one child, and builds the file.</summary>
public sealed class AdvicePackQuery(PortalDb db, GivenAnswersQuery given, CarriedAnswersQuery carriedAnswers, AllNilStandingQuery allNil, CaseDocuments documents, IMalwareScanner scanner, UkClock clock)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Null when the person has no such assessment, or nothing has been returned for it.</summary>
    public async Task<AdvicePack?> ForAsync(string reference, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return null; }
        var answers = await given.OfAsync(assessment.Id, null, ct);
        var carried = await carriedAnswers.OfAsync(assessment.Id, ct);
        if (carried.Count == 0 && answers.Values.All(a => a.Answers.Count == 0)) { return null; }
        var ids = answers.Keys.ToList();
        var requests = await (
            from r in db.AdviceRequests.AsNoTracking()
            where ids.Contains(r.Id)
            join s in db.Services on r.ServiceId equals s.Id into services
            from s in services.DefaultIfEmpty()
            join p in db.Providers on r.ProviderId equals p.Id into providers
            from p in providers.DefaultIfEmpty()
            select new { r.Id, IsEarly = r.Kind == AdviceKind.EarlyInformation, Service = s == null ? "Service" : s.DistinctName, Provider = p == null ? "" : p.Name }).ToListAsync(ct);
        requests = [.. requests.OrderBy(r => r.Service, StringComparer.Ordinal).ThenBy(r => r.IsEarly).ThenBy(r => r.Id)];
        var files = await db.Documents.AsNoTracking()
            .Where(d => d.AssessmentId == assessment.Id && d.Kind == CaseDocumentKind.Advice && d.ReturnedUtc != null && d.WithdrawnUtc == null && d.RemovedUtc == null).ToListAsync(ct);
        var authority = await db.LocalAuthorities.Where(l => l.Id == assessment.LocalAuthorityId).Select(l => l.Name).SingleAsync(ct);
        return new AdvicePack(assessment.Keys, authority, assessment.Child.DisplayName, clock.Today,
            [.. requests.SelectMany(r => answers[r.Id].Answers.Select(a => new PackAnswer(r.Service, r.Provider, a) { IsEarly = r.IsEarly })), .. carried.Select(c => new PackAnswer($"{c.Row.ServiceName}, before the move", $"{c.Row.ProviderName}, {c.Row.BoardName}", c.Answer))],
            [.. requests.SelectMany(r => answers[r.Id].Withdrawn.Select(w => new PackWithdrawal(r.Service, w))), .. (await carriedAnswers.WithdrawnAsync(assessment.Id, ct)).Select(g => new PackWithdrawal($"{g.Service}, before the move", g.What))],
            files.Where(CanOpen).ToDictionary(d => d.Id),
            await NoNeedsAsync(assessment, ct));
    }

    // the plan's writer must not read above the advice that there is none
    private async Task<string?> NoNeedsAsync(Assessment assessment, CancellationToken ct) => await allNil.OfAsync(assessment, ct) is { Decision: AllNilDecision.NoHealthNeedsKnown, OvertakenOn: null } standing
        ? $"{standing.ByName}, {UkText.LongDate(standing.DecidedOn)}: {standing.Reason}" : null;

    /// <summary>Builds the whole file before any of it is sent. The file is deleted when it is closed.</summary>
    /// <exception cref="DocumentStoreUnavailableException">A document could not be opened: no file is made without it.</exception>
    public async Task<FileStream> BuildAsync(AdvicePack pack, CancellationToken ct)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"dco-{Guid.NewGuid():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) { await FillAsync(zip, pack, ct); }
            file.Position = 0;
            return file;
        }
        catch (DocumentNotFoundException missing)
        {
            await file.DisposeAsync();
            throw new DocumentStoreUnavailableException("One of the documents could not be opened, so the file was not made. Download the others one at a time, and tell the DCO service.", missing);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private bool CanOpen(CaseDocument document) => Enum.TryParse<ScanVerdict>(document.ScanVerdict, out var verdict) && scanner.CanOpen(verdict);

    private async Task FillAsync(ZipArchive zip, AdvicePack pack, CancellationToken ct)
    {
        var names = new PackNames();
        List<(PackAnswer Answer, List<(string Path, string Text)> Links)> contents = [];
        foreach (var answer in pack.Answers)
        {
            var folder = names.Folder(answer.Folder);
            List<(string, string)> links = [];
            if (answer.HasPage)
            {
                var path = names.File(folder, "Written advice.html");
                await WriteAsync(zip, path, PackPages.Advice(pack, answer), ct);
                links.Add((path, "Written advice"));
            }
            foreach (var listed in answer.Given.Files)
            {
                if (!pack.Documents.TryGetValue(listed.Id, out var document)) { continue; }
                var path = names.File(folder, document.FileName);
                await using (var bytes = await documents.OpenAsync(document, ct))
                await using (var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct)) { await bytes.CopyToAsync(entry, ct); }
                links.Add((path, (document.IsScan, document.Notice) switch { (true, _) => $"{document.FileName} (scan: no text in it)", (_, { } gap) => $"{document.FileName} ({gap})", _ => document.FileName }));
            }
            contents.Add((answer, links));
        }
        await WriteAsync(zip, "index.html", PackPages.Index(pack, contents), ct);
    }

    private static async Task WriteAsync(ZipArchive zip, string path, string html, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(ct);
        await entry.WriteAsync(Utf8.GetBytes(html), ct);
    }
}
