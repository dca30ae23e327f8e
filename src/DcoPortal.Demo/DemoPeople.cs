using DcoPortal.Casework;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Facts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>A person of the demo. The README lists them all.</summary>
public sealed record DemoPerson(string Email, string Name, Role Role, string Works, string Does);

/// <summary>One sign-in for each role, and a few more so that hand-overs can be tried.</summary>
public static class DemoPeople
{
    /// <summary>The one password of the demo.</summary>
    public const string Password = "demonstration";

    /// <summary>Everyone who can sign in. Works is an LA code, an ICB code, or provider/service.</summary>
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("carol.whitaker@lancashire.example.gov.uk", "Carol Whitaker", Role.LaCaseworker, "888", "Logs notifications and downloads advice for Lancashire"),
        new("mohammed.iqbal@lancashire.example.gov.uk", "Mohammed Iqbal", Role.LaManager, "888", "Imports spreadsheets and manages Lancashire's users"),
        new("jo.harker@blackpool.example.gov.uk", "Jo Harker", Role.LaManager, "890", "Sees Blackpool only"),
        new("priya.nair@lsc-icb.example.nhs.uk", "Priya Nair", Role.DcoAdministrator, "QE1", "Triages, requests, chases, checks and returns advice"),
        new("dan.lightfoot@lsc-icb.example.nhs.uk", "Dan Lightfoot", Role.DcoAdministrator, "QE1", "A second administrator"),
        new("helen.shaw@lsc-icb.example.nhs.uk", "Helen Shaw", Role.DesignatedClinicalOfficer, "QE1", "Oversees the service; opens the dashboard"),
        new("gwen.pritchard@lscft.example.nhs.uk", "Gwen Pritchard", Role.Clinician, "RW5/Paediatric occupational therapy", "Writes and uploads advice"),
        new("tariq.aziz@lscft.example.nhs.uk", "Tariq Aziz", Role.Clinician, "RW5/Paediatric occupational therapy", "Gwen's colleague"),
        new("joan.catterall@lancsteaching.example.nhs.uk", "Joan Catterall", Role.Clinician, "RXN/Paediatric speech and language therapy", "Writes advice for another provider"),
        new("lena.ford@lscft.example.nhs.uk", "Lena Ford", Role.ServiceLead, "RW5/Paediatric occupational therapy", "Assigns requests and arranges cover"),
        new("brian.lord@lsc-icb.example.nhs.uk", "Brian Lord", Role.BoardMember, "QE1", "Sees figures, never a child"),
        new("sasha.grey@lsc-icb.example.nhs.uk", "Sasha Grey", Role.SystemAdministrator, "QE1", "Invites people, sees emails and the audit log"),
    ];

    internal static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDb>();
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var audit = services.GetRequiredService<AuditTrail>();
        var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1", ct);
        var authorities = await db.LocalAuthorities.ToDictionaryAsync(a => a.Code, ct);
        var professionals = await db.Professionals.ToDictionaryAsync(p => p.Email, ct);
        foreach (var person in All)
        {
            var user = new PortalUser
            {
                Id = Guid.CreateVersion7(),
                UserName = person.Email,
                Email = person.Email,
                EmailConfirmed = true,
                DisplayName = person.Name,
                Role = person.Role,
                IcbId = icb.Id,
                OrganisationName = icb.Name,
                CreatedUtc = services.GetRequiredService<UkClock>().UtcNow,
            };
            if (authorities.TryGetValue(person.Works, out var authority))
            {
                user.LocalAuthorityId = authority.Id;
                user.OrganisationName = authority.Name;
            }
            Guid? serviceId = null;
            if (person.Works.Split('/') is [var code, var serviceName])
            {
                var provider = await db.Providers.SingleAsync(p => p.OdsCode == code, ct);
                user.ProviderId = provider.Id;
                user.OrganisationName = provider.Name;
                user.ProfessionalId = professionals.GetValueOrDefault(person.Email)?.Id;
                serviceId = await db.Services.Where(s => s.ProviderId == provider.Id && s.Name == serviceName).Select(s => s.Id).SingleAsync(ct);
            }
            audit.Record(new InvitationAccepted(user.Id, user.Role), Actor.Portal with { IcbId = icb.Id });
            var result = await users.CreateAsync(user, Password);
            if (!result.Succeeded) { throw new StartUpException($"Demo person {person.Email}: {string.Join(' ', result.Errors.Select(e => e.Description))}"); }
            if (serviceId is { } id) { db.UserServices.Add(new UserService { UserId = user.Id, ServiceId = id }); }
            await db.SaveChangesAsync(ct);
        }
    }
}
