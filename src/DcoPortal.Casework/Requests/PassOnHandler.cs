namespace DcoPortal.Casework.Requests;

/// <summary>Gives a request to a colleague of the same service, or back to the service. An absent colleague's cover gets it. The due date stays.</summary>
public sealed class PassOnHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, HandoverHandler handover, ExcludedHolder excluded, UkClock clock)
{
    /// <summary>Passes the request on.</summary>
    /// <param name="id">The request.</param>
    /// <param name="professionalId">The colleague, or null for back to the service.</param>
    /// <param name="reason">The reason, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new holder's name; refused when the request has been answered, or the colleague works elsewhere.</returns>
    public Task<Outcome<string>> HandleAsync(Guid id, Guid? professionalId, string? reason, CancellationToken ct)
    {
        Guid? seen = null;
        return change.MakeAsync<string>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == request.ServiceId, ct);
            var to = professionalId is { } p ? await db.Professionals.AsNoTracking().SingleOrDefaultAsync(x => x.Id == p && x.IsActive, ct) : null;
            if (professionalId is not null && to is null) { return Outcome.NotFound; }
            var toName = to?.FullName ?? service.DistinctName;
            if (request.ProfessionalId == professionalId) { return Outcome.Already.With(toName); }
            if (await IsExcludedAsync(request, to, ct)) { return Outcome.Refused($"The family asked not to share information with somebody who may {(to is null ? $"work in {service.Name}, where everybody would see it" : $"be {to.FullName}")}. Ask the DCO service before you pass it on."); }
            // the first click may have passed the request to the colleague's cover: the second must not pass it on once more
            if ((seen ??= request.Version) != request.Version) { return Outcome.ChangedMeanwhile; }
            var former = await db.Professionals.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.ProfessionalId, ct);
            var fromName = former?.FullName ?? service.DistinctName;
            var from = request.ProfessionalId;
            audit.Record(request.PassTo(to, fromName, toName, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), clock.UtcNow));
            // the one who had it was found not to be meant; of the next nobody has found out
            if (to is not null && await excluded.MeansNobodyKnownAsync(request, ct) is not null) { request.DoubtSharing(true, clock.UtcNow); }
            var (address, name) = to is null ? (service.Inbox, toName) : await ReaderAsync(request, to, from, ct);
            await emails.QueuePassedOnAsync(request, service.DistinctName, address, ct);
            if (former is { IsActive: true } && former.Id != db.Scope.ProfessionalId && request.SharingDoubtUtc is null) { await emails.QueuePassedFromAsync(request, service.DistinctName, former.Email, ct); }
            return name;
        }, ct);
    }

    // who gets it from the service is not known beforehand, so nobody of the service may be meant
    private Task<bool> IsExcludedAsync(AdviceRequest request, Professional? to, CancellationToken ct) => to is null
        ? excluded.IsMeantAsync(request, new(request.ServiceId, null), ct)
        : excluded.IsPersonMeantAsync(request, to, ct);

    /// <summary>
    /// The reader of the email, who then holds the request: the chosen colleague or their cover; the DCO service, when the family may
    /// not want the cover to know. A cover who passes the request back to the absent colleague means that colleague.
    /// </summary>
    private async Task<(string Address, string Name)> ReaderAsync(AdviceRequest request, Professional to, Guid? from, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        if (delivery.IsToDcoService) { return (delivery.To, to.FullName); }
        if (delivery.Cover is not { } cover || cover.Id == from) { return (to.Email, to.FullName); }
        handover.Apply(request, directory, delivery);
        return (cover.Email, cover.FullName);
    }
}
