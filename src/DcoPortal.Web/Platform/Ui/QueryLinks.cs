using Microsoft.AspNetCore.Http.Extensions;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>Links to the same page with one parameter changed, so that filters and order survive.</summary>
public static class QueryLinks
{
    /// <summary>This page's address with these parameters set; a null value removes one.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = new QueryBuilder(request.Query
            .Where(q => !Array.Exists(changes, c => string.Equals(c.Name, q.Key, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")));
        foreach (var (name, value) in changes)
        {
            if (value is not null)
                query.Add(name, value);
        }
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
