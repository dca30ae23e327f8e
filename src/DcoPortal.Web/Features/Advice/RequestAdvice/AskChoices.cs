using DcoPortal.Casework.Requests;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

internal static class AskChoices
{
    /// <summary>The whole directory for a drop-down: services, then their professionals, grouped by provider.</summary>
    public static IReadOnlyList<SelectListItem> Choices(this AskableDirectory directory, Func<AskTarget, bool> unless)
    {
        var people = directory.Professionals.ToLookup(p => p.ServiceId);
        var groups = new Dictionary<Guid, SelectListGroup>();
        var items = new List<SelectListItem>();
        foreach (var service in directory.Services)
        {
            if (!groups.TryGetValue(service.ProviderId, out var group)) { groups[service.ProviderId] = group = new SelectListGroup { Name = directory.ProviderOf(service).Name }; }
            if (!unless(AskTarget.Of(service))) { items.Add(new SelectListItem($"{service.Name} (whole service)", AskTarget.Of(service).Token) { Group = group }); }
            items.AddRange(people[service.Id].Where(p => !unless(AskTarget.Of(p)))
                .Select(p => new SelectListItem($"{p.FullName}, {p.JobTitle} ({service.Name})", AskTarget.Of(p).Token) { Group = group }));
        }
        return items;
    }
}
