using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Data.Reference;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Support;

/// <summary>The organisations and people of every test: two boards, three authorities, three services, one person for each role and some for other organisations.</summary>
public static class TestWorld
{
    public const string Password = "correct horse battery staple";

    public const string Caseworker = "caseworker@lancashire.test";
    public const string Manager = "manager@lancashire.test";
    public const string OtherCaseworker = "caseworker@blackpool.test";
    public const string OtherManager = "manager@blackpool.test";
    public const string Administrator = "administrator@icb.test";
    public const string Dco = "dco@icb.test";
    public const string BoardMember = "board@icb.test";
    public const string SystemAdministrator = "sysadmin@icb.test";
    public const string Clinician = "gwen@ot.test";
    public const string Colleague = "tariq@ot.test";
    public const string Lead = "lead@ot.test";
    public const string OtherClinician = "joan@slt.test";
    public const string OtherLead = "lead@slt.test";
    public const string FarCaseworker = "caseworker@dorset.test";
    public const string FarAdministrator = "administrator@dorset.test";
    public const string FarSystemAdministrator = "sysadmin@dorset.test";

    public static readonly IReadOnlyList<string> Everyone =
    [
        Caseworker, Manager, OtherCaseworker, OtherManager, Administrator, Dco, BoardMember, SystemAdministrator, Clinician, Colleague, Lead,
        OtherClinician, OtherLead, FarCaseworker, FarAdministrator, FarSystemAdministrator,
    ];

    public static readonly Guid OccupationalTherapy = Guid.Parse("0a000000-0000-0000-0000-000000000001");
    public static readonly Guid SpeechTherapy = Guid.Parse("0a000000-0000-0000-0000-000000000002");
    public static readonly Guid Paediatrics = Guid.Parse("0a000000-0000-0000-0000-000000000003");
    public static readonly Guid FarService = Guid.Parse("0a000000-0000-0000-0000-000000000004");
    public static readonly Guid Gwen = Guid.Parse("0b000000-0000-0000-0000-000000000001");
    public static readonly Guid Tariq = Guid.Parse("0b000000-0000-0000-0000-000000000002");
    public static readonly Guid Joan = Guid.Parse("0b000000-0000-0000-0000-000000000003");
    public static readonly Guid FarIcb = Guid.Parse("0c000000-0000-0000-0000-000000000001");
    public static readonly Guid Dorset = Guid.Parse("0c000000-0000-0000-0000-000000000002");
    public static readonly Guid FarProvider = Guid.Parse("0c000000-0000-0000-0000-000000000003");

