namespace DcoPortal.Casework.Emails;

/// <summary>Who runs this portal and how to reach them: the configuration section "Service".</summary>
public sealed class ServiceOptions
{
    /// <summary>The integrated care board that runs the service.</summary>
    public string IcbName { get; set; } = "NHS Lancashire and South Cumbria Integrated Care Board";

    /// <summary>The name of the team that answers users.</summary>
    public string TeamName { get; set; } = "DCO service";

    /// <summary>Where users write to; empty hides it.</summary>
    public string ContactEmail { get; set; } = "";

    /// <summary>What users ring; empty hides it.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>When the phone is answered.</summary>
    public string OpeningHours { get; set; } = "Monday to Friday, 9am to 5pm, except bank holidays";

    /// <summary>Working days in which the team answers who reports that something is not accessible: the accessibility statement says so.</summary>
    public int AnswerDays { get; set; } = 10;

    /// <summary>Where to ask about personal data; empty hides it.</summary>
    public string DataProtectionEmail { get; set; } = "";

    /// <summary>True only where the service may carry the NHS logo.</summary>
    public bool ShowNhsLogo { get; set; }
}
