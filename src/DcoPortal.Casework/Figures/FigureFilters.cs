using DcoPortal.Domain.Figures;

namespace DcoPortal.Casework.Figures;

/// <summary>What figures are about. None of it names a person. What a case does not say, or cannot be seen of it, is <see cref="None"/>.</summary>
public sealed record FigureFilters
{
    /// <summary>The word for what is not stated.</summary>
    public const string None = "none";

    public Guid? Authority { get; init; }
    public Guid? Provider { get; init; }
    public Guid? Service { get; init; }
    public Guid? Board { get; init; }

    /// <summary>A code of <see cref="Domain.Identifiers.PrimaryNeeds"/>, or <see cref="None"/>.</summary>
    public string? Need { get; init; }

    /// <summary>The name of an <see cref="AgeGroup"/>, or <see cref="None"/>.</summary>
    public string? Age { get; init; }

    /// <summary>The name of an <see cref="OriginRoute"/>, or <see cref="None"/>.</summary>
    public string? Route { get; init; }

    /// <summary>Whether anything narrows the figures.</summary>
    public bool Any => this != new FigureFilters();

    /// <summary>The same with one more filter: a row of a cut.</summary>
    public FigureFilters With(FigureCut cut, string key) => cut switch
    {
        FigureCut.Provider => this with { Provider = Guid.Parse(key) },
        FigureCut.Service => this with { Service = Guid.Parse(key) },
        FigureCut.Authority => this with { Authority = Guid.Parse(key) },
        FigureCut.Board => this with { Board = Guid.Parse(key) },
        FigureCut.Need => this with { Need = key },
        FigureCut.Age => this with { Age = key },
        _ => this with { Route = key },
    };

    /// <summary>The requests that the figures are about.</summary>
    public IQueryable<AdviceRequest> Apply(IQueryable<AdviceRequest> requests, PortalDb db)
    {
        if (Authority is { } authority) { requests = requests.Where(r => r.LocalAuthorityId == authority); }
        if (Provider is { } provider) { requests = requests.Where(r => r.ProviderId == provider); }
        if (Service is { } service) { requests = requests.Where(r => r.ServiceId == service); }
        return ApplyToCase(requests, db);
    }

    /// <summary>The same without provider, service and authority, by which lists filter themselves.</summary>
    public IQueryable<AdviceRequest> ApplyToCase(IQueryable<AdviceRequest> requests, PortalDb db)
    {
        if (Board is { } board) { requests = requests.Where(r => r.IcbId == board); }
        if (Need is { } need)
        {
            requests = need == None
                ? requests.Where(r => !db.Assessments.Any(a => a.Id == r.AssessmentId && a.PrimaryNeed != ""))
                : requests.Where(r => db.Assessments.Any(a => a.Id == r.AssessmentId && a.PrimaryNeed == need));
        }
        if (Route is { } route)
        {
            var starts = AssessmentStarts.All.Where(s => $"{AssessmentStarts.RouteOf(s)}" == route).ToList();
            requests = route == None
                ? requests.Where(r => !db.Assessments.Any(a => a.Id == r.AssessmentId))
                : requests.Where(r => db.Assessments.Any(a => a.Id == r.AssessmentId && starts.Contains(a.StartedBy)));
        }
        return Age is null ? requests : OfAge(requests, db);
    }

    private IQueryable<AdviceRequest> OfAge(IQueryable<AdviceRequest> requests, PortalDb db)
    {
        if (!Enum.TryParse<AgeGroup>(Age, out var group)) { return requests.Where(r => !db.Assessments.Any(a => a.Id == r.AssessmentId)); }
        // the first group has no lower bound and the last no upper one
        var (from, to) = group switch { AgeGroup.Under5 => (-100, 5), AgeGroup.From5To10 => (5, 11), AgeGroup.From11To15 => (11, 16), AgeGroup.From16To19 => (16, 20), _ => (20, 200) };
        return requests.Where(r => db.Assessments.Any(a => a.Id == r.AssessmentId && a.Child.DateOfBirth.AddYears(from) <= r.DueOn && a.Child.DateOfBirth.AddYears(to) > r.DueOn));
    }
}
