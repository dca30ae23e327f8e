namespace DcoPortal.Casework.Requests;

/// <summary>An answer that somebody has begun in the portal and that is not sent: written, uploaded, or both.</summary>
/// <param name="ByUserId">Who worked on it last; null where the trail does not say.</param>
/// <param name="ByName">The name of that person.</param>
/// <param name="LastUtc">When, UTC.</param>
/// <param name="IsWritten">Whether anything is written.</param>
/// <param name="Documents">How many documents are uploaded.</param>
public sealed record BegunAnswer(Guid? ByUserId, string? ByName, DateTime? LastUtc, bool IsWritten, int Documents)
{
    /// <summary>What is there, in words: "text and 1 document".</summary>
    public string What => (IsWritten, Documents) switch
    {
        (true, 0) => "text",
        (true, _) => $"text and {UkText.Count(Documents, "document")}",
        _ => UkText.Count(Documents, "document"),
    };

    /// <summary>What was seen of it, so that nobody sets aside what has come since.</summary>
    public string Stamp => $"{LastUtc:O}:{IsWritten}:{Documents}";
}

/// <summary>
/// Finds an answer that is begun and not sent. A nil return, giving the request back, or "nothing more is needed" sets it aside: whoever
/// does that sees it first, and whoever began it is told. It stays with the request, and is there when an answer is asked for again.
/// </summary>
public sealed class BegunAnswerQuery(PortalDb db, PortalDbFactory databases)
{
    /// <summary>The value under which a begun answer is told that the person did not see.</summary>
    public const string Field = "SetAside";

    // enough to find who worked on it last among what the portal itself laid beside it
    private const int LookedThrough = 100;

    /// <summary>Refused where an answer is begun that is not the one that the person saw; null where nothing is in the way.</summary>
    /// <param name="begun">What is begun now.</param>
    /// <param name="seen">The stamp of what the person saw; null for nothing.</param>
    public static Outcome? Unseen(BegunAnswer? begun, string? seen) =>
        begun is null || begun.Stamp == seen ? null : Outcome.Refused("An answer is begun here. Look at it, then say that it is not to be sent", Field);

    /// <summary>Of one request; null when nothing is there that was not sent before.</summary>
    public async Task<BegunAnswer?> OfAsync(AdviceRequest request, CancellationToken ct)
    {
        var text = AdviceDraft.Of(await db.AdviceResponses.SingleOrDefaultAsync(r => r.Id == request.Id, ct)).Tidy();
        // a caller may have removed some in the save that is under way
        var papers = (await db.Documents.Where(d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.ReturnedUtc == null && d.RemovedUtc == null).ToListAsync(ct)).FindAll(d => d.RemovedUtc is null);
        if (text.IsEmpty && papers.Count == 0) { return null; }
        // by what is there, not by when: an asking in between makes nobody's work less his own. A service does not read what was withdrawn of it, so everybody's eyes look
        await using var all = databases.Create(AccessScope.System);
        var sent = await all.ReturnedAnswers.AsNoTracking().Where(a => a.AdviceRequestId == request.Id).ToListAsync(ct);
        var files = (await all.Documents.Where(d => d.AdviceRequestId == request.Id && d.ReturnedUtc != null).Select(d => d.Sha256).ToListAsync(ct)).ToHashSet();
        var own = papers.FindAll(d => !files.Contains(d.Sha256));
        if (own.Count == 0 && !HoldsMoreThan(text, sent.ConvertAll(a => AdviceDraft.Of(a).Tidy()))) { return null; }
        var last = await LastAsync(request.Id, own, ct);
        return new(last?.UserId, last?.ActorName, last?.AtUtc, !text.IsEmpty, papers.Count);
    }

    private static bool HoldsMoreThan(AdviceDraft text, List<AdviceDraft> sent)
    {
        bool IsNew(Func<AdviceDraft, string?> part) => part(text) is { } mine && !sent.Exists(s => part(s) == mine);
        return IsNew(d => d.Summary) || IsNew(d => d.Basis) || IsNew(d => d.Needs) || IsNew(d => d.Outcomes) || IsNew(d => d.Provision);
    }

    // a paper that was carried over nobody has uploaded anew
    private async Task<AuditEntry?> LastAsync(Guid id, List<CaseDocument> own, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == id && (e.Fact == nameof(AdviceDraftSaved) || e.Fact == nameof(DocumentUploaded)))
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(LookedThrough).ToListAsync(ct);
        return entries.Find(e => e.Fact == nameof(AdviceDraftSaved) || own.Exists(d => e.After?.StartsWith($"Document {d.Id:N}", StringComparison.Ordinal) == true));
    }
}
