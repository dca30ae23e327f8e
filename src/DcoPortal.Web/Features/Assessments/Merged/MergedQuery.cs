using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Ties;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.Merged;

/// <summary>A case that became part of another, as it was.</summary>
public sealed record MergedModel : IShowsChildRecord
{
    public required CaseKeys Keys { get; init; }
    public required ChildBanner Child { get; init; }
    public required CaseTie Tie { get; init; }

    /// <summary>The dates that it had.</summary>
    public required IReadOnlyList<DateChange> Dates { get; init; }

    /// <summary>What its notification said.</summary>
    public required IReadOnlyList<DetailBeside> Details { get; init; }

    /// <summary>What its family wished about sharing.</summary>
    public required string Sharing { get; init; }

    /// <summary>Whether the person may put the cases apart today.</summary>
    public required bool MayUndo { get; init; }

    /// <summary>What has happened since, so that they cannot be put apart any more, in a sentence; or null.</summary>
    public string? Stops { get; init; }

    CaseKeys IShowsChildRecord.ShownCase => Keys;
}

/// <summary>Reads <see cref="MergedModel"/>.</summary>
public sealed class MergedQuery(PortalDb db, MergedCases merged, MergeStandingQuery standing, CurrentPerson person, UkClock clock)
{
    /// <summary>Null when the person has no such merged case.</summary>
    public async Task<MergedModel?> ForAsync(string reference, CancellationToken ct)
    {
        var found = await (
            from a in merged.Rows.AsNoTracking()
            join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
            join t in db.CaseTies.AsNoTracking() on a.Id equals t.OtherId
            where a.Reference == reference && t.Kind == TieKind.SameAssessment
            select new { Assessment = a, Authority = la.Name, Tie = t }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var (assessment, tie) = (found.Assessment, found.Tie);
        var dates = DateSnapshot.Of(assessment, []);
        // its own reference went to the case that stays, or is kept for the day of the merge's undoing
        var said = assessment.Details with { AuthorityReference = MergeRecord.Of(tie.Before!).AuthorityReference };
        var mayUndo = person.May(Permission.CorrectDetails) && tie.WhyNotUndo(QuestionSides.Of(person), clock.Today) is null;
        return new()
        {
            Stops = mayUndo ? await standing.WhatStopsAsync(tie, assessment, ct) : null,
            Keys = assessment.Keys,
            Child = AssessmentBanner.Of(assessment, found.Authority, clock.Today),
            Tie = tie,
            Dates = [.. dates.ChangesTo(dates), new DateChange("Health told of the request", assessment.NotifiedOn, assessment.NotifiedOn)],
            Details = CaseDetailFields.Beside(said, said),
            Sharing = SharingWords.Of(assessment.Family.Wish),
            MayUndo = mayUndo,
        };
    }

    /// <summary>Whether it is a case of its own.</summary>
    public Task<bool> IsCaseAsync(string reference, CancellationToken ct) => db.Assessments.AnyAsync(a => a.Reference == reference, ct);
}
