using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Notification;

namespace DcoPortal.Web.Features.Assessments.CorrectDetails;

/// <summary>What a notification says, for whoever may put it right.</summary>
public sealed record CorrectableDetails
{
    public required CaseKeys Keys { get; init; }
    public required Guid Version { get; init; }
    public required ChildBanner Child { get; init; }
    public required CaseDetails Details { get; init; }
    public required ClockEvent StartedBy { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Whether the questions for a young person are asked: of one, and where they were answered.</summary>
    public required bool AsksYoungPerson { get; init; }

    /// <summary>Whether the person is of the DCO service, which corrects at the authority's request.</summary>
    public required bool IsDcoService { get; init; }
}

/// <summary>Reads <see cref="CorrectableDetails"/>, and what is wrong with a correction beyond each field.</summary>
public sealed class CorrectableDetailsQuery(PortalDb db, CaseQuery cases, SettingSchools schools, UkClock clock, CurrentPerson person)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<CorrectableDetails?> ForAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, ct) is not var (a, child)) { return null; }
        var family = a.Family;
        return new CorrectableDetails
        {
            Keys = a.Keys,
            Version = a.Version,
            Child = child,
            Details = a.Details,
            StartedBy = a.StartedBy,
            ReceivedOn = a.RequestReceivedOn,
            AsksYoungPerson = CompulsorySchoolAge.IsYoungPerson(a.Child.DateOfBirth, clock.Today)
                || (family.YoungPersonEmail ?? family.YoungPersonPhone) is not null || family.DiscussedWithYoungPerson is not null || family.ParentsMayBeCopiedIn is not null,
            IsDcoService = person.May(Permission.RequestAdvice),
        };
    }

    /// <summary>What shows only beside other fields or other assessments, by field.</summary>
    public async Task<IReadOnlyList<(string Field, string Problem)>> ProblemsAsync(CorrectDetailsForm form, CancellationToken ct)
    {
        List<(string, string)> problems = [];
        var facts = form.Facts;
        if (form.Child.DateOfBirth.Value is { } born)
        {
            var began = $"{AssessmentStarts.ClauseOf(facts.StartedBy)} ({UkText.LongDate(facts.ReceivedOn)})";
            if (born > facts.ReceivedOn) { problems.Add(("Child.DateOfBirth", $"The date of birth cannot be after {began}")); }
            else if (AgeLimit.IsRefused(born, facts.ReceivedOn)) { problems.Add(("Child.DateOfBirth", $"Born on {UkText.LongDate(born)}, they were 26 or over when {began}: check the year")); }
            else if (AgeLimit.NeedsReason(born, facts.ReceivedOn) && form.Reasons.ContentOrNull() is null) { problems.Add(("Reasons", $"They were 25 when {began}. {AgeLimit.WhyReason}")); }
        }
        if ((await schools.MatchAsync(form.Setting, ct)) is var match && match.IsOfAnother(form.Setting)) { problems.Add(("Setting.Urn", $"URN {match.Known!.Urn} is {match.Known.Name}, {match.Known.Town}. Put the name or the number right, or clear the number")); }
        if (form.AuthorityReference.ContentOrNull() is { } own
            && await db.Assessments.Where(a => a.LocalAuthorityId == facts.Keys.LocalAuthorityId && a.AuthorityReference == own && a.Id != facts.Keys.AssessmentId).Select(a => a.Reference).FirstOrDefaultAsync(ct) is { } used)
        {
            problems.Add(("AuthorityReference", $"This reference is already used by {used}"));
        }
        return problems;
    }
}
