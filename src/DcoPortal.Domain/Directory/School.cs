using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Directory;

/// <summary>A school, college or early-years provider of the public register (Get Information about Schools). What a notification says of its setting is kept as typed.</summary>
public sealed class School
{
    /// <summary>Longest name that is kept.</summary>
    public const int NameLength = 200;

    /// <summary>Longest text that is searched.</summary>
    public const int SearchTextLength = 400;

    /// <summary>Six-digit unique reference number.</summary>
    public required string Urn { get; init; }

    public required string Name { get; set; }

    /// <summary>Such as "Academy converter".</summary>
    public string Type { get; set; } = "";

    /// <summary>Such as "Primary"; empty where the register has none.</summary>
    public string Phase { get; set; } = "";

    /// <summary>The code of the authority in whose area it is, such as 888.</summary>
    public string LocalAuthorityCode { get; set; } = "";

    public string Street { get; set; } = "";

    public string Locality { get; set; } = "";

    public string Town { get; set; } = "";

    public string Postcode { get; set; } = "";

    public string Telephone { get; set; } = "";

    /// <summary>Whether it is open; one that has closed, or has not opened yet, is not suggested.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Everything that a school is searched by, normalised.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>What tells it from another of the same name: "Preston, Academy converter, URN 137482".</summary>
    public string Place => string.Join(", ", new[] { Town, Type, $"URN {Urn}" }.Where(t => t.Length > 0));

    /// <summary>Brings what is searched up to date.</summary>
    public void RefreshSearch()
    {
        var text = SearchKey.Of($"{Name} {Town} {Locality} {Postcode} {Postcode.Replace(" ", "", StringComparison.Ordinal)} {Urn}");
        SearchText = text.Length <= SearchTextLength ? text : text[..SearchTextLength];
    }
}
