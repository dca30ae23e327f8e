namespace DcoPortal.Casework.Requests;

/// <summary>Keeps, in the caller's save, which request was made in place of which, so that one advice that was owed is counted once.</summary>
internal static class CountedOnce
{
    /// <summary>A request was closed so that somebody else is asked: whoever has asked them first means the same as who closes first.</summary>
    public static async Task ClosedAsync(PortalDb db, AdviceRequest request, DateOnly today, CancellationToken ct)
    {
        if (!request.IsForAnother) { return; }
        var others = await db.AdviceRequests.Where(r => r.AssessmentId == request.AssessmentId && r.Id != request.Id && r.Kind == AdviceKind.Statutory && r.InsteadOfId == null).NotClosed().OrderBy(r => r.PreparedUtc).ThenBy(r => r.Id).ToListAsync(ct);
        var kind = await KindOfAsync(db, request.ServiceId, ct);
        others.Where(r => r.MayHaveBeenChosenFor(request, UkClock.DateOf(r.PreparedUtc), kind.Contains(r.ServiceId))).OrderByDescending(r => kind.Contains(r.ServiceId)).FirstOrDefault()?.StandInForOneOf([request], today);
    }

    // services of one kind have one name, whichever provider has them
    private static async Task<HashSet<Guid>> KindOfAsync(PortalDb db, Guid service, CancellationToken ct) =>
        await db.Services.Where(s => db.Services.Any(x => x.Id == service && x.Name == s.Name)).Select(s => s.Id).ToHashSetAsync(ct);

    /// <summary>A closed request is open again: whoever was asked in its place counts for themselves.</summary>
    public static async Task OpenedAgainAsync(PortalDb db, AdviceRequest request, CancellationToken ct) =>
        request.StandAgain(await db.AdviceRequests.Where(r => r.AssessmentId == request.AssessmentId && r.InsteadOfId == request.Id).ToListAsync(ct));
}
