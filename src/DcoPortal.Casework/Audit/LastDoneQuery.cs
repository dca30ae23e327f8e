namespace DcoPortal.Casework.Audit;

/// <summary>What was done last, for whoever comes too late with a form.</summary>
/// <param name="Words">What, who and when, in whole sentences.</param>
/// <param name="Because">The reason given, or null.</param>
/// <param name="IsMine">Whether the signed-in person did it.</param>
public sealed record LastDone(string Words, string? Because, bool IsMine)
{
    /// <summary>Whether it is what the signed-in person sends now: the second click of one person, not a colleague who was quicker.</summary>
    public bool IsSame(string? because) => IsMine && (Because is null || Because.Contains(because?.Trim() ?? "", StringComparison.Ordinal));
}

/// <summary>Reads from the trail who was quicker, in what the person may read of it.</summary>
public sealed class LastDoneQuery(PortalDb db, CurrentPerson person)
{
    /// <summary>The latest of these facts about a request; null when there is none.</summary>
    public Task<LastDone?> OfRequestAsync(Guid id, CancellationToken ct, params string[] facts) => LatestAsync(db.AuditEntries.Where(e => e.AdviceRequestId == id), facts, ct);

    /// <summary>The latest of these facts about a case; null when there is none.</summary>
    public Task<LastDone?> OfCaseAsync(string reference, CancellationToken ct, params string[] facts) => LatestAsync(db.AuditEntries.Where(e => e.AssessmentReference == reference), facts, ct);

    private async Task<LastDone?> LatestAsync(IQueryable<AuditEntry> entries, string[] facts, CancellationToken ct)
    {
        var kind = person.Scope.Kind;
        var last = await entries.AsNoTracking().Where(e => !e.IsRead && facts.Contains(e.Fact)).ShownTo(kind).OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id)
            .Select(e => new { e.Fact, e.Sentence, e.Reason, e.ActorName, e.AtUtc, e.UserId }).FirstOrDefaultAsync(ct);
        if (last is null) { return null; }
        // a service reads what was done, and not the DCO service's words about it
        var why = last.Reason is not null && kind != ScopeKind.HealthService && AuthorityView.ShowsDetail(last.Fact, kind) ? $" The reason given: “{last.Reason}”." : "";
        return new($"{AuthorityView.Sentence(last.Fact, last.Sentence, kind)}, by {last.ActorName} on {UkText.LongDateTime(last.AtUtc)}.{why}", last.Reason, last.UserId == person.Scope.UserId);
    }
}
