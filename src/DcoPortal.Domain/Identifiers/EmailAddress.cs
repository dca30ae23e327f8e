using System.Text.RegularExpressions;

namespace DcoPortal.Domain.Identifiers;

/// <summary>The one rule for an address that emails are sent to. It proves the form, not that somebody reads it.</summary>
public static partial class EmailAddress
{
    /// <summary>Longest address, in characters.</summary>
    public const int Length = 254;

    /// <summary>Whether a bare address can receive mail: plain letters, one @, and a domain with a dot.</summary>
    public static bool CanReceive(string? address) => address is { Length: > 0 and <= Length } && Shape().IsMatch(address);

    // no comma, space, angle bracket or curly apostrophe; no dot at an end or beside another; the domain ends in letters
    [GeneratedRegex(@"\A(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})\z")]
    private static partial Regex Shape();
}
