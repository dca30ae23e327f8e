using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Transfers;

/// <summary>
/// Brings what had been said of a case to the record with which it goes on: whom the authority named, its documents, and the advice
/// that was returned and stands (regulation 15(3)(b)). It reads past the row scope of whoever moves or takes the case, and nothing
/// that it reads is shown to them but by the new record. The rows of the old side stay as they are.
/// </summary>
public sealed class CaseCarrier(PortalDb db, PortalDbFactory databases, AuditTrail audit)
{
    /// <summary>Adds it to the caller's save, with its fact.</summary>
    public async Task CarryAsync(Assessment from, Assessment begun, CaseTransfer transfer, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var documents = await all.Documents.AsNoTracking().Where(d => d.AssessmentId == from.Id && d.RemovedUtc == null && d.WithdrawnUtc == null).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).ToListAsync(ct);
        var copies = documents.Where(d => d.Kind == CaseDocumentKind.FromAuthority).Select(d => d.CarriedTo(begun.Keys, null)).ToList();
        var (answers, answeredOn) = await AnswersAsync(all, from, begun, documents, copies, ct);
        var involved = await all.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == from.Id).OrderBy(p => p.Position).ToListAsync(ct);
        db.InvolvedProfessionals.AddRange(involved.Select((p, position) => Named(p, begun, position, from.IcbId == begun.IcbId, answeredOn)));
        db.Documents.AddRange(copies);
        db.CarriedAnswers.AddRange(answers);
        var side = transfer.IsToAuthority ? await all.LocalAuthorities.Where(a => a.Id == from.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct) : await all.Icbs.Where(i => i.Id == from.IcbId).Select(i => i.Name).SingleAsync(ct);
        audit.Record(new CaseMovedHere(begun.Keys, side, from.Reference, transfer.MovedOn, answers.Count, copies.Count));
        if (!transfer.IsToAuthority) { await WithItsAuthorityAsync(all, from, begun, ct); }
    }

    private static async Task<(List<CarriedAnswer> Answers, Dictionary<Guid, DateOnly> AnsweredOn)> AnswersAsync(PortalDb all, Assessment from, Assessment begun, List<CaseDocument> documents, List<CaseDocument> copies, CancellationToken ct)
    {
        var sources = await AnswerSources.OfAsync(all, from.Id, ct);
        var returned = await all.ReturnedAnswers.AsNoTracking().Where(a => a.AssessmentId == from.Id && a.WithdrawnUtc == null).OrderBy(a => a.ReturnedUtc).ThenBy(a => a.Id).ToListAsync(ct);
        var earlier = await all.CarriedAnswers.AsNoTracking().Where(a => a.AssessmentId == from.Id && a.WithdrawnUtc == null).OrderBy(a => a.ReturnedOn).ThenBy(a => a.Id).ToListAsync(ct);
        List<CarriedAnswer> answers = [];
        foreach (var answer in earlier)
        {
            var carried = answer.Onward(begun.Keys);
            answers.Add(carried);
            copies.AddRange(documents.Where(d => d.CarriedAnswerId == answer.Id).Select(d => d.CarriedTo(begun.Keys, carried)));
        }
        foreach (var answer in returned)
        {
            var (request, source) = sources[answer.AdviceRequestId];
            var carried = CarriedAnswer.Of(begun.Keys, answer, request, source);
            answers.Add(carried);
            copies.AddRange(documents.Where(d => d.ReturnedAnswerId == answer.Id).Select(d => d.CarriedTo(begun.Keys, carried)));
        }
        return (answers, returned.Select(a => (sources[a.AdviceRequestId].Request, a.ReturnedOn)).GroupBy(x => x.Request.CoverForServiceId ?? x.Request.ServiceId).ToDictionary(g => g.Key, g => g.Min(x => x.ReturnedOn)));
    }

    // a service of another board is outside this board's directory: it stays named in words
    private static InvolvedProfessional Named(InvolvedProfessional p, Assessment begun, int position, bool isSameBoard, Dictionary<Guid, DateOnly> answeredOn) => new(begun.Keys, position)
    {
        ProfessionalId = isSameBoard ? p.ProfessionalId : null,
        ServiceId = isSameBoard ? p.ServiceId : null,
        Name = p.Name,
        ServiceName = p.ServiceName,
        ProviderName = p.ProviderName,
        Contact = p.Contact,
        LastSeen = p.LastSeen,
        IsCurrent = p.IsCurrent,
        FamilyAsked = p.FamilyAsked,
        AnsweredOn = p.AnsweredOn ?? (p.AskedThrough is { } service && answeredOn.TryGetValue(service, out var on) ? on : null),
    };

    // within one authority its people go on where they were: their notes go along, and what was asked goes on with the new board
    private async Task WithItsAuthorityAsync(PortalDb all, Assessment from, Assessment begun, CancellationToken ct)
    {
        foreach (IMovesWithCase note in await all.Notes.AsNoTracking().Where(n => n.AssessmentId == from.Id && n.Side == CaseSide.LocalAuthority).ToListAsync(ct))
        {
            db.Attach(note);
            note.MoveTo(begun.Keys);
        }
        foreach (var question in await all.Questions.AsNoTracking().Include(q => q.Messages).Where(q => q.AssessmentId == from.Id).OrderBy(q => q.AskedUtc).ToListAsync(ct))
        {
            db.Questions.Add(question.CarriedTo(begun.Keys));
            if (question.ClosedUtc is not null) { continue; }
            db.Attach(question);
            question.GoesOnElsewhere(begun.NotifiedUtc);
        }
    }
}
