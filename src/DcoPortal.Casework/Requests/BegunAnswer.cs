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
public sealed class BegunAnswerQuery(PortalDb db)
{
    /// <summary>The value under which a begun answer is told that the person did not see.</summary>
    public const string Field = "SetAside";

    /// <summary>Refused where an answer is begun that is not the one that the person saw; null where nothing is in the way.</summary>
    /// <param name="begun">What is begun now.</param>
    /// <param name="seen">The stamp of what the person saw; null for nothing.</param>
    public static Outcome? Unseen(BegunAnswer? begun, string? seen) =>
        begun is null || begun.Stamp == seen ? null : Outcome.Refused("An answer is begun here. Look at it, then say that it is not to be sent", Field);

    /// <summary>Of one request; null when nothing is begun since advice was last sent.</summary>
    public async Task<BegunAnswer?> OfAsync(AdviceRequest request, CancellationToken ct)
    {
        var text = await db.AdviceResponses.SingleOrDefaultAsync(r => r.Id == request.Id, ct);
        var documents = await db.Documents.Where(d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.ReturnedUtc == null && d.RemovedUtc == null).ToListAsync(ct);
        // a caller may have removed some in the save that is under way
        var (written, papers) = (text is not null && !AdviceDraft.Of(text).Tidy().IsEmpty, documents.Count(d => d.RemovedUtc is null));
        if (!written && papers == 0) { return null; }
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == request.Id && (e.Fact == nameof(AdviceDraftSaved) || e.Fact == nameof(DocumentUploaded)))
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.UserId, e.ActorName, e.AtUtc }).FirstOrDefaultAsync(ct);
        if (last is not null && await SentSinceAsync(request, ct) is { } sent && last.AtUtc <= sent) { return null; }
        return new(last?.UserId, last?.ActorName, last?.AtUtc, written, papers);
    }

    // what was sent as advice, and what the next asking laid beside it, nobody has begun
    private async Task<DateTime?> SentSinceAsync(AdviceRequest request, CancellationToken ct)
    {
        var sent = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == request.Id && a.NilReason == null).MaxAsync(a => (DateTime?)a.SubmittedUtc, ct);
        return sent is { } on && request.SentBackUtc > on && request.Stage is RequestStage.Reopened or RequestStage.Returned ? request.SentBackUtc : sent;
    }
}
