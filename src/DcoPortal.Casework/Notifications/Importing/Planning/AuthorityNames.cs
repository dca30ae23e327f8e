using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>Finds the local authority that a cell of a spreadsheet means, among those that it may mean.</summary>
internal sealed class AuthorityNames(IReadOnlyList<LocalAuthority> authorities)
{
    private static readonly HashSet<string> Filler = ["council", "county", "city", "borough", "metropolitan", "district", "of", "the", "with", "and", "unitary", "authority", "mbc", "cc", "bc", "london", "royal"];

    /// <summary>The one, where there is one.</summary>
    public LocalAuthority? Only => authorities is [var only] ? only : null;

    /// <summary>By DfE number, GSS code, the letters of its references, or its name with or without "Council" and the like; null where none or more than one fits.</summary>
    public LocalAuthority? Find(string text)
    {
        var typed = text.Trim();
        if (NotText.IsAsked(typed)) { return null; }
        if (authorities.SingleOrDefault(a => Is(a.Code, typed) || Is(a.GssCode, typed) || Is(a.ReferencePrefix, typed)) is { } byCode) { return byCode; }
        var name = Core(typed);
        return name.Length == 0 ? null : authorities.Where(a => Core(a.Name) == name).ToList() is [var only] ? only : null;
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Core(string name) => string.Join(' ', SearchKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Filler.Contains(w)));
}
