namespace DcoPortal.Casework.Assessments;

/// <summary>Takes something that an import could not read off the list of what is to be corrected, because it is right now or needs nothing more.</summary>
public sealed class ToCorrectHandler(PortalDb db, Change change, AuditTrail audit)
{
    /// <summary>Takes one off the list. Doing it twice changes nothing.</summary>
    /// <param name="reference">Which assessment.</param>
    /// <param name="field">What it is, as the list names it.</param>
    /// <param name="given">What stood there; null for all of that name.</param>
    /// <param name="ct">Stops the work.</param>
    public Task<Outcome> HandleAsync(string reference, string field, string? given, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return Outcome.NotFound; }
        if (assessment.DealtWith(field, given) is not { } fact) { return Outcome.Already; }
        audit.Record(fact);
        return Outcome.Done;
    }, ct);

    /// <summary>Puts one that was taken off on the list again. Doing it twice changes nothing.</summary>
    public Task<Outcome> PutBackAsync(string reference, string field, string given, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return Outcome.NotFound; }
        if (assessment.PutBack(field, given) is not { } fact) { return Outcome.Already; }
        audit.Record(fact);
        return Outcome.Done;
    }, ct);
}
