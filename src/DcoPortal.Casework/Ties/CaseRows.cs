namespace DcoPortal.Casework.Ties;

/// <summary>
/// Every row of a case that goes along when it is merged or put under another authority, also the other side's notes and advice that is not returned yet: the
/// person who merges moves them and sees none of them. Only for cases that are in the person's own scope.
/// </summary>
public sealed class CaseRows(PortalDb db, PortalDbFactory databases)
{
    /// <summary>The rows, ready to be changed in the caller's save.</summary>
    public async Task<IReadOnlyList<IMovesWithCase>> OfAsync(IReadOnlyCollection<Guid> assessmentIds, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        List<IMovesWithCase> rows =
        [
            .. await all.AdviceRequests.AsNoTracking().Where(r => assessmentIds.Contains(r.AssessmentId)).ToListAsync(ct),
            .. await all.AdviceResponses.AsNoTracking().Where(r => assessmentIds.Contains(r.AssessmentId)).ToListAsync(ct),
            .. await all.ReturnedAnswers.AsNoTracking().Where(r => assessmentIds.Contains(r.AssessmentId)).ToListAsync(ct),
            .. await all.CarriedAnswers.AsNoTracking().Where(c => assessmentIds.Contains(c.AssessmentId)).ToListAsync(ct),
            .. await all.Withdrawals.AsNoTracking().Where(w => assessmentIds.Contains(w.AssessmentId)).ToListAsync(ct),
            .. await all.Incidents.AsNoTracking().Where(i => assessmentIds.Contains(i.AssessmentId)).ToListAsync(ct),
            .. await all.IncidentEntries.AsNoTracking().Where(e => assessmentIds.Contains(e.AssessmentId)).ToListAsync(ct),
            .. await all.Documents.AsNoTracking().Where(d => assessmentIds.Contains(d.AssessmentId)).ToListAsync(ct),
            .. await all.Exemptions.AsNoTracking().Where(e => assessmentIds.Contains(e.AssessmentId)).ToListAsync(ct),
            .. await all.Escalations.AsNoTracking().Where(e => assessmentIds.Contains(e.AssessmentId)).ToListAsync(ct),
            .. await all.InvolvedProfessionals.AsNoTracking().Where(p => assessmentIds.Contains(p.AssessmentId)).OrderBy(p => p.Position).ToListAsync(ct),
            .. await all.Notes.AsNoTracking().Where(n => assessmentIds.Contains(n.AssessmentId)).ToListAsync(ct),
            .. await all.Questions.AsNoTracking().Where(q => assessmentIds.Contains(q.AssessmentId)).ToListAsync(ct),
            .. await all.QuestionMessages.AsNoTracking().Where(m => assessmentIds.Contains(m.AssessmentId)).ToListAsync(ct),
        ];
        // a note that its writer deleted is gone, so a merge that is undone puts back what is still there
        foreach (var row in rows) { db.Attach(row); }
        return rows;
    }

    /// <summary>What has been told of two cases, newest first, as far as undoing their merge has to reckon with it.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ToldAsync(Guid one, Guid other, IReadOnlySet<Guid> requests, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var told = await all.AuditEntries.AsNoTracking().Where(e => (e.AssessmentId == one || e.AssessmentId == other) && !e.IsRead)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).ToListAsync(ct);
        return [.. told.Where(e => Counts(e, requests))];
    }

    /// <summary>Whether it is more than a view, a note, a service that has opened its request or works on its answer, or the work on a request that the merge did not change.</summary>
    public static bool Counts(AuditEntry entry, IReadOnlySet<Guid> requests) =>
        !entry.IsRead && !Harmless.Contains(entry.Fact) && !(entry.AdviceRequestId is not null && OfAnAnswer.Contains(entry.Fact)) && (entry.AdviceRequestId is not { } id || requests.Contains(id));

    // what a service does to its answer before it submits it goes back with the request
    private static readonly string[] OfAnAnswer = [nameof(AdviceDraftSaved), nameof(DocumentUploaded), nameof(DocumentRemoved)];

    private static readonly string[] Harmless =
        [nameof(AdviceRequestOpened), nameof(RequestAcknowledged), nameof(NoteWritten), nameof(NoteChanged), nameof(NoteDeleted), nameof(ReminderDone)];
}
