using DcoPortal.Domain.Directory;

namespace DcoPortal.Domain.Assessments;

/// <summary>What tells one child from another, as a case, a form or a row of a spreadsheet says it. Personal data.</summary>
public sealed record ChildKeys(string LegalSurname, string Forenames, string? KnownAs, DateOnly DateOfBirth, string? NhsNumber, string? Upn, string? Postcode, string FormerNames)
{
    /// <summary>The surname, normalised.</summary>
    public string SurnameKey { get; } = SearchKey.Joined(LegalSurname);

    /// <summary>The forenames, normalised.</summary>
    public string ForenamesKey { get; } = SearchKey.Joined(Forenames);

    /// <summary>What the child was called before, the oldest name first.</summary>
    public IReadOnlyList<string> Former { get; } = NamesBefore.Of(FormerNames);

    /// <summary>Each word of the whole name, normalised: worked out once, because an import compares each row with many.</summary>
    internal string[] NameWords { get; } = SearchKey.Of($"{Forenames} {LegalSurname}".Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

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
