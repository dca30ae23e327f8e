using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>Adds and removes the professionals of a draft. A second click changes nothing.</summary>
public sealed class ProfessionalList(DirectoryIndex directory)
{
    /// <summary>Moves the typed professional to the list, linked to the directory where it matches, and clears the boxes.</summary>
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
            Town = directory.Service(linked.ServiceId)?.Town,
            Contact = typed.Contact,
            LastSeen = typed.LastSeen,
            IsCurrent = typed.IsCurrent,
        });
    }

    /// <summary>Removes a professional from the list.</summary>
    public static void Remove(NotificationDraft draft, Guid id) => draft.Professionals.RemoveAll(p => p.Id == id);

    /// <summary>Puts a professional of the list back into the boxes; text typed there first goes to the list, so that it is not lost.</summary>
    public async Task ChangeAsync(NotificationDraft draft, Guid id, CancellationToken ct)
    {
        if (draft.Professionals.Find(p => p.Id == id) is not { } chosen) { return; }
        await AddAsync(draft, ct);
        draft.Professionals.Remove(chosen);
        chosen.Pick = chosen.ProfessionalId is { } p ? DirectoryPick.OfProfessional(p) : chosen.ServiceId is { } s ? DirectoryPick.OfService(s) : null;
        if (chosen.Pick is not null)
        {
            chosen.PickedAs = string.Join(", ", new[] { chosen.Name, chosen.ServiceName, chosen.ProviderName, chosen.Town }.Where(t => !string.IsNullOrWhiteSpace(t)));
            chosen.Name ??= chosen.ServiceName;
            (chosen.ServiceName, chosen.ProviderName, chosen.Town) = (null, null, null);
        }
        draft.Adding = chosen;
    }

    /// <summary>The typed professional as the notification holds it. A picked entry counts only while its name still stands in the box.</summary>
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
