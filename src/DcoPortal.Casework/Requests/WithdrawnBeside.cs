using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Requests;

/// <summary>What was withdrawn beside an answer that is begun or waits to be checked, as far as it concerns that answer.</summary>
/// <param name="WithdrawalId">The withdrawal.</param>
/// <param name="What">What was withdrawn: "version 1".</param>
/// <param name="Reason">Why.</param>
/// <param name="WithdrawnUtc">When, UTC.</param>
/// <param name="Files">The documents taken out of the answer with it.</param>
/// <param name="Blank">The parts that stood in the answer unchanged and were taken out with it.</param>
/// <param name="Alike">The parts that still say something that it said.</param>
public sealed record WithdrawnBeside(Guid WithdrawalId, string What, WithdrawalReason Reason, DateTime WithdrawnUtc, IReadOnlyList<string> Files, IReadOnlyList<string> Blank, IReadOnlyList<string> Alike);

/// <summary>
/// Finds what the writer of an answer, and who checks it, must look at after something that nobody may read was withdrawn: what left
/// the answer with it, and what of it may be in it still. The portal names it and cuts no sentence.
/// </summary>
public sealed partial class WithdrawnBesideQuery(PortalDb db, PortalDbFactory databases)
{
    // "See report." is said by everybody
    private const int TellingWords = 4;

    /// <summary>Of one request, the latest first; none when nothing was withdrawn since the last return.</summary>
    public async Task<IReadOnlyList<WithdrawnBeside>> OfAsync(AdviceRequest request, CancellationToken ct)
    {
        if (request.Stage is not (RequestStage.Reopened or RequestStage.ToCheck or RequestStage.ToReturn) || request.NilReason is not null) { return []; }
        var withdrawals = (await db.Withdrawals.AsNoTracking().Where(w => w.AdviceRequestId == request.Id && w.RestoredUtc == null && w.WithdrawnUtc > request.ReturnedUtc).OrderByDescending(w => w.WithdrawnUtc).ThenBy(w => w.Id).ToListAsync(ct))
            .FindAll(w => w.Reason.IsForbidden());
        if (withdrawals.Count == 0) { return []; }
        // a service does not read what was withdrawn: only the names of parts come of it
        await using var all = databases.Create(AccessScope.System);
        var answers = await all.ReturnedAnswers.AsNoTracking().Where(a => a.AdviceRequestId == request.Id).ToListAsync(ct);
        var removed = await db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == request.Id && d.ReturnedUtc == null && d.RemovedUtc != null).OrderBy(d => d.FileName).Select(d => new { d.FileName, d.RemovedUtc }).ToListAsync(ct);
        var draft = AdviceDraft.Of(await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, ct)).Tidy();
        List<AdviceDraft> stand = [.. answers.Where(a => a.WithdrawnUtc is null).Select(a => AdviceDraft.Of(a).Tidy())];
        return
        [
            .. withdrawals.Select(w =>
            {
                var said = w.DocumentId is null ? AdviceDraft.Of(answers.Single(a => a.Id == w.AnswerId)).Tidy() : AdviceDraft.Of(null);
                var name = AnswerName.Of(w.Kind, w.Number);
                return new WithdrawnBeside(w.Id, w.DocumentId is null ? name : $"A document of {name.ToLowerInvariant()}", w.Reason, w.WithdrawnUtc,
                    [.. removed.Where(d => d.RemovedUtc == w.WithdrawnUtc).Select(d => d.FileName)],
                    request.NextAnswer == AnswerKind.Version ? Parts(said, (theirs, heading) => Part(draft, heading) is null && !stand.Exists(s => Part(s, heading) == theirs)) : [],
                    Parts(said, (theirs, heading) => Part(draft, heading) is { } mine && !stand.Exists(s => Part(s, heading) == mine) && (mine == theirs || Sentences(theirs).Any(s => mine.Contains(s, StringComparison.OrdinalIgnoreCase)))));
            }).Where(b => b.Files.Count + b.Blank.Count + b.Alike.Count > 0),
        ];
    }

    private static string? Part(AdviceDraft of, string heading) => of.Named.Single(p => p.Heading == heading).Text;

    private static IReadOnlyList<string> Parts(AdviceDraft said, Func<string, string, bool> are) =>
        [.. said.Named.Where(p => p.Heading != AdviceParts.Author && p.Text is not null && are(p.Text, p.Heading)).Select(p => p.Heading)];

    private static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text).Select(s => s.Trim()).Where(s => s.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= TellingWords);

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n")]
    private static partial Regex SentenceEnd();
}
