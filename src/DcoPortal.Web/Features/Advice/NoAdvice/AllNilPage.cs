using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>The assessments that wait for the DCO's decision.</summary>
public sealed record AllNilListPage(ListPage<ChildLine> List, DateOnly Today);

/// <summary>The page on which the DCO decides.</summary>
public sealed record AllNilPage(AllNilStanding Standing, CaseKeys Keys, ChildBanner Child, IReadOnlyList<NilLine> Nil, Deadline? HealthDue, Guid Version)
{
    /// <summary>Those whom the authority named and whom nobody was asked for.</summary>
    public IReadOnlyList<NamedNotAskedRow> NotAsked { get; init; } = [];

    /// <summary>Whether no Designated Clinical Officer can sign in.</summary>
    public bool NobodyDecides { get; init; }
}
