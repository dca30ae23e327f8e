using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Documents;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Check;

/// <summary>Reads one answer beside what was asked.</summary>
public sealed class CheckQuery(PortalDb db, ClockSettingsQuery settings, BegunAnswerQuery beginnings, WithdrawnBesideQuery withdrawn, SameFileQuery same, SameTextQuery sameText, OtherChildQuery others, SaidBeforeQuery saidBefore, UkClock clock, CurrentPerson person)
{
    /// <summary>The reference of the case of a request, or null when it is not in scope.</summary>
    public Task<string?> ReferenceAsync(Guid id, CancellationToken ct) => db.AdviceRequests.Where(r => r.Id == id).Select(r => r.AssessmentReference).SingleOrDefaultAsync(ct);

    /// <summary>One answer, or null when it is not in scope or was not submitted.</summary>
    public async Task<CheckPage?> LoadAsync(Guid id, SendBackForm? typed, CancellationToken ct)
    {
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.ShownToService, ct);
        if (request is null) { return null; }
        var assessment = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == request.AssessmentId, ct);
        var names = await (from s in db.Services
                           join p in db.Providers on s.ProviderId equals p.Id
                           from a in db.LocalAuthorities
                           where s.Id == request.ServiceId && a.Id == request.LocalAuthorityId
                           select new { s.DistinctName, Service = s.Name, s.Town, Provider = p.ShortName, Authority = a.Name, Holder = db.Professionals.Where(h => h.Id == request.ProfessionalId).Select(h => h.FullName).FirstOrDefault() }).SingleAsync(ct);
        // a draft that was not submitted, or came before a nil return, is shown to the service alone
        var response = request.NilReason is null && request.SubmittedUtc is not null ? await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) : null;
        return new CheckPage
        {
            ShownCase = request.Keys,
            Child = AssessmentBanner.Of(assessment, names.Authority, clock.Today),
            Request = request,
            LocalDueOn = request.DeadlineWith((await settings.ConventionsAsync(ct)).For(request.LocalAuthorityId)).LocalDue,
            Asked = names.Holder ?? names.DistinctName,
            Service = $"{names.Service}, {ServicePlace.Of(names.Provider, names.Town)}",
            Response = response,
            Documents = await db.Documents.Where(d => d.AdviceRequestId == id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null && request.SubmittedUtc != null && request.NilReason == null)
                .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => new CheckDocument(d.Id, d.FileName, d.SizeBytes, d.UploadedUtc, d.UploadedByName, d.IsScan, d.Notice)).ToListAsync(ct),
            IsAsSentBack = request.SubmittedUtc is not null && await AnswerSince.IsAsSentBackAsync(db, request, ct),
            SaidBefore = await saidBefore.OfAsync(request, ct),
            Begun = request.NilReason is null ? null : await beginnings.OfAsync(request, ct),
            WithdrawnAgain = request.SubmittedUtc is null ? [] : await (
                from d in db.Documents
                join w in db.Documents on d.Sha256 equals w.Sha256
                where d.AdviceRequestId == id && d.RemovedUtc == null && d.ReturnedUtc == null && w.AssessmentId == request.AssessmentId && w.WithdrawnUtc != null
                orderby d.FileName
                select d.FileName).Distinct().ToListAsync(ct),
            OfAnother = request.SubmittedUtc is null || request.NilReason is not null ? [] : [.. await same.OfAnswerAsync(request, ct, alsoWithdrawn: false), .. await sameText.OfAnswerAsync(request, AdviceDraft.Of(response), ct), .. await others.InTextAsync(request, AdviceDraft.Of(response), ct)],
            Withdrawn = request.SubmittedUtc is null ? [] : await withdrawn.OfAsync(request, ct),
            FamilyViews = assessment.Family.Views,
            DoNotShareWith = assessment.Family.DoNotShareWith,
            Reasons = assessment.Reasons,
            Accepted = await db.AdviceRequests.Open().Where(r => r.AssessmentId == request.AssessmentId && r.Stage == RequestStage.ToReturn).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct),
            MayReturn = person.May(Permission.ReturnAdvice),
            AllNil = await AllNil.IsAsync(db, request.AssessmentId, ct),
            HasUnanswered = await AllNil.HasUnansweredAsync(db, request.AssessmentId, ct),
            Exemptions = await db.Exemptions.AsNoTracking().Where(e => e.AdviceRequestId == id && e.WithdrawnUtc == null).OrderBy(e => e.RecordedOn).ThenBy(e => e.Id).ToListAsync(ct),
            Today = clock.Today,
            Form = typed ?? new SendBackForm { Version = request.Version, Comment = await TakenBackAsync(request, ct) },
        };
    }

    /// <summary>The comment of a sending back that was taken back as the latest move: it is there to be changed.</summary>
    private async Task<string?> TakenBackAsync(AdviceRequest request, CancellationToken ct)
    {
        var latest = await db.RequestMoves.AsNoTracking().Where(m => m.AdviceRequestId == request.Id).OrderByDescending(m => m.Number).Take(4).Select(m => new { m.Move, m.Because }).ToListAsync(ct);
        return latest is [{ Move: RequestMove.TakeBackCheck }, ..] ? latest.Find(m => m.Move is RequestMove.SendBack or RequestMove.Accept)?.Because : null;
    }
}
