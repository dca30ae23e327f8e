using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

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
            : new CellToCorrect(pair.First.Column + Another, here, $"a row of the same child says this, and {name} says “{other}”");

    /// <summary>Behind the name of a column of which two things are said.</summary>
    public const string Another = ", another";

    /// <summary>What a row that is passed over says more or otherwise, by column, where a person has not looked at it yet.</summary>
    /// <param name="row">What the row says.</param>
    /// <param name="there">What is said there.</param>
    /// <param name="listed">What stands there to be corrected.</param>
    public static IReadOnlyList<string> News(SaidOfCase row, SaidOfCase there, IReadOnlyList<CellToCorrect> listed) =>
        [.. Cells(row, there, "", alsoOther: true).Where(c => !ComparedElsewhere.Contains(Column(c)) && listed.All(l => l.Given != c.Given || Column(l) != Column(c))).Select(c => c.Field.EndsWith(Another, StringComparison.Ordinal) ? $"another {Column(c)}" : c.Field)];

    private static string Column(CellToCorrect cell) => cell.Field.EndsWith(Another, StringComparison.Ordinal) ? cell.Field[..^Another.Length] : cell.Field;

    // what tells one child from another, and the days of the clock, are compared one by one
    private static readonly HashSet<string> ComparedElsewhere =
    [
        NotificationColumns.AuthorityReference, NotificationColumns.RequestReceived, NotificationColumns.Decision, NotificationColumns.DecisionDate, NotificationColumns.HealthTold, NotificationColumns.AdviceRequested,
        NotificationColumns.Surname, NotificationColumns.Forenames, NotificationColumns.DateOfBirth, NotificationColumns.NhsNumber, NotificationColumns.Upn, NotificationColumns.Postcode,
    ];

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
            Source = details.Source == RequestSource.Other ? more.Source : details.Source,
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
