namespace DcoPortal.Web.Platform.Ui.TagHelpers;

/// <summary>
/// Remembers, for one request, which fields the page drew and in which order, so that the error summary
/// (drawn by the layout, after the page) can list errors in document order and link each to its box.
/// </summary>
internal sealed class FieldRegistry
{
    readonly List<(string Key, string Id, string Group, bool IsFilled)> fields = [];

    public static FieldRegistry Of(HttpContext context)
    {
        if (context.Items[typeof(FieldRegistry)] is not FieldRegistry registry)
            context.Items[typeof(FieldRegistry)] = registry = new FieldRegistry();
        return registry;
    }

    /// <summary>Adds a box: the model key, the id to focus, and the field that it is part of (a date has three boxes).</summary>
    public void Add(string key, string id, string group, bool isFilled = false) => fields.Add((key, id, group, isFilled));

    /// <summary>How many boxes have been drawn so far.</summary>
    public int Count => fields.Count;

    /// <summary>The boxes drawn after the first ones.</summary>
    public IReadOnlyList<(string Key, string Id, string Group, bool IsFilled)> After(int first) => fields[first..];

    public (int Order, string? Id, string? Group) Find(string key)
    {
        var at = fields.FindIndex(f => string.Equals(f.Key, key, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? (int.MaxValue, null, null) : (at, fields[at].Id, fields[at].Group);
    }
}
