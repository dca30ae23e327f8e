using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications;

/// <summary>Two professionals or services in one field count as one: whoever is asked stands for both, and the other is forgotten.</summary>
public static partial class NamedTogether
{
    /// <summary>Whether a field may name more than one: "OT / SALT", "Gwen Pritchard, Joan Catterall", "Dr Rao and Dr Shaw". "Pritchard, Gwen" and "Speech and language therapy" are one.</summary>
    public static bool AreIn(string? name) => name is not null && (Parts(Mark().Split(name)) is { Count: > 1 } || (Parts(Joined().Split(name)) is { Count: > 1 } whole && whole.TrueForAll(IsWholeName)));

    private static List<string> Parts(string[] split) => [.. split.Select(p => p.Trim()).Where(p => p.Count(char.IsLetter) > 1)];

    // a job or a place behind the comma is no second person
    private static bool IsWholeName(string part) => Acronym().IsMatch(part) || (Name().IsMatch(part) && !NoName().IsMatch(part));

    [GeneratedRegex(@"^\p{Lu}{2,5}$")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"[/;\n]")]
    private static partial Regex Mark();

    [GeneratedRegex(@",|[&+]|\s(?:and|with|or)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:therap|nurs|paed|consultant|psych|team|service|trust|hospital|clinic|centre|lead|worker|doctor|manager|nhs|physio|dieti|audiolog|specialist|practitioner|assistant|health|school|band|street|road|community)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
