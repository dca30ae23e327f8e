using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Transfers;

/// <summary>
/// Brings what had been said of a case to the record with which it goes on: whom the authority named, its documents, and the advice
/// that was returned and stands (regulation 6(4), and 15(3)(b) where a plan is transferred). It reads past the row scope of whoever moves or takes the case, and nothing
/// that it reads is shown to them but by the new record. The rows of the old side stay as they are.
/// </summary>
public sealed class CaseCarrier(PortalDb db, PortalDbFactory databases, AuditTrail audit)
{
    /// <summary>Adds it to the caller's save, with its fact.</summary>
    public async Task CarryAsync(Assessment from, Assessment begun, CaseTransfer transfer, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var documents = await all.Documents.AsNoTracking().Where(d => d.AssessmentId == from.Id && d.RemovedUtc == null).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).ToListAsync(ct);
        var copies = documents.Where(d => d.Kind == CaseDocumentKind.FromAuthority).Select(d => d.CarriedTo(begun.Keys, null)).ToList();
        var answers = await AnswersAsync(all, from, begun, documents, copies, ct);
        var involved = await all.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == from.Id).OrderBy(p => p.Position).ToListAsync(ct);
        db.InvolvedProfessionals.AddRange(involved.Select((p, position) => Named(p, begun, position, from.IcbId == begun.IcbId)));
        db.Documents.AddRange(copies);
        db.CarriedAnswers.AddRange(answers);
        var side = transfer.IsToAuthority ? await all.LocalAuthorities.Where(a => a.Id == from.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct) : await all.Icbs.Where(i => i.Id == from.IcbId).Select(i => i.Name).SingleAsync(ct);
        audit.Record(new CaseMovedHere(begun.Keys, side, from.Reference, transfer.MovedOn, answers.Count(a => a.WithdrawnUtc is null), copies.Count(d => d.WithdrawnUtc is null)));
        if (!transfer.IsToAuthority) { await WithItsAuthorityAsync(all, from, begun, ct); }
        else if (from.IcbId == begun.IcbId) { await AskAnewAsync(all, from, begun, ct); }
    }

    // the DCO service goes on, and nobody but the authority that has the case now can answer what it asked
    private async Task AskAnewAsync(PortalDb all, Assessment from, Assessment begun, CancellationToken ct)
    {
        var open = await all.Questions.AsNoTracking().Include(q => q.Messages).Where(q => q.AssessmentId == from.Id && q.AskedBy == CaseSide.DcoService && q.ClosedUtc == null).OrderBy(q => q.AskedUtc).ThenBy(q => q.Id).ToListAsync(ct);
        db.Questions.AddRange(open.Select(q => q.AskedAnewOn(begun.Keys)));
    }

    // what is withdrawn goes along closed, so that it opens where the case is when its withdrawal is taken back
    private static async Task<List<CarriedAnswer>> AnswersAsync(PortalDb all, Assessment from, Assessment begun, List<CaseDocument> documents, List<CaseDocument> copies, CancellationToken ct)
    {
        var sources = await AnswerSources.OfAsync(all, from.Id, ct);
        var returned = await all.ReturnedAnswers.AsNoTracking().Where(a => a.AssessmentId == from.Id).OrderBy(a => a.ReturnedUtc).ThenBy(a => a.Id).ToListAsync(ct);
        var earlier = await all.CarriedAnswers.AsNoTracking().Where(a => a.AssessmentId == from.Id).OrderBy(a => a.ReturnedOn).ThenBy(a => a.Id).ToListAsync(ct);
        List<CarriedAnswer> answers = [];
        void Carry(CarriedAnswer carried, DateTime? withdrawnUtc, IEnumerable<CaseDocument> papers)
        {
            carried.FollowSource(withdrawnUtc);
            answers.Add(carried);
            copies.AddRange(papers.Select(d => d.CarriedTo(begun.Keys, carried)));
        }
        foreach (var answer in earlier) { Carry(answer.Onward(begun.Keys), answer.WithdrawnUtc, documents.Where(d => d.CarriedAnswerId == answer.Id)); }
        foreach (var answer in returned)
        {
            var (request, source) = sources[answer.AdviceRequestId];
            Carry(CarriedAnswer.Of(begun.Keys, answer, request, source), answer.WithdrawnUtc, documents.Where(d => d.ReturnedAnswerId == answer.Id));
        }
        return answers;
    }

    // a service of another board is outside this board's directory: it stays named in words
    private static InvolvedProfessional Named(InvolvedProfessional p, Assessment begun, int position, bool isSameBoard) => new(begun.Keys, position)
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
        AnsweredOn = p.AnsweredOn,
    };

    // within one authority its people go on where they were: their notes go along, and what was asked goes on with the new board
    private async Task WithItsAuthorityAsync(PortalDb all, Assessment from, Assessment begun, CancellationToken ct)
    {
        foreach (IMovesWithCase note in await all.Notes.AsNoTracking().Where(n => n.AssessmentId == from.Id && n.Side == CaseSide.LocalAuthority).ToListAsync(ct))
        {
            db.Attach(note);
            note.MoveTo(begun.Keys);
        }
        // the authority's clocks run on, and so does what excuses a limit of its own
        foreach (var exemption in await all.Exemptions.AsNoTracking().Where(e => e.AssessmentId == from.Id && e.AdviceRequestId == null && e.WithdrawnUtc == null).ToListAsync(ct)) { db.Exemptions.Add(exemption.CarriedTo(begun.Keys)); }
        foreach (var question in await all.Questions.AsNoTracking().Include(q => q.Messages).Where(q => q.AssessmentId == from.Id).OrderBy(q => q.AskedUtc).ToListAsync(ct))
        {
            db.Questions.Add(question.CarriedTo(begun.Keys));
            if (question.ClosedUtc is not null) { continue; }
            db.Attach(question);
            question.GoesOnElsewhere(begun.NotifiedUtc);
        }
    }
}
