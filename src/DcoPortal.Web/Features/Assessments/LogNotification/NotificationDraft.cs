using DcoPortal.Casework.Documents;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>A notification while it is being typed: each step as typed, with or without errors. Personal data.</summary>
public sealed class NotificationDraft
{
    /// <summary>What kind of draft it is, in the table of drafts.</summary>
    public const string Kind = "notification";

    /// <summary>Step "child".</summary>
    public ChildForm Child { get; set; } = new();

    /// <summary>Step "request".</summary>
    public RequestForm Request { get; set; } = new();

    /// <summary>Step "family".</summary>
    public FamilyForm Family { get; set; } = new();

    /// <summary>Step "setting".</summary>
    public SettingForm Setting { get; set; } = new();

    /// <summary>Step "professionals": the professionals on the list.</summary>
    public List<ProfessionalItem> Professionals { get; set; } = [];

    /// <summary>Step "professionals": the professional being typed.</summary>
    public ProfessionalItem Adding { get; set; } = new();

    /// <summary>Step "documents": uploaded files that belong to no case yet.</summary>
    public List<StoredFile> Documents { get; set; } = [];

    /// <summary>The steps that were saved at least once.</summary>
    public List<string> Saved { get; set; } = [];

    /// <summary>Whether the check page has been reached: a changed step then leads back to it.</summary>
    public bool ReachedCheck { get; set; }

    /// <summary>Whether nothing has been typed yet.</summary>
    public bool IsUntouched => Saved.Count == 0 && Documents.Count == 0;

    /// <summary>The child's name as typed so far, or null.</summary>
    public string? ChildName => $"{Child.Forenames} {Child.LegalSurname}".Trim() is { Length: > 0 } name ? name : null;
}
