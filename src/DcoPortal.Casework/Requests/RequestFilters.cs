using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Figures;

namespace DcoPortal.Casework.Requests;

/// <summary>Who holds a request.</summary>
public enum HolderFilter
{
    /// <summary>The person who reads the list.</summary>
    Mine,

    /// <summary>No professional yet.</summary>
    Unassigned,
}

/// <summary>The filters of the list of requests. Saved on the server, or given in an address, but a search is never in an address.</summary>
public sealed record RequestFilters
{
    /// <summary>One box, or null for all.</summary>
    public RequestBox? Box { get; init; }

    /// <summary>One provider, or null.</summary>
    public Guid? Provider { get; init; }

    /// <summary>One service, or null.</summary>
    public Guid? Service { get; init; }

    /// <summary>One local authority, or null.</summary>
    public Guid? Authority { get; init; }

    /// <summary>Mine or unassigned, or null for all.</summary>
    public HolderFilter? Holder { get; init; }

    /// <summary>One line of somebody's work, or null. Only in an address, never saved.</summary>
    public RequestWork? Work { get; init; }

    /// <summary>Only those, where a line of work was looked up beforehand; null otherwise.</summary>
    public IReadOnlyList<Guid>? Only { get; init; }

    /// <summary>Only requests of the person's own cases.</summary>
    public bool OfOwnCases { get; init; }

    /// <summary>Only requests that were sent back and wait for more.</summary>
    public bool SentBack { get; init; }

    /// <summary>The list behind a figure, or null. Only in an address, never saved.</summary>
    public FigureList? Behind { get; init; }

    /// <summary>A reference or a name, as typed.</summary>
    public string? Search { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool Any => this != new RequestFilters();

    /// <summary>The requests that match, without regard to the box.</summary>
    public IQueryable<AdviceRequest> ApplyButBox(IQueryable<AdviceRequest> requests, PortalDb db, UkClock clock)
    {
        if (Provider is { } provider) { requests = requests.Where(r => r.ProviderId == provider); }
        if (Service is { } service) { requests = requests.Where(r => r.ServiceId == service); }
        if (Authority is { } authority) { requests = requests.Where(r => r.LocalAuthorityId == authority); }
        if (Work is { } work) { requests = requests.In(work, clock); }
        if (Only is { } only) { requests = requests.Where(r => only.Contains(r.Id)); }
        if (OfOwnCases) { requests = OfOwn(requests, db); }
        if (SentBack) { requests = requests.Outstanding().Where(r => r.SentBackCount > 0); }
        if (Behind is { } list) { requests = list.Apply(requests, db); }
        requests = ByHolder(requests, db.Scope);
        return Searched(requests, db);
    }

    private static IQueryable<AdviceRequest> OfOwn(IQueryable<AdviceRequest> requests, PortalDb db)
    {
        var me = db.Scope.UserId;
        return requests.Where(r => db.Assessments.Any(a => a.Id == r.AssessmentId && a.OwnerUserId == me));
    }

    private IQueryable<AdviceRequest> Searched(IQueryable<AdviceRequest> requests, PortalDb db)
    {
        if (string.IsNullOrWhiteSpace(Search)) { return requests; }
        if (AssessmentSearch.Reference(Search) is { } reference) { return requests.Where(r => r.AssessmentReference == reference); }
        var cases = db.Assessments.Matching(Search);
        // a health service reaches cases only through its requests, so its query begins there; others begin at the few matching cases
        return db.Scope.Kind == ScopeKind.HealthService
            ? requests.Where(r => cases.Any(a => a.Id == r.AssessmentId))
            : requests.Where(r => cases.Select(a => a.Id).Contains(r.AssessmentId));
    }

    private IQueryable<AdviceRequest> ByHolder(IQueryable<AdviceRequest> requests, AccessScope scope)
    {
        var me = scope.ProfessionalId;
        return Holder switch
        {
            HolderFilter.Mine => requests.Where(r => r.ProfessionalId == me),
            HolderFilter.Unassigned => requests.Where(r => r.ProfessionalId == null),
            _ => requests,
        };
    }
}
