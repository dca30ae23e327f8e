using DcoPortal.Casework.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

internal static class AskChoices
{
    /// <summary>The whole directory for a drop-down: services, then their professionals, grouped by provider.</summary>
    public static IReadOnlyList<SelectListItem> Choices(this AskableDirectory directory, Func<AskTarget, bool> unless)
    {
        var people = directory.Professionals.ToLookup(p => p.ServiceId);
        var groups = new Dictionary<Guid, SelectListGroup>();
        var items = new List<DirectoryChoice>();
        foreach (var service in directory.Services)
        {
            var provider = directory.ProviderOf(service).Name;
            var place = ServicePlace.Of(provider, service.Town);
            if (!groups.TryGetValue(service.ProviderId, out var group)) { groups[service.ProviderId] = group = new SelectListGroup { Name = provider }; }
            if (!unless(AskTarget.Of(service))) { items.Add(new(AskTarget.Of(service).Token, $"{service.Name} (whole service), {place}", service.Inbox, group)); }
            items.AddRange(people[service.Id].Where(p => !unless(AskTarget.Of(p)))
                .Select(p => new DirectoryChoice(AskTarget.Of(p).Token, $"{p.FullName}, {p.JobTitle} ({service.Name}), {place}", p.Email, group)));
        }
        return ToldApart.Items(items);
    }
}
