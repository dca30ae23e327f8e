namespace DcoPortal.Casework.Requests;

/// <summary>A new version or an addendum that was asked for, and stopped because the family's wish meant who was asked.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="What">The words in which it was asked for.</param>
public sealed record StoppedAsking(Guid RequestId, AnswerKind Kind, string What);

/// <summary>Finds, in the trail, what was asked for and stopped for a wish, and not asked for since.</summary>
public sealed class StoppedAskings(PortalDb db)
{
    /// <summary>Those of some cases, whether or not the wish still stands.</summary>
    public async Task<IReadOnlyList<StoppedAsking>> OfAsync(IReadOnlyCollection<Guid> assessments, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => e.AssessmentId != null && assessments.Contains(e.AssessmentId.Value) && e.AdviceRequestId != null
                && (e.Fact == nameof(NewAnswerAsked) || e.Fact == nameof(AnswerLeftStanding) || e.Fact == nameof(ReturnedRequestHidden)))
            .OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => new Entry(e.AdviceRequestId!.Value, e.Fact, e.Sentence, e.Reason)).ToListAsync(ct);
        return [.. entries.GroupBy(e => e.RequestId).Select(g => Of([.. g])).OfType<StoppedAsking>()];
    }

    // to stop it is to say that nothing more is needed and to hide the request, both for the one reason
    private static StoppedAsking? Of(List<Entry> entries)
    {
        var asked = entries.FindLastIndex(e => e.Fact == nameof(NewAnswerAsked));
        if (asked < 0) { return null; }
        var since = entries.Skip(asked + 1).ToList();
        var stopped = since.FindLast(e => e.Fact == nameof(ReturnedRequestHidden));
        if (stopped is null || !since.Exists(e => e.Fact == nameof(AnswerLeftStanding) && e.Reason?.Trim() == stopped.Reason)) { return null; }
        var asAddendum = NewAnswerAsked.SentenceOf(AnswerKind.Addendum) == entries[asked].Sentence;
        return new(stopped.RequestId, asAddendum ? AnswerKind.Addendum : AnswerKind.Version, entries[asked].Reason ?? "");
    }

    private sealed record Entry(Guid RequestId, string Fact, string Sentence, string? Reason);
}
