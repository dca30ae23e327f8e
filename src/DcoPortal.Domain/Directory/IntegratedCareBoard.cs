namespace DcoPortal.Domain.Directory;

/// <summary>An NHS integrated care board: the responsible commissioning body.</summary>
public sealed class IntegratedCareBoard
{
    public Guid Id { get; set; }

    /// <summary>The ODS code, such as QE1.</summary>
    public required string OdsCode { get; set; }

    /// <summary>The full name.</summary>
    public required string Name { get; set; }

    /// <summary>The shared mailbox of its DCO service.</summary>
    public required string DcoInbox { get; set; }

    /// <summary>The number on which a colleague reaches its DCO service, or null.</summary>
    public string? DcoPhone { get; set; }

    /// <summary>The address of the board's SEND lead, who is told when advice stays late. Without one the DCO service is told.</summary>
    public string? SendLeadEmail { get; set; }

    /// <summary>Local target for early information, in days from its receipt by health. Not law.</summary>
    public int EarlyInformationDays { get; set; } = 14;

    /// <summary>Local target for a professional's answer, in days from the day the request was sent; null for no target. Not law.</summary>
    public int? TurnaroundDays { get; set; }

    /// <summary>Days the authorities usually need from the last advice to the final plan, for the forecast.</summary>
    public int PlanWritingDays { get; set; } = 28;

    /// <summary>Which of an import's columns the headings of the DCO service's own tracker are, as its people matched them; null until they have.</summary>
    public string? ImportColumns { get; set; }

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }
}
