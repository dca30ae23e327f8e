namespace DcoPortal.Casework.Escalations;

/// <summary>A person whom a request can be put before.</summary>
public sealed record EscalationPerson(Guid UserId, string Name, string Title, string Email, bool LeadsService);

/// <summary>Who may be asked to answer for a request: the DCO service of its board and, once it was sent, those who lead its service. Names and roles alone.</summary>
public sealed class EscalationPeopleQuery(PortalDbFactory dbs, CurrentPerson person)
{
    /// <summary>The people, by name. All of them may open the request; nobody asks themselves.</summary>
    /// <param name="request">The request.</param>
    /// <param name="except">The account that was asked already, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<EscalationPerson>> ForAsync(AdviceRequest request, Guid? except, CancellationToken ct)
    {
        // before the request is sent, and after it was given back, nobody of the service may open it
        List<Guid> services = request.Stage.IsWithNobody() ? [] : [request.ServiceId];
        return [.. (await AskableAsync(request.IcbId, services, ct)).Select(a => a.Person).Where(p => p.UserId != except)];
    }

    /// <summary>The names of those who lead each of some services and can sign in, by name.</summary>
    public async Task<ILookup<Guid, string>> LeadsAsync(IReadOnlyCollection<Guid> serviceIds, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        var found = await db.UserServices.AsNoTracking().Where(s => serviceIds.Contains(s.ServiceId))
            .Join(db.Users.Where(u => u.Role == Role.ServiceLead && u.DisabledUtc == null), s => s.UserId, u => u.Id, (s, u) => new { s.ServiceId, u.DisplayName, u.Id })
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ToListAsync(ct);
        return found.ToLookup(u => u.ServiceId, u => u.DisplayName);
    }

    /// <summary>The people whom requests of several services, all with those services, can be put before, by service.</summary>
    /// <param name="icbId">The board of the requests.</param>
    /// <param name="serviceIds">The services.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EscalationPerson>>> ForServicesAsync(Guid icbId, IReadOnlyCollection<Guid> serviceIds, CancellationToken ct)
    {
        var found = await AskableAsync(icbId, serviceIds, ct);
        return serviceIds.ToDictionary(s => s, s => (IReadOnlyList<EscalationPerson>)[.. found.Where(a => !a.Person.LeadsService || a.Leads.Contains(s)).Select(a => a.Person).OrderByDescending(p => p.LeadsService)]);
    }

    /// <summary>The DCO service's people and those who lead any of the services, by name, but for the signed-in person; with which they lead.</summary>
    private async Task<List<(EscalationPerson Person, HashSet<Guid> Leads)>> AskableAsync(Guid icbId, IReadOnlyCollection<Guid> serviceIds, CancellationToken ct)
    {
        // the row scope hides accounts from colleagues, so the system scope reads them and only names and roles are shown
        await using var db = dbs.Create(AccessScope.System);
        var found = await db.Users.AsNoTracking()
            .Where(u => u.IcbId == icbId && u.DisabledUtc == null && u.Email != null && u.Id != person.Actor.UserId
                && (u.Role == Role.DesignatedClinicalOfficer || u.Role == Role.DcoAdministrator
                    || (u.Role == Role.ServiceLead && db.UserServices.Any(s => s.UserId == u.Id && serviceIds.Contains(s.ServiceId)))))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName, u.Role, u.Email }).ToListAsync(ct);
        List<Guid> leads = [.. found.Where(u => u.Role == Role.ServiceLead).Select(u => u.Id)];
        var led = (await db.UserServices.AsNoTracking().Where(s => leads.Contains(s.UserId) && serviceIds.Contains(s.ServiceId)).Select(s => new { s.UserId, s.ServiceId }).ToListAsync(ct)).ToLookup(s => s.UserId, s => s.ServiceId);
        return found.ConvertAll(u => (new EscalationPerson(u.Id, u.DisplayName, PortalClaims.TitleOf(u.Role), u.Email!, u.Role == Role.ServiceLead), led[u.Id].ToHashSet()));
    }

    /// <summary>The address for the answer's email, or null when the account is gone or disabled.</summary>
    public async Task<string?> EmailOfAsync(Guid userId, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Users.AsNoTracking().Where(u => u.Id == userId && u.DisabledUtc == null).Select(u => u.Email).SingleOrDefaultAsync(ct);
    }
}
