namespace DcoPortal.Domain.Assessments;

/// <summary>Something that came with an import and could not be read: it is left out until somebody puts it right. Personal data.</summary>
/// <param name="Field">What it is, as the heading of an import names it, such as "Postcode".</param>
/// <param name="Given">What stood there.</param>
/// <param name="Why">What is wrong with it, in plain words.</param>
/// <param name="IsDealtWith">Whether somebody said that it needs nothing more.</param>
public sealed record CellToCorrect(string Field, string Given, string Why, bool IsDealtWith = false)
{
    /// <summary>Whether it says the same of the same thing, whatever was thought to be wrong with it.</summary>
    public bool IsSame(CellToCorrect other) => other is not null && (Field, Given) == (other.Field, other.Given);

    /// <summary>The name of the reasons for the request, which no column holds.</summary>
    public const string Reasons = "Reasons for the request";
}
