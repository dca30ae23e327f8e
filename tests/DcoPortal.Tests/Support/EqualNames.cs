using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Support;

/// <summary>A form on which one of two entries of equal name is chosen.</summary>
/// <param name="Email">Who fills it in.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Field">The name of its list.</param>
/// <param name="Typed">What finds both.</param>
/// <param name="Alike">The values of the two.</param>
/// <param name="Saved">The value that the database holds after saving.</param>
public sealed record EqualNameForm(string Email, string Path, string Field, string Typed, IReadOnlyList<string> Alike, Func<PortalDb, Task<string?>> Saved)
{
    /// <summary>The form's selector.</summary>
    public string Selector => Field is "Another" or "Chosen[0]" ? "#ask" : "main form[method=post]";
}

/// <summary>A directory in which two trusts have school nursing and two occupational therapists share name and title; and each form that asks to choose between such.</summary>
public static class EqualNames
{
    public const string RequestAdvice = "request advice", AskInstead = "ask instead", ServiceCover = "cover of a service", ProfessionalCover = "cover of a professional",
        LeadsServiceCover = "a lead's cover of a service", LeadsColleagueCover = "a lead's cover of a colleague", OwnLeave = "own leave", PassOn = "pass on";

    public static readonly Guid SchoolNursing = Guid.Parse("0a000000-0000-0000-0000-000000000011");
    public static readonly Guid OtherSchoolNursing = Guid.Parse("0a000000-0000-0000-0000-000000000012");
    public static readonly Guid Amina = Guid.Parse("0b000000-0000-0000-0000-000000000011");
    public static readonly Guid OtherAmina = Guid.Parse("0b000000-0000-0000-0000-000000000012");

    private static readonly string[] Services = [$"{SchoolNursing}", $"{OtherSchoolNursing}"];
    private static readonly string[] People = [$"{Amina}", $"{OtherAmina}"];

    public static TheoryData<string> Forms => [RequestAdvice, AskInstead, ServiceCover, ProfessionalCover, LeadsServiceCover, LeadsColleagueCover, OwnLeave, PassOn];

    /// <summary>Adds the entries of equal names, and arranges one form.</summary>
    public static async Task<EqualNameForm> FormAsync(PortalApp app, string name)
    {
        await AddAsync(app);
        return name switch
        {
            RequestAdvice or AskInstead => await RequestFormAsync(app, name),
            ServiceCover => new(TestWorld.Administrator, $"/directory/services/{TestWorld.OccupationalTherapy}", "CoverServiceId", "school nurs", Services, ServiceCoverAsync),
            ProfessionalCover => new(TestWorld.Administrator, $"/directory/professionals/{TestWorld.Gwen}", "CoverProfessionalId", "amina", People, GwensCoverAsync),
            LeadsServiceCover => await LeadsFormAsync(app),
            LeadsColleagueCover => new(TestWorld.Lead, $"/cover/professionals/{TestWorld.Gwen}", "CoverId", "amina", People, GwensCoverAsync),
            OwnLeave => new(TestWorld.Clinician, "/account/leave", "CoverId", "amina", People, GwensCoverAsync),
            PassOn => await PassOnFormAsync(app),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    /// <summary>Two school nursings, two Aminas, and so many colleagues that they are chosen from a list.</summary>
    public static async Task AddAsync(PortalApp app, int colleagues = 8)
    {
        await using var db = app.Database();
        var (lscft, teaching) = (await db.Providers.SingleAsync(p => p.OdsCode == "RW5"), await db.Providers.SingleAsync(p => p.OdsCode == "RXN"));
        foreach (var (id, provider, town, inbox) in new[] { (SchoolNursing, lscft, "Leyland", "school-nursing@lscft.test"), (OtherSchoolNursing, teaching, "Preston", "school-nursing@teaching.test") })
        {
            db.Services.Add(new HealthService { Id = id, IcbId = provider.IcbId, ProviderId = provider.Id, Name = "School nursing", Town = town, Inbox = inbox, UsualNeeds = "|SEMH|" });
        }
        // with an account: nobody else is offered what is passed on
        void Person(Guid id, string name, string email)
        {
            var account = new PortalUser { Id = Guid.CreateVersion7(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, DisplayName = name, Role = Role.Clinician, IcbId = lscft.IcbId, OrganisationName = "", ProfessionalId = id };
            db.AddRange(new Professional
            {
                Id = id,
                IcbId = lscft.IcbId,
                ProviderId = lscft.Id,
                ServiceId = TestWorld.OccupationalTherapy,
                FullName = name,
                JobTitle = "Occupational therapist",
                Email = email,
            }, account, new UserService { UserId = account.Id, ServiceId = TestWorld.OccupationalTherapy });
        }
        Person(Amina, "Amina Rao", "amina.rao@ot.test");
        Person(OtherAmina, "Amina Rao", "amina.rao2@ot.test");
        for (var i = 0; i < colleagues; i++) { Person(Guid.CreateVersion7(), $"Bea Moss {i}", $"bea{i}@ot.test"); }
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, lscft.IcbId)));
        await db.SaveChangesAsync();
    }

    private static async Task<EqualNameForm> RequestFormAsync(PortalApp app, string name)
    {
        var keys = await app.AssessmentAsync();
        if (name == AskInstead) { await NameAsync(app, keys); }
        string[] values = [$"service:{SchoolNursing:N}", $"service:{OtherSchoolNursing:N}"];
        return new(TestWorld.Administrator, $"/assessments/{keys.Reference}/request-advice", name == AskInstead ? "Chosen[0]" : "Another", "school nurs", values,
            async db => await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).Select(r => r.ServiceId).ToListAsync() is [.., var asked] && values.Contains($"service:{asked:N}") ? $"service:{asked:N}" : null);
    }

    private static async Task NameAsync(PortalApp app, CaseKeys keys)
    {
        await using var db = app.Database();
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { Name = "Nurse Nobody" });
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    // the DCO service has agreed that another provider's school nursing covers: so the lead may choose between the two
    private static async Task<EqualNameForm> LeadsFormAsync(PortalApp app)
    {
        await using var db = app.Database();
        (await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy)).CoverServiceId = OtherSchoolNursing;
        await db.SaveChangesAsync();
        return new(TestWorld.Lead, $"/cover/services/{TestWorld.OccupationalTherapy}", "CoverId", "school nurs", Services, ServiceCoverAsync);
    }

    private static async Task<EqualNameForm> PassOnFormAsync(PortalApp app)
    {
        var id = await app.RequestAsync(await app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        return new(TestWorld.Lead, $"/advice-requests/{id}/pass-on", "To", "amina", People,
            async db => (await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.ProfessionalId).SingleAsync()).ToString());
    }

    private static async Task<string?> ServiceCoverAsync(PortalDb db) =>
        (await db.Services.Where(s => s.Id == TestWorld.OccupationalTherapy).Select(s => s.CoverServiceId).SingleAsync())?.ToString();

    private static async Task<string?> GwensCoverAsync(PortalDb db) =>
        (await db.Professionals.Where(p => p.Id == TestWorld.Gwen).Select(p => p.CoverProfessionalId).SingleAsync())?.ToString();
}
