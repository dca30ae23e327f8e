namespace DcoPortal.Domain.Directory;

/// <summary>An English local authority: responsible for the assessment (Children and Families Act 2014 s.24, s.36).</summary>
public sealed class LocalAuthority
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 150;

    public Guid Id { get; set; }

    /// <summary>The three-digit DfE number, such as 888.</summary>
    public required string Code { get; set; }

    /// <summary>The nine-character GSS code, such as E10000017.</summary>
    public required string GssCode { get; set; }

    /// <summary>The full name.</summary>
    public required string Name { get; set; }

    /// <summary>The letters that begin its assessment references, such as LCC.</summary>
    public required string ReferencePrefix { get; set; }

    /// <summary>The shared mailbox of its SEND team.</summary>
    public required string SendInbox { get; set; }

    /// <summary>The number on which a colleague reaches its SEND team, or null.</summary>
    public string? SendPhone { get; set; }

    /// <summary>Whether the authority counts the day of receipt as day 1, which makes its own dates one day earlier than the law's.</summary>
    public bool CountsDayOfReceipt { get; set; }

    /// <summary>Which of an import's columns the authority's own headings are, as its people matched them; null until they have.</summary>
    public string? ImportColumns { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }
}
