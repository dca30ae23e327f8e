using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Notifications;
using DcoPortal.Web.Parts.Notification;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>A notification while it is being typed: as typed, with or without errors. Personal data.</summary>
public sealed class NotificationDraft
{
    /// <summary>What kind of draft it is, in the table of drafts.</summary>
    public const string Kind = LeftDrafts.Kind;

    /// <summary>The kind while it was only opened: no list shows it, and the next notification begins with it.</summary>
    public const string OpenedKind = "notification opened";

    /// <summary>For whom the DCO service records it; blank where the authority logs it itself.</summary>
    public ArrivalForm Arrival { get; set; } = new();

    /// <summary>The child or young person.</summary>
    public ChildForm Child { get; set; } = new();

    /// <summary>The request.</summary>
    public RequestForm Request { get; set; } = new();

    /// <summary>Family, views and sharing.</summary>
    public FamilyForm Family { get; set; } = new();

    /// <summary>School or setting.</summary>
    public SettingForm Setting { get; set; } = new();

    /// <summary>The professionals and services, a row each; rows may be blank.</summary>
    public List<ProfessionalItem> Professionals { get; set; } = [];

    /// <summary>Uploaded files that belong to no case yet.</summary>
    public List<DraftFile> Documents { get; set; } = [];

    /// <summary>Whether the form was saved at least once.</summary>
    public bool IsSaved { get; set; }

    /// <summary>How often the form was saved.</summary>
    public int Revision { get; set; }

    /// <summary>The window that saved it last.</summary>
    public Guid LastWindow { get; set; }

    /// <summary>Whether nothing has been typed yet.</summary>
    public bool IsUntouched => !IsSaved && Documents.Count == 0;

    /// <summary>The child's name as typed so far, or null.</summary>
    public string? ChildName => $"{Child.Forenames} {Child.LegalSurname}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>Whether another window has saved since this one was shown: what it saved would be lost.</summary>
    public bool WasSavedElsewhere(NotificationForm form) => Revision > form.Seen && LastWindow != form.Window;

    /// <summary>Takes in what was posted, right or wrong. Files are kept beside it.</summary>
    public void Put(NotificationForm form)
    {
        (Arrival, Child, Request, Family, Setting, Professionals) = (form.Arrival, form.Child, form.Request, form.Family, form.Setting, form.Professionals);
        foreach (var file in Documents.Where(f => form.Kinds.ContainsKey(f.Stored.StorageKey))) { file.Kind = form.Kinds[file.Stored.StorageKey]; }
        IsSaved = true;
        (Revision, LastWindow) = (Revision + 1, form.Window);
    }
}

/// <summary>A file of a draft, and what it is.</summary>
public sealed class DraftFile
{
    /// <summary>The file in the store.</summary>
    public required StoredFile Stored { get; init; }

    /// <summary>What it is, or null while nobody has said.</summary>
    public EvidenceKind? Kind { get; set; }
}
