using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Transfers;

/// <summary>How a record stood when it was read to be carried over.</summary>
public sealed record SourceState(Guid Id, Guid Version, int Documents, int Named);

/// <summary>
/// The side that has a case may record something in the very moment in which the other takes it. What was read before that is compared
/// with what stands after: an objection is taken over at once, and anything else is left for people to ask about.
/// </summary>
public sealed class MissedAtTheMove(PortalDb db, PortalDbFactory databases, Change change, AuditTrail audit)
{
    private const string Field = "Recorded in the moment of the move";

    /// <summary>How the record of the old side stands now.</summary>
    public async Task<SourceState> StateAsync(Guid fromId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => a.Id == fromId).Select(a => new SourceState(a.Id, a.Version,
            all.Documents.Count(d => d.AssessmentId == a.Id && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null), all.InvolvedProfessionals.Count(p => p.AssessmentId == a.Id))).SingleAsync(ct);
    }

    /// <summary>Marks the new record where the old one has changed since it was read.</summary>
    /// <param name="read">How it stood when it was read.</param>
    /// <param name="reference">The new record.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(SourceState read, string reference, CancellationToken ct)
    {
        var now = await StateAsync(read.Id, ct);
        if (now == read) { return; }
        await using var all = databases.Create(AccessScope.System);
        var wish = (await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).AsNoTracking().SingleAsync(a => a.Id == read.Id, ct)).Family.Wish;
        await change.MakeAsync(async () =>
        {
            var begun = await db.Assessments.SingleAsync(a => a.Reference == reference, ct);
            var before = begun.Family.Wish;
            if (wish != before && wish.DoNotShareWith is not null)
            {
                begun.ChangeSharing(wish);
                audit.Record(new SharingWishChanged(begun.Keys, SharingWords.Of(before), SharingWords.Of(wish), SharingWords.Said(wish) ?? ""));
            }
            begun.KeepToCorrect([.. begun.ToCorrect.Where(c => c.Field != Field), new(Field, What(read, now), "whoever had the case before recorded it while you took it: ask them what it was")]);
            audit.Record(new RecordedAtTheMove(begun.Keys, What(read, now)));
            return Outcome.Done;
        }, ct);
    }

    private static string What(SourceState read, SourceState now) => string.Join(", ", new[]
    {
        read.Version == now.Version ? null : "details, dates or the family’s wish",
        read.Documents == now.Documents ? null : "documents",
        read.Named == now.Named ? null : "professionals",
    }.OfType<string>());
}
