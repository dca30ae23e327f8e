namespace DcoPortal.Casework.Assessments;

/// <summary>Tells one child from another in lists and search results: a name alone is shared by twins, cousins and strangers.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Setting">School or other setting, or null while it is not known.</param>
/// <param name="Reference">The assessment's reference.</param>
public sealed record ChildLine(string Name, DateOnly DateOfBirth, string? Setting, string Reference)
{
    /// <summary>Makes it of an assessment.</summary>
    public static ChildLine Of(Assessment a) => new(a.Child.DisplayName, a.Child.DateOfBirth, a.Setting.Name, a.Reference);

    /// <summary>Makes it of the columns that a list reads.</summary>
    public static ChildLine Of(string? knownAs, string forenames, string legalSurname, DateOnly dateOfBirth, string? setting, string reference) =>
        new(new ChildOrYoungPerson { KnownAs = knownAs, Forenames = forenames, LegalSurname = legalSurname }.DisplayName, dateOfBirth, setting, reference);
}
