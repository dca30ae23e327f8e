using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What a row or a case says of a child, by the columns of a spreadsheet. Personal data.</summary>
internal sealed record SaidOfCase(DateOnly RequestReceivedOn, DateOnly? HealthToldOn, DateOnly? AdviceRequestedOn, AssessmentDecision? Decision, DateOnly? DecidedOn, ChildOrYoungPerson Child, FamilyView Family, EducationSetting Setting, string? AuthorityReference, string? Reasons, string PrimaryNeed)
{
    /// <summary>How it began, where that is said.</summary>
    public ClockEvent? Route { get; init; }

    /// <summary>Who asked for the assessment, where that is said.</summary>
    public RequestSource? Source { get; init; }

    /// <summary>Whether the child is looked after, where that is said.</summary>
    public bool? IsLookedAfter { get; init; }

    /// <summary>What a row says.</summary>
    /// <param name="details">As a notification.</param>
    /// <param name="said">As it was read, before anything followed from what it leaves out.</param>
    public static SaidOfCase Of(NotificationDetails details, ImportedNotification said) =>
        new(details.RequestReceivedOn, said.HealthToldOn, said.AdviceRequestedOn, details.Decision, details.DecidedOn, details.Child, details.Family, details.Setting, details.AuthorityReference, details.Reasons, details.PrimaryNeed)
        {
            // a blank cell means a request too
            Route = said.StartedBy == ClockEvent.RequestReceived ? null : said.StartedBy,
            Source = said.Source,
            IsLookedAfter = said.IsLookedAfter,
        };

    /// <summary>What a case says.</summary>
    public static SaidOfCase Of(Assessment assessment) =>
        new(assessment.RequestReceivedOn, assessment.NotifiedOn, assessment.AdviceRequestReceivedOn, assessment.Decision, assessment.DecidedOn, assessment.Child, assessment.Family, assessment.Setting, assessment.AuthorityReference, assessment.Reasons, assessment.PrimaryNeed)
        {
            Route = assessment.StartedBy,
            Source = assessment.Source,
            IsLookedAfter = assessment.Child.IsLookedAfter,
        };

    /// <summary>Each column with what is said, in the order of the template. Not whom the family does not want to know, which is never left to a list.</summary>
    public IReadOnlyList<(string Column, string? Text)> Texts =>
    [
        (NotificationColumns.AuthorityReference, AuthorityReference),
        (NotificationColumns.RequestReceived, UkText.ShortDate(RequestReceivedOn)),
        (NotificationColumns.HowItBegan, Route is { } route ? AssessmentStarts.NameOf(route) : null),
        (NotificationColumns.Source, Source is { } source ? AssessmentWords.Of(source) : null),
        (NotificationColumns.Decision, Decision?.ToString()),
        (NotificationColumns.DecisionDate, DecidedOn is { } on ? UkText.ShortDate(on) : null),
        (NotificationColumns.HealthTold, HealthToldOn is { } told ? UkText.ShortDate(told) : null),
        (NotificationColumns.AdviceRequested, AdviceRequestedOn is { } asked ? UkText.ShortDate(asked) : null),
        (NotificationColumns.Surname, Child.LegalSurname),
        (NotificationColumns.KnownAs, Child.KnownAs),
        (NotificationColumns.Forenames, Child.Forenames),
        (NotificationColumns.DateOfBirth, UkText.ShortDate(Child.DateOfBirth)),
        (NotificationColumns.Sex, Child.Sex),
        (NotificationColumns.NhsNumber, Child.NhsNumber),
        (NotificationColumns.Upn, Child.Upn),
        (NotificationColumns.Address, Child.Address),
        (NotificationColumns.Postcode, Child.Postcode),
        (NotificationColumns.Parent, Family.ParentName),
        (NotificationColumns.ParentEmail, Family.ParentEmail),
        (NotificationColumns.ParentPhone, Family.ParentPhone),
        (NotificationColumns.Interpreter, Child.Interpreter),
        (NotificationColumns.Setting, Setting.Name),
        (NotificationColumns.SettingUrn, Setting.Urn),
        (NotificationColumns.YearGroup, Setting.YearGroup),
        (NotificationColumns.PrimaryNeed, PrimaryNeed),
        (NotificationColumns.LookedAfter, IsLookedAfter switch { true => "Yes", false => "No", null => null }),
        (NotificationColumns.GpPractice, Child.GpPracticeCode),
        (NotificationColumns.Reasons, Reasons),
        (NotificationColumns.FamilyViews, Family.Views),
    ];
}

