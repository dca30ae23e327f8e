using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>Puts a case into triage again when the last request of it is closed or withdrawn without an answer, once it is decided the last for statutory advice, somebody else is to be asked, or it was stopped for a wish that means not whom the authority named: no other list would have it.</summary>
public sealed class LastRequestGone(PortalDb db, AskableDirectoryQuery directories, WishesInForce wishes, AuditTrail audit, UkClock clock)
{
    /// <summary>Looks, in the caller's save, whether anything but this request is asked of health.</summary>
    /// <param name="request">The request that ends.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="asksAnother">Whether somebody else is to be asked instead: until that is done the case waits in triage.</param>
    /// <param name="isForWish">Whether it ends because the family may exclude who has it.</param>
    /// <returns>What takes it out of triage again with the closing; null when nothing changed.</returns>
    public async Task<JustRecorded?> LookAsync(AdviceRequest request, CancellationToken ct, bool asksAnother = false, bool isForWish = false)
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } assessment) { return null; }
        // early information asks nobody for advice
        var isDecided = assessment.Decision == AssessmentDecision.Assess;
        var isNamedFree = isForWish && await IsNamedFreeAsync(assessment, request, ct);
        if (!asksAnother && !isNamedFree && await db.AdviceRequests.Where(r => r.AssessmentId == request.AssessmentId && r.Id != request.Id && (!isDecided || r.Kind == AdviceKind.Statutory)).NotClosed().AnyAsync(ct)) { return null; }
        var before = assessment.State;
        if (asksAnother || isNamedFree) { assessment.NamedMore(); }
        else { assessment.NobodyIsAsked(); }
        // what the service answered says whom
        if (asksAnother && request.NilReason == ReplyCode.WrongService) { await SuggestedInstead.NameOfAnswerAsync(db, request, audit, ct); }
        return assessment.State == before ? null : assessment.Recorded(before, clock.UtcNow);
    }

    /// <summary>
    /// Whether the wish names the cover, whoever it was passed to, or one member of a service, and the authority named somebody else, whom nobody asks by now. Where its words
    /// name nobody who is known, the DCO service has just said whom they mean.
    /// </summary>
    private async Task<bool> IsNamedFreeAsync(Assessment assessment, AdviceRequest ended, CancellationToken ct)
    {
        var directory = await directories.LoadAsync(ct);
        var wish = await wishes.OfAsync(ended, ct);
        if (!directory.ReadersOf(new(ended.ServiceId, ended.ProfessionalId)).Any(reader => SharingWishes.MayMeanPerson(wish, reader))) { return false; }
        var named = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == assessment.Id && p.AnsweredOn == null && p.IsCurrent).ToListAsync(ct);
        var others = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id && r.Id != ended.Id).NotClosed().ToListAsync(ct);
        return named.Exists(p => !others.Exists(r => NamedUnasked.Asks(assessment, r, p)) && InvolvedMatch.Of(p, directory).Target is { } target && IsFree(target));

        bool IsFree(AskTarget target) => directory.Service(target.ServiceId) is { } service && !SharingWishes.MayMeanService(wish, directory.CalledOf(service))
            && directory.PeopleOf(service.Id).Any(p => (target.ProfessionalId is null || p.Id == target.ProfessionalId) && !SharingWishes.MayMeanPerson(wish, PersonCalled.Of(p)));
    }
}
