using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Assessments;

/// <summary>A detail that a correction changes.</summary>
/// <param name="What">Which, as pages call it.</param>
/// <param name="Before">What stands there, or null.</param>
/// <param name="After">What is to stand there, or null.</param>
/// <param name="IsForServices">Whether the services that were asked see it.</param>
public sealed record DetailChange(string What, string? Before, string? After, bool IsForServices);

/// <summary>One detail of a case beside the same of another. Personal data.</summary>
/// <param name="What">Which, as pages call it.</param>
/// <param name="Here">What the first says, or null.</param>
/// <param name="There">What the other says, or null.</param>
public sealed record DetailBeside(string What, string? Here, string? There)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsSame => Here == There;
}

/// <summary>Every detail of a notification, in the order of the form: what is compared, shown for checking and kept in the activity.</summary>
internal static class CaseDetailFields
{
    private static readonly (string What, Func<CaseDetails, string?> Of, bool IsForServices)[] All =
    [
        ("Forenames", d => d.Child.Forenames, true),
        ("Legal surname", d => d.Child.LegalSurname, true),
        ("Known as", d => d.Child.KnownAs, true),
        ("Date of birth", d => UkText.LongDate(d.Child.DateOfBirth), true),
        ("NHS number", d => NhsNumber.TryParse(d.Child.NhsNumber, out var number, out _) ? number.ToString() : d.Child.NhsNumber, true),
        ("Sex", d => d.Child.Sex, true),
        ("Address", d => d.Child.Address, true),
        ("Postcode", d => d.Child.Postcode, true),
        ("GP practice code", d => d.Child.GpPracticeCode, true),
        ("Unique pupil number (UPN)", d => d.Child.Upn, true),
        ("Communication needs", d => d.Child.CommunicationNeeds, true),
        ("Looked after by a local authority", d => d.Child.IsLookedAfter ? "Yes" : "No", true),
        ("Young person’s email address", d => d.Family.YoungPersonEmail, true),
        ("Young person’s phone number", d => d.Family.YoungPersonPhone, true),
        ("Discussed with the young person", d => YesNo(d.Family.DiscussedWithYoungPerson), true),
        ("Parents may be copied in", d => YesNo(d.Family.ParentsMayBeCopiedIn), true),
        ("Parent or carer", d => d.Family.ParentName, true),
        ("Their email address", d => d.Family.ParentEmail, true),
        ("Their phone number", d => d.Family.ParentPhone, true),
        ("Second person with parental responsibility", d => d.Family.SecondParentName, true),
        ("How to reach the second person", d => d.Family.SecondParentContact, true),
        ("Interpreter", d => d.Child.Interpreter, true),
        ("Views, wishes and feelings", d => d.Family.Views, true),
        ("School or setting", d => d.Setting.Name, true),
        ("URN", d => d.Setting.Urn, true),
        ("Year group", d => d.Setting.YearGroup, true),
        ("SENCO", d => d.Setting.SencoContact, true),
        ("Primary need", d => d.PrimaryNeed.Length == 0 ? null : AssessmentWords.Need(d.PrimaryNeed), true),
        ("Asked for by", d => AssessmentWords.Of(d.Source), false),
        ("Reasons for the request", d => d.Reasons, true),
        ("The authority’s own reference", d => d.AuthorityReference, false),
    ];

    /// <summary>What differs. A line break is one, however the browser sends it.</summary>
    public static IReadOnlyList<DetailChange> Between(CaseDetails before, CaseDetails after) =>
        [.. All.Select(f => new DetailChange(f.What, Text(f.Of(before)), Text(f.Of(after)), f.IsForServices)).Where(c => c.Before != c.After)];

    /// <summary>What either says, beside what the other says.</summary>
    public static IReadOnlyList<DetailBeside> Beside(CaseDetails one, CaseDetails other) =>
        [.. All.Select(f => new DetailBeside(f.What, Text(f.Of(one)), Text(f.Of(other)))).Where(d => d.Here is not null || d.There is not null)];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    private static string? YesNo(bool? answer) => answer is { } given ? given ? "Yes" : "No" : null;
}
