namespace DcoPortal.Casework.Documents.Opening;

/// <summary>What the styles of a document do to words that nobody sees then: hide them, or make them white.</summary>
internal sealed class TextStyles
{
    // a style may be based on itself
    private const int LongestLine = 20;

    private readonly Dictionary<string, Look> _styles = [];

    public void Add(string name, Look look) => _styles[name] = look;

    /// <summary>What a style says, or the nearest that it is based on.</summary>
    public Look Of(string? name)
    {
        var look = default(Look);
        for (var steps = 0; name is not null && steps < LongestLine && _styles.TryGetValue(name, out var style); steps++)
        {
            look = look with { IsHidden = look.IsHidden ?? style.IsHidden, IsWhite = look.IsWhite ?? style.IsWhite };
            name = style.Parent;
        }
        return look;
    }

    /// <summary>How words look.</summary>
    /// <param name="Parent">The style that it is based on; null when none.</param>
    /// <param name="IsHidden">Null when it does not say.</param>
    /// <param name="IsWhite">Null when it does not say.</param>
    public readonly record struct Look(string? Parent, bool? IsHidden, bool? IsWhite);
}
