using System.Net;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Domain.Access;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>Opens pages as the people whose they are, each signed in once.</summary>
internal sealed class PageWalk(Uri url) : IDisposable
{
    private readonly Dictionary<Role, Visitor> _visitors = [];
    private readonly Dictionary<Role, Search> _kept = [];

    public void Dispose()
    {
        foreach (var visitor in _visitors.Values) { visitor.Dispose(); }
    }

    /// <summary>Makes the search of a visit, clears the one before, and gives the person who opens it.</summary>
    public async Task<Visitor> PrepareAsync(PageVisit visit)
    {
        if (!_visitors.TryGetValue(visit.Who, out var visitor)) { _visitors[visit.Who] = visitor = await Visitor.SignInAsync(url, Subjects.EmailOf(visit.Who)); }
        if (_kept.Remove(visit.Who, out var before)) { await visitor.PostAsync(before.Page, before.To, before.Nothing); }
        if (visit.Search is { } search)
        {
            await visitor.PostAsync(search.Page, search.To, search.Words);
            _kept[visit.Who] = search;
        }
        return visitor;
    }

    /// <summary>Opens a page. One that does not answer, or leads elsewhere, is no measurement.</summary>
    public static async Task<Answer> OpenAsync(Visitor visitor, PageVisit visit)
    {
        var answer = await visitor.GetAsync(visit.Path);
        return answer.Status == HttpStatusCode.OK ? answer : throw new InvalidOperationException($"{visit.Who} {visit.Path} answered {answer.Status} {answer.Redirect}");
    }
}
