namespace DcoPortal.Casework.Directory;

/// <summary>Who may cover: another service of the board for a service, a colleague of the same service for a professional; never one who is away.</summary>
internal static class CoverRules
{
    /// <summary>
    /// What is wrong with a service's cover, or null. The people who cover see the requests, so a service of another provider covers
    /// only when the DCO service says so; a lead may keep that cover and change its days. Days are of Europe/London.
    /// </summary>
    public static async Task<string?> ServiceProblemAsync(PortalDb db, HealthService service, Guid? coverId, DateOnly? from, DateOnly? until, bool ofOwnProvider, CancellationToken ct)
    {
        if (coverId is not { } id) { return null; }
        var cover = id == service.Id ? null : await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.IcbId == service.IcbId && s.IsActive, ct);
        return cover is null ? "Select another service that is in use"
            : ofOwnProvider && cover.ProviderId != service.ProviderId && cover.Id != service.CoverServiceId ? "Select a service of your own provider, or ask the DCO service to arrange this cover"
            : Overlaps(cover.AwayFrom, cover.AwayUntil, from, until) ? $"{cover.DistinctName} is away itself on some of these days: select another" : null;
    }

    /// <summary>What is wrong with a professional's cover, or null. Days are of Europe/London.</summary>
    public static async Task<string?> ProfessionalProblemAsync(PortalDb db, Guid? professionalId, Guid serviceId, Guid? coverId, DateOnly? from, DateOnly? until, CancellationToken ct)
    {
        if (coverId is not { } id) { return null; }
        var cover = id == professionalId ? null : await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.ServiceId == serviceId && p.IsActive, ct);
        return cover is null ? "Select a colleague of the same service who covers"
            : Overlaps(cover.AwayFrom, cover.AwayUntil, from, until) ? $"{cover.FullName} is away on some of these days: select another colleague" : null;
    }

    /// <summary>Away dates as the audit trail keeps them.</summary>
    public static string Words(DateOnly? from, DateOnly? until, Guid? cover) =>
        from is null ? "not away" : $"away from {from:yyyy-MM-dd}{(until is null ? "" : $" to {until:yyyy-MM-dd}")}, cover {(cover is { } id ? id.ToString("N") : "nobody")}";

    private static bool Overlaps(DateOnly? awayFrom, DateOnly? awayUntil, DateOnly? from, DateOnly? until) =>
        awayFrom is { } a && from is { } f && a <= (until ?? DateOnly.MaxValue) && (awayUntil ?? DateOnly.MaxValue) >= f;
}
