namespace DcoPortal.Domain.Assessments;

/// <summary>What tells one child from another, as a case, a form or a row of a spreadsheet says it. Personal data.</summary>
public sealed record ChildKeys(string LegalSurname, string Forenames, string? KnownAs, DateOnly DateOfBirth, string? NhsNumber, string? Upn, string? Postcode)
{
    /// <summary>The surname, normalised.</summary>
    public string SurnameKey { get; } = SearchKey.Joined(LegalSurname);

    /// <summary>The forenames, normalised.</summary>
    public string ForenamesKey { get; } = SearchKey.Joined(Forenames);

    /// <summary>Those of a child.</summary>
    public static ChildKeys Of(ChildOrYoungPerson child)
    {
        ArgumentNullException.ThrowIfNull(child);
        return new(child.LegalSurname, child.Forenames, child.KnownAs, child.DateOfBirth, child.NhsNumber, child.Upn, child.Postcode);
    }
}
