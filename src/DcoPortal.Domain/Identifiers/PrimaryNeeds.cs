using System.Diagnostics.CodeAnalysis;

namespace DcoPortal.Domain.Identifiers;

/// <summary>The primary needs of the DfE's SEN2 return, in its order.</summary>
public static class PrimaryNeeds
{
    /// <summary>All thirteen.</summary>
    public static IReadOnlyList<CodedName> All { get; } =
    [
        new("SPLD", "Specific learning difficulty"),
        new("MLD", "Moderate learning difficulty"),
        new("SLD", "Severe learning difficulty"),
        new("PMLD", "Profound and multiple learning difficulty"),
        new("SEMH", "Social, emotional and mental health"),
        new("SLCN", "Speech, language and communication needs"),
        new("HI", "Hearing impairment"),
        new("VI", "Vision impairment"),
        new("MSI", "Multi-sensory impairment"),
        new("PD", "Physical disability"),
        new("ASD", "Autistic spectrum disorder"),
        new("DS", "Down syndrome"),
        new("OTH", "Other difficulty or disability"),
    ];

    /// <summary>Finds a need by its code, in any case.</summary>
    /// <param name="code">The code.</param>
    /// <param name="need">The need, or null.</param>
    public static bool TryGet(string? code, [NotNullWhen(true)] out CodedName? need)
    {
        need = All.FirstOrDefault(n => n.Code.Equals(code?.Trim(), StringComparison.OrdinalIgnoreCase));
        return need is not null;
    }
}
