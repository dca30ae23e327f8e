namespace DcoPortal.Domain.Directory;

/// <summary>An NHS trust or other organisation that provides health services.</summary>
public sealed class Provider
{
    public Guid Id { get; set; }

    /// <summary>The board whose directory it stands in.</summary>
    public Guid IcbId { get; set; }

    /// <summary>The ODS code, such as RXN.</summary>
    public required string OdsCode { get; set; }

    /// <summary>The full name.</summary>
    public required string Name { get; set; }

    /// <summary>A short name for tables and drawings.</summary>
    public required string ShortName { get; set; }

    /// <summary>What it was called before, one name a line (<see cref="NamesBefore"/>): a family's wish by such a name still counts.</summary>
    public string FormerNames { get; set; } = "";

    /// <summary>The address of the provider's SEND lead, who is told when advice is late. Without one the DCO service is told.</summary>
    public string? SendLeadEmail { get; set; }

    /// <summary>Whether the provider may still be asked.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }
}
