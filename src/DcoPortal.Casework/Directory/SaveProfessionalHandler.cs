using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Directory;

/// <summary>A professional as the directory will keep it; without an id it is a new one. A problem names the property it is about.</summary>
public sealed record ProfessionalToSave(Guid? Id, string? FullName, string? JobTitle, string? Email, string? Phone, Guid? ServiceId, string? Regulator, string? RegistrationNumber,
    DateOnly? AwayFrom, DateOnly? AwayUntil, Guid? CoverProfessionalId, bool Left, Guid Version, IReadOnlyList<string> Forget);

/// <summary>Adds or changes a professional, and records the entry before and after. Whom families exclude is looked at anew.</summary>
public sealed class SaveProfessionalHandler(PortalDb db, AuditTrail audit, AccountLookup lookup, DoubtsAnew doubts, Change change)
{
    public Task<Outcome> HandleAsync(ProfessionalToSave form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var service = await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == form.ServiceId, ct);
        if (service is null) { return Outcome.Refused("Select the service", nameof(form.ServiceId)); }
        if (await CoverRules.ProfessionalProblemAsync(db, form.Id, service.Id, form.CoverProfessionalId, form.AwayFrom, form.AwayUntil, ct) is { } problem)
        {
            return Outcome.Refused(problem, nameof(form.CoverProfessionalId));
        }
        var person = form.Id is { } id ? await db.Professionals.SingleOrDefaultAsync(p => p.Id == id, ct) : Add(service);
        if (person is null) { return Outcome.NotFound; }
        var email = form.Email!.Trim();
        if (!string.Equals(email, person.Email, StringComparison.OrdinalIgnoreCase) && await lookup.IsInADirectoryAsync(email, ct))
        {
            return Outcome.Refused("This email address is already in the directory", nameof(form.Email));
        }
        var before = form.Id is null ? null : Words(person);
        var was = ReaderOf(person);
        person.FormerNames = NamesBefore.Renamed(NamesBefore.Without(person.FormerNames, form.Forget), person.FullName, form.FullName!.Trim());
        person.FullName = form.FullName!.Trim();
        person.JobTitle = form.JobTitle!.Trim();
        (person.Email, person.Phone) = (email, form.Phone.BlankToNull());
        person.ServiceId = service.Id;
        person.ProviderId = service.ProviderId;
        person.Regulator = form.Regulator.BlankToNull();
        person.RegistrationNumber = form.RegistrationNumber.BlankToNull();
        (person.AwayFrom, person.AwayUntil, person.CoverProfessionalId) = (form.AwayFrom, form.AwayUntil, form.CoverProfessionalId);
        person.IsActive = !form.Left;
        var outcome = audit.RecordEntry("professional", person.Id, before, Words(person), person.Version == form.Version);
        if (outcome.Kind == OutcomeKind.Done) { await doubts.OfReaderAsync(ReaderOf(person), was, ct); }
        return outcome;
    }, ct);

    private Professional Add(HealthService service)
    {
        var person = new Professional { Id = Guid.CreateVersion7(), IcbId = service.IcbId, FullName = "", JobTitle = "", Email = "" };
        db.Professionals.Add(person);
        return person;
    }

    private static IReadOnlyList<ServiceReader> ReaderOf(Professional p) => p.IsActive && p.FullName.Length > 0 ? [new(p.ServiceId, p.FullName, p.Id, SeesAll: false) { FormerNames = p.FormerNames }] : [];

    private static string Words(Professional p) =>
        $"{p.FullName}{NamesBefore.InWords(p.FormerNames)}, {p.JobTitle}; {p.Email}; phone {p.Phone ?? "none"}; {p.Regulator} {p.RegistrationNumber}; service {p.ServiceId:N}; {CoverRules.Words(p.AwayFrom, p.AwayUntil, p.CoverProfessionalId)}; {(p.IsActive ? "works here" : "left")}";
}
