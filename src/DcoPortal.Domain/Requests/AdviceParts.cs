namespace DcoPortal.Domain.Requests;

/// <summary>The names of the parts of advice, one for the form, the check, the pages and the pack.</summary>
public static class AdviceParts
{
    public const string Summary = "Summary";
    public const string Basis = "What this advice is based on";
    public const string Needs = "Health needs";
    public const string Outcomes = "Outcomes";
    public const string Provision = "Provision";
    public const string Author = "Author";
}
