namespace DcoPortal.Domain.Assessments;

/// <summary>The school, college or early-years provider.</summary>
public sealed class EducationSetting
{
    /// <summary>Name, or null when none.</summary>
    public string? Name { get; set; }

    /// <summary>Six-digit unique reference number, or null.</summary>
    public string? Urn { get; set; }

    /// <summary>Year group, such as Year 3.</summary>
    public string? YearGroup { get; set; }

    /// <summary>The SEN co-ordinator and their contact details.</summary>
    public string? SencoContact { get; set; }
}
