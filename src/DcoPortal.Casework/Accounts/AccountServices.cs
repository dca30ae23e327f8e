namespace DcoPortal.Casework.Accounts;

/// <summary>The services that an account may work in: of one provider, and for a clinician with that of the directory entry.</summary>
internal static class AccountServices
{
    /// <summary>The chosen services, by name, or what is wrong with them.</summary>
    public static async Task<(List<HealthService> Services, string? Problem)> ChosenAsync(PortalDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var services = await db.Services.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
        return (services, services.Count == 0 || services.Count != ids.Distinct().Count() ? "Choose the services they work in"
            : services.Select(s => s.ProviderId).Distinct().Count() > 1 ? "Choose services of one provider: an account belongs to one organisation" : null);
    }

    /// <summary>What is wrong with the services of a clinician who stands in the directory, or null.</summary>
    public static string? ProblemOf(Professional entry, List<HealthService> services) => services.Exists(s => s.Id == entry.ServiceId) ? null
        : $"Choose the service that {entry.FullName} works in according to the directory, or change the directory first";
}