    /// <summary>Creates it in an empty, migrated database.</summary>
    public static async Task CreateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await ReferenceData.AddAsync(db, CancellationToken.None);
        AddFarAway(db);
        await db.SaveChangesAsync();
        var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1");
        icb.DcoPhone = "01632 960100";
        foreach (var authority in await db.LocalAuthorities.Where(a => a.SendPhone == null).ToListAsync()) { authority.SendPhone = "01632 960200"; }
        var lscft = await db.Providers.SingleAsync(p => p.OdsCode == "RW5");
        var teaching = await db.Providers.SingleAsync(p => p.OdsCode == "RXN");
        AddService(db, OccupationalTherapy, lscft, "Paediatric occupational therapy", "ot@lscft.test", 0, 18, "");
        AddService(db, SpeechTherapy, teaching, "Paediatric speech and language therapy", "slt@teaching.test", 0, 18, "|SLCN|ASD|");
        AddService(db, Paediatrics, teaching, "Community paediatrics", "paediatrics@teaching.test", 0, 18, "");
        AddProfessional(db, Gwen, icb.Id, lscft.Id, OccupationalTherapy, "Gwen Pritchard", "Occupational therapist", Clinician);
        AddProfessional(db, Tariq, icb.Id, lscft.Id, OccupationalTherapy, "Tariq Aziz", "Occupational therapist", Colleague);
        AddProfessional(db, Joan, icb.Id, teaching.Id, SpeechTherapy, "Joan Catterall", "Speech and language therapist", OtherClinician);
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(new DirectoryChanged("Test world", icb.Id, null, "created"));
        await db.SaveChangesAsync();
        await AddPeopleAsync(scope.ServiceProvider, db, icb, lscft, teaching);
    }

    private static void AddFarAway(PortalDb db)
    {
        db.Icbs.Add(new IntegratedCareBoard { Id = FarIcb, OdsCode = "QVV", Name = "NHS Dorset Integrated Care Board", DcoInbox = "dco@dorset.test", DcoPhone = "01632 960301" });
        db.LocalAuthorities.Add(new LocalAuthority { Id = Dorset, Code = "838", GssCode = "E06000059", Name = "Dorset Council", ReferencePrefix = "DOR", SendInbox = "send@dorset.test", SendPhone = "01632 960302" });
        db.IcbCoverages.Add(new IcbCoverage { IcbId = FarIcb, LocalAuthorityId = Dorset, IsDefault = true });
        db.Providers.Add(new Provider { Id = FarProvider, IcbId = FarIcb, OdsCode = "RDY", Name = "Dorset HealthCare", ShortName = "Dorset HealthCare" });
        db.Services.Add(new HealthService { Id = FarService, IcbId = FarIcb, ProviderId = FarProvider, Name = "Dorset occupational therapy", Inbox = "ot@dorset.test" });
    }

    private static void AddService(PortalDb db, Guid id, Provider provider, string name, string inbox, int from, int to, string needs) =>
        db.Services.Add(new HealthService { Id = id, IcbId = provider.IcbId, ProviderId = provider.Id, Name = name, Inbox = inbox, AgeFrom = from, AgeTo = to, UsualNeeds = needs });

    private static void AddProfessional(PortalDb db, Guid id, Guid icb, Guid provider, Guid service, string name, string title, string email) =>
        db.Professionals.Add(new Professional { Id = id, IcbId = icb, ProviderId = provider, ServiceId = service, FullName = name, JobTitle = title, Email = email, Regulator = "HCPC" });

    private static async Task AddPeopleAsync(IServiceProvider services, PortalDb db, IntegratedCareBoard icb, Provider lscft, Provider teaching)
    {
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var lancashire = await db.LocalAuthorities.SingleAsync(a => a.Code == "888");
        var blackpool = await db.LocalAuthorities.SingleAsync(a => a.Code == "890");
        var now = services.GetRequiredService<UkClock>().UtcNow;
        async Task Add(string email, string name, Role role, string organisation, Guid icbId, Guid? la = null, Guid? provider = null, Guid? professional = null, params Guid[] inServices)
        {
            var user = new PortalUser
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                Email = email,
                EmailConfirmed = true,
                DisplayName = name,
                Role = role,
                OrganisationName = organisation,
                IcbId = icbId,
                LocalAuthorityId = la,
                ProviderId = provider,
                ProfessionalId = professional,
                CreatedUtc = now,
            };
            var result = await users.CreateAsync(user, Password);
            Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
            foreach (var service in inServices) { db.UserServices.Add(new UserService { UserId = user.Id, ServiceId = service }); }
            await db.SaveChangesAsync();
        }
        await Add(Caseworker, "Carol Whitaker", Role.LaCaseworker, lancashire.Name, icb.Id, lancashire.Id);
        await Add(Manager, "Mohammed Iqbal", Role.LaManager, lancashire.Name, icb.Id, lancashire.Id);
        await Add(OtherCaseworker, "Owen Bright", Role.LaCaseworker, blackpool.Name, icb.Id, blackpool.Id);
        await Add(OtherManager, "Olive Marsh", Role.LaManager, blackpool.Name, icb.Id, blackpool.Id);
        await Add(Administrator, "Priya Nair", Role.DcoAdministrator, icb.Name, icb.Id);
        await Add(Dco, "Dr Helen Shaw", Role.DesignatedClinicalOfficer, icb.Name, icb.Id);
        await Add(BoardMember, "Brian Lord", Role.BoardMember, icb.Name, icb.Id);
        await Add(SystemAdministrator, "Sasha Grey", Role.SystemAdministrator, icb.Name, icb.Id);
        await Add(Clinician, "Gwen Pritchard", Role.Clinician, lscft.Name, icb.Id, null, lscft.Id, Gwen, OccupationalTherapy);
        await Add(Colleague, "Tariq Aziz", Role.Clinician, lscft.Name, icb.Id, null, lscft.Id, Tariq, OccupationalTherapy);
        await Add(Lead, "Lena Ford", Role.ServiceLead, lscft.Name, icb.Id, null, lscft.Id, null, OccupationalTherapy);
        await Add(OtherClinician, "Joan Catterall", Role.Clinician, teaching.Name, icb.Id, null, teaching.Id, Joan, SpeechTherapy);
        await Add(OtherLead, "Lewis Park", Role.ServiceLead, teaching.Name, icb.Id, null, teaching.Id, null, SpeechTherapy);
        await Add(FarCaseworker, "Dora Setchell", Role.LaCaseworker, "Dorset Council", FarIcb, Dorset);
        await Add(FarAdministrator, "Derek Stone", Role.DcoAdministrator, "NHS Dorset", FarIcb);
        await Add(FarSystemAdministrator, "Sid Vale", Role.SystemAdministrator, "NHS Dorset", FarIcb);
    }
}
