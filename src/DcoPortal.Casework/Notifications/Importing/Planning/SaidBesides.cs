using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What a row or a case says of a child, by the columns of a spreadsheet. Personal data.</summary>
internal sealed record SaidOfCase(DateOnly RequestReceivedOn, DateOnly? HealthToldOn, DateOnly? AdviceRequestedOn, AssessmentDecision? Decision, DateOnly? DecidedOn, ChildOrYoungPerson Child, FamilyView Family, EducationSetting Setting, string? AuthorityReference, string? Reasons, string PrimaryNeed)
{
    public static SaidOfCase Of(NotificationDetails details) =>
        new(details.RequestReceivedOn, ToldOn(details.HealthToldOn, details.AdviceRequestedOn), details.AdviceRequestedOn, details.Decision, details.DecidedOn, details.Child, details.Family, details.Setting, details.AuthorityReference, details.Reasons, details.PrimaryNeed);

    public static SaidOfCase Of(Assessment assessment) =>
        new(assessment.RequestReceivedOn, assessment.NotifiedOn, assessment.AdviceRequestReceivedOn, assessment.Decision, assessment.DecidedOn, assessment.Child, assessment.Family, assessment.Setting, assessment.AuthorityReference, assessment.Reasons, assessment.PrimaryNeed);

    /// <summary>The day health was told, where the row gives it itself: it else follows from the day health was asked, which says nothing against an earlier one.</summary>
    public static DateOnly? ToldOn(DateOnly? told, DateOnly? asked) => told == asked ? null : told;

    /// <summary>Each column with what is said, in the order of the template. Not whom the family does not want to know, which is never left to a list.</summary>
    public IReadOnlyList<(string Column, string? Text)> Texts =>
    [
        (NotificationColumns.AuthorityReference, AuthorityReference),
        (NotificationColumns.RequestReceived, UkText.ShortDate(RequestReceivedOn)),
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
        (NotificationColumns.GpPractice, Child.GpPracticeCode),
        (NotificationColumns.Reasons, Reasons),
        (NotificationColumns.FamilyViews, Family.Views),
    ];
}

/// <summary>Keeps what a row says besides when it adds to a case, so that nothing of the row is lost with it.</summary>
internal static class SaidBesides
{
    /// <summary>What of the row does not stand on the case, for a person to put right there.</summary>
    /// <param name="row">What the row says.</param>
    /// <param name="there">What is said there.</param>
    /// <param name="name">What the case is called.</param>
    /// <param name="alsoOther">Whether what differs is kept too, because a person said that they are the same; else only what the case lacks.</param>
    public static IEnumerable<CellToCorrect> Cells(SaidOfCase row, SaidOfCase there, string name, bool alsoOther) =>
        from pair in row.Texts.Zip(there.Texts)
        let here = pair.First.Text
        let other = pair.Second.Text
        where !string.IsNullOrWhiteSpace(here)
        where string.IsNullOrWhiteSpace(other) ? IsAddable(pair.First.Column) : (alsoOther || IsDay(pair.First.Column)) && SearchKey.Joined(here) != SearchKey.Joined(other)
        // a column that the case has has left the list by itself, so what differs has a name of its own
        select string.IsNullOrWhiteSpace(other) ? new CellToCorrect(pair.First.Column, here, $"a later row says it, and {name} did not")
            : new CellToCorrect($"{pair.First.Column}, another", here, $"a row of the same child says this, and {name} says “{other}”");

    /// <summary>Fills in what the row that makes the case leaves out.</summary>
    public static NotificationDetails Filled(NotificationDetails details, NotificationDetails more)
    {
        var (child, family, setting) = (details.Child, details.Family, details.Setting);
        child.KnownAs ??= more.Child.KnownAs;
        child.Sex ??= more.Child.Sex;
        child.NhsNumber ??= more.Child.NhsNumber;
        child.Upn ??= more.Child.Upn;
        child.Address ??= more.Child.Address;
        child.Postcode ??= more.Child.Postcode;
        child.Interpreter ??= more.Child.Interpreter;
        child.IsLookedAfter |= more.Child.IsLookedAfter;
        child.GpPracticeCode ??= more.Child.GpPracticeCode;
        family.ParentName ??= more.Family.ParentName;
        family.ParentEmail ??= more.Family.ParentEmail;
        family.ParentPhone ??= more.Family.ParentPhone;
        family.Views ??= more.Family.Views;
        (setting.Name, setting.Urn) = setting.Name is null ? (more.Setting.Name, setting.Urn ?? more.Setting.Urn) : (setting.Name, setting.Urn);
        setting.YearGroup ??= more.Setting.YearGroup;
        return details with
        {
            AuthorityReference = details.AuthorityReference ?? more.AuthorityReference,
            Reasons = details.Reasons ?? more.Reasons,
            PrimaryNeed = details.PrimaryNeed.Length > 0 ? details.PrimaryNeed : more.PrimaryNeed,
            Owner = details.Owner ?? more.Owner,
        };
    }

    // a decision, its day and what follows from it are recorded where decisions are
    private static bool IsAddable(string column) => column is not (NotificationColumns.Decision or NotificationColumns.DecisionDate or NotificationColumns.AdviceRequested);

    // health's clock runs from them, so another day is never passed over
    private static bool IsDay(string column) => column is NotificationColumns.HealthTold or NotificationColumns.AdviceRequested;
}
