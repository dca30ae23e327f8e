using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>A professional or service as the notification will hold it.</summary>
/// <param name="Id">The row of the form.</param>
/// <param name="Named">Linked to the directory where the row matches.</param>
/// <param name="Town">The town of the service in the directory, or null.</param>
public sealed record NamedPerson(Guid Id, NamedProfessional Named, string? Town)
{
    /// <summary>The person, or the service where no person is named.</summary>
    public string? Title => Named.Name ?? Named.ServiceName;

    /// <summary>Service, provider and town.</summary>
    public string Where => string.Join(", ", new[] { Named.Name is null ? null : Named.ServiceName, Named.ProviderName, Town }.Where(t => !string.IsNullOrWhiteSpace(t)));
}

/// <summary>Links the rows of a form to the directory, each time anew: what is kept is what was typed.</summary>
public sealed class NamedPeople(DirectoryIndex directory)
{
    /// <summary>The rows that are not blank.</summary>
    public async Task<IReadOnlyList<NamedPerson>> OfAsync(IEnumerable<ProfessionalItem> typed, CancellationToken ct)
    {
        var rows = typed.Where(p => !p.IsEmpty).ToList();
        if (rows.Count == 0) { return []; }
        await directory.LoadAsync(ct);
        return rows.ConvertAll(row =>
        {
            var named = directory.Link(Named(row));
            return new NamedPerson(row.Id, named, directory.Service(named.ServiceId)?.Town);
        });
    }

    /// <summary>A row in the words of a notification. A picked entry counts only while its name still stands in the box.</summary>
    private NamedProfessional Named(ProfessionalItem typed)
    {
        var (professionalId, serviceId) = DirectoryPick.Parse(typed.Pick);
        var professional = directory.Professional(professionalId);
        var service = directory.Service(serviceId);
        var stillPicked = SearchKey.Of(professional?.FullName ?? service?.Name) is { Length: > 0 } name && name == SearchKey.Of(typed.Name);
        return new NamedProfessional
        {
            ProfessionalId = stillPicked ? professional?.Id : null,
            ServiceId = stillPicked ? service?.Id : null,
            Name = stillPicked && professional is null ? null : typed.Name.ContentOrNull(),
            ServiceName = typed.ServiceName.ContentOrNull(),
            ProviderName = typed.ProviderName.ContentOrNull(),
            Contact = typed.Contact.ContentOrNull(),
            LastSeen = typed.LastSeen.ContentOrNull(),
            IsCurrent = !typed.HasEnded,
            FamilyAsked = typed.FamilyAsked,
        };
    }
}
