using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>Adds to and takes from the professionals of a draft. Doing either twice changes nothing.</summary>
public sealed class ProfessionalList(DirectoryIndex directory)
{
    /// <summary>Moves what is typed to the list, linked to the directory where it can be, and clears the boxes.</summary>
    public async Task AddAsync(NotificationDraft draft, CancellationToken ct)
    {
        var typed = draft.Adding;
        draft.Adding = new ProfessionalItem();
        if (typed.IsEmpty || draft.Professionals.Any(p => p.Id == typed.Id && typed.Id != Guid.Empty)) { return; }
        await directory.LoadAsync(ct);
        var linked = directory.Link(Named(typed));
        draft.Professionals.Add(new ProfessionalItem
        {
            Id = typed.Id == Guid.Empty ? Guid.NewGuid() : typed.Id,
            ProfessionalId = linked.ProfessionalId,
            ServiceId = linked.ServiceId,
            Name = linked.Name,
            ServiceName = linked.ServiceName,
            ProviderName = linked.ProviderName,
            Contact = typed.Contact,
            LastSeen = typed.LastSeen,
            IsCurrent = typed.IsCurrent,
        });
    }

    /// <summary>Takes one off the list.</summary>
    public static void Remove(NotificationDraft draft, Guid id) => draft.Professionals.RemoveAll(p => p.Id == id);

    /// <summary>Puts one back into the boxes; what was typed there goes to the list first, so that it is not lost.</summary>
    public async Task ChangeAsync(NotificationDraft draft, Guid id, CancellationToken ct)
    {
        if (draft.Professionals.Find(p => p.Id == id) is not { } chosen) { return; }
        await AddAsync(draft, ct);
        draft.Professionals.Remove(chosen);
        chosen.Pick = chosen.ProfessionalId is { } p ? DirectoryPick.OfProfessional(p) : chosen.ServiceId is { } s ? DirectoryPick.OfService(s) : null;
        if (chosen.Pick is not null)
        {
            chosen.PickedAs = string.Join(", ", new[] { chosen.Name, chosen.ServiceName, chosen.ProviderName }.Where(t => !string.IsNullOrWhiteSpace(t)));
            chosen.Name ??= chosen.ServiceName;
            (chosen.ServiceName, chosen.ProviderName) = (null, null);
        }
        draft.Adding = chosen;
    }

    /// <summary>As the notification holds it. What was picked counts only while its name still stands in the box.</summary>
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
            Name = stillPicked && professional is null ? null : typed.Name.BlankToNull(),
            ServiceName = typed.ServiceName.BlankToNull(),
            ProviderName = typed.ProviderName.BlankToNull(),
            Contact = typed.Contact.BlankToNull(),
            LastSeen = typed.LastSeen.BlankToNull(),
            IsCurrent = typed.IsCurrent,
        };
    }
}
