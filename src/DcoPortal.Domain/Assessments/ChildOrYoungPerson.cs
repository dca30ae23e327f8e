using DcoPortal.Domain.Directory;

namespace DcoPortal.Domain.Assessments;

/// <summary>The child or young person as they were notified. Personal data: never in a URL, a log or an email.</summary>
public sealed class ChildOrYoungPerson
{
    /// <summary>Longest name part, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>How many former names are kept, the latest.</summary>
    public const int MostFormerNames = 5;

    /// <summary>The longest that all of them are, in characters.</summary>
    public const int FormerNamesLength = MostFormerNames * (NameLength + 1 + NameLength + 1);

    /// <summary>Legal surname; the whole name of somebody who has one name only.</summary>
    public required string LegalSurname { get; set; }

    /// <summary>Forenames, or empty for somebody who has one name only.</summary>
    public required string Forenames { get; set; }

    /// <summary>The name the child is known as, when it differs.</summary>
    public string? KnownAs { get; set; }

    /// <summary>What the portal recorded as their name before, one whole name a line (<see cref="NamesBefore"/>): trackers go on with a birth name after an adoption.</summary>
    public string FormerNames { get; set; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly DateOfBirth { get; set; }

    /// <summary>Sex as recorded by the local authority: Female, Male, or Not stated.</summary>
    public string? Sex { get; set; }

    /// <summary>Ten digits, or null when not known: no clock waits for it.</summary>
    public string? NhsNumber { get; set; }

    /// <summary>Unique pupil number, or null.</summary>
    public string? Upn { get; set; }

    /// <summary>Postal address without the postcode.</summary>
    public string? Address { get; set; }

    /// <summary>Postcode, upper case with one space.</summary>
    public string? Postcode { get; set; }

    /// <summary>Language the family needs an interpreter for, or null.</summary>
    public string? Interpreter { get; set; }

    /// <summary>How the child communicates and what helps.</summary>
    public string? CommunicationNeeds { get; set; }

    /// <summary>Whether a local authority looks after the child.</summary>
    public bool IsLookedAfter { get; set; }

    /// <summary>ODS code of the GP practice, or null.</summary>
    public string? GpPracticeCode { get; set; }

    /// <summary>The name to show: known-as or first forenames, then surname.</summary>
    public string DisplayName => $"{(string.IsNullOrWhiteSpace(KnownAs) ? Forenames : KnownAs)} {LegalSurname}".Trim();

    /// <summary>The legal name: forenames, then surname.</summary>
    public string FullName => $"{Forenames} {LegalSurname}".Trim();

    /// <summary>What they are called today: the legal name, and the one that is used where it is another.</summary>
    public IReadOnlyList<string> Names => string.IsNullOrWhiteSpace(KnownAs) ? [FullName] : [FullName, DisplayName];

    /// <summary>Keeps what an earlier or another record of the same child knows of former names.</summary>
    /// <param name="record">The other record.</param>
    /// <param name="itsNamesToo">Whether its names of today are former ones here.</param>
    public void Remember(ChildOrYoungPerson record, bool itsNamesToo)
    {
        ArgumentNullException.ThrowIfNull(record);
        FormerNames = NamesBefore.Latest([.. NamesBefore.Of(record.FormerNames), .. itsNamesToo ? record.Names : [], .. NamesBefore.Of(FormerNames)], Names, MostFormerNames);
    }

    /// <summary>Name and date of birth in one normalised text, which recognises the same child without an NHS number.</summary>
    public string MatchKey => KeyOf(LegalSurname, Forenames, DateOfBirth);

    /// <summary>
    /// <see cref="MatchKey"/>, and those that the same child has where surname and forenames, or day and month of birth, were
    /// written the other way round.
    /// </summary>
    public IReadOnlyList<string> LikeKeys => DateOfBirth.Day <= 12 && DateOfBirth.Day != DateOfBirth.Month
        ? [MatchKey, KeyOf(Forenames, LegalSurname, DateOfBirth), KeyOf(LegalSurname, Forenames, new(DateOfBirth.Year, DateOfBirth.Day, DateOfBirth.Month))]
        : [MatchKey, KeyOf(Forenames, LegalSurname, DateOfBirth)];

    /// <summary>Between these two lies the <see cref="MatchKey"/> of everybody of the same name, whenever they were born.</summary>
    public (string First, string Last) NameKeys => ($"{NameKey(LegalSurname, Forenames)}|0", $"{NameKey(LegalSurname, Forenames)}|9999-12-31");

    private static string NameKey(string surname, string forenames) => $"{SearchKey.Joined(surname)} {SearchKey.Joined(forenames)}";

    private static string KeyOf(string surname, string forenames, DateOnly born) => $"{NameKey(surname, forenames)}|{born:yyyy-MM-dd}";
}
