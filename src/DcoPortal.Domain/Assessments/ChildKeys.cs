using DcoPortal.Domain.Directory;

namespace DcoPortal.Domain.Assessments;

/// <summary>What tells one child from another, as a case, a form or a row of a spreadsheet says it. Personal data.</summary>
public sealed record ChildKeys(string LegalSurname, string Forenames, string? KnownAs, DateOnly DateOfBirth, string? NhsNumber, string? Upn, string? Postcode, string FormerNames)
{
    /// <summary>The surname, normalised.</summary>
    public string SurnameKey => Surname.Key;

    /// <summary>The forenames, normalised.</summary>
    public string ForenamesKey => First.Key;

    /// <summary>What the child was called before, the oldest name first.</summary>
    public IReadOnlyList<string> Former { get; } = NamesBefore.Of(FormerNames);

    internal ComparedName Surname { get; } = ComparedName.Of(LegalSurname);

    internal ComparedName First { get; } = ComparedName.Of(Forenames);

    /// <summary>The name that is used, where it is another.</summary>
    internal ComparedName? Called { get; } = string.IsNullOrWhiteSpace(KnownAs) ? null : ComparedName.Of(KnownAs);

    internal ComparedName Whole { get; } = ComparedName.Of($"{Forenames} {LegalSurname}");

    /// <summary>Every name by which the record knows the child: today's and the former ones.</summary>
    public IEnumerable<string> Names => string.IsNullOrWhiteSpace(KnownAs) ? [WholeName(Forenames), .. Former] : [WholeName(Forenames), WholeName(KnownAs), .. Former];

    /// <summary>Those of a child.</summary>
    public static ChildKeys Of(ChildOrYoungPerson child)
    {
        ArgumentNullException.ThrowIfNull(child);
        return new(child.LegalSurname, child.Forenames, child.KnownAs, child.DateOfBirth, child.NhsNumber, child.Upn, child.Postcode, child.FormerNames);
    }

    private string WholeName(string first) => $"{first} {LegalSurname}".Trim();
}
