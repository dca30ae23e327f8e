namespace DcoPortal.Domain.Identifiers;

// people paste identifiers with spaces, no-break spaces and every sort of dash
internal static class IdentifierText
{
    public static string Compact(string? text) => text is null
        ? ""
        : string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u200B' or '\uFEFF')))
            .ToUpperInvariant();
}
