using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The one page of the form, as it is sent.</summary>
public sealed class NotificationForm
{
    /// <summary>How many rows for professionals stand ready.</summary>
    private const int ReadyRows = 3;

    /// <summary>For whom the DCO service records it; not asked of an authority.</summary>
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

    /// <summary>What each document is, by its key in the store.</summary>
    public Dictionary<string, EvidenceKind?> Kinds { get; set; } = [];

    /// <summary>In whose words, and for which route, the page asked: see <see cref="DraftPage.Asked"/>.</summary>
    public string? Asked { get; set; }

    /// <summary>The window that shows the form.</summary>
    public Guid Window { get; set; }

    /// <summary>The draft's revision when the form was shown.</summary>
    public int Seen { get; set; }

    /// <summary>The form of a draft, with rows to type in.</summary>
    public static NotificationForm Of(NotificationDraft draft)
    {
        List<ProfessionalItem> rows = [.. draft.Professionals];
        while (rows.Count < ReadyRows) { rows.Add(new ProfessionalItem()); }
        foreach (var row in rows.Where(r => r.Id == Guid.Empty)) { row.Id = Guid.NewGuid(); }
        return new() { Arrival = draft.Arrival, Child = draft.Child, Request = draft.Request, Family = draft.Family, Setting = draft.Setting, Professionals = rows, Window = Guid.NewGuid(), Seen = draft.Revision };
    }
}

internal sealed class NotificationFormValidator : AbstractValidator<NotificationForm>
{
    public NotificationFormValidator(IValidator<ChildForm> child, IValidator<RequestForm> request, IValidator<FamilyForm> family, IValidator<SettingForm> setting, IValidator<ProfessionalItem> professional, IValidator<ArrivalForm> arrival, AccessScope scope, UkClock clock)
    {
        When(_ => scope.Kind == ScopeKind.DcoService, () => RuleFor(f => f.Arrival).SetValidator(arrival));
        RuleFor(f => f.Child).SetValidator(child);
        RuleFor(f => f.Request).SetValidator(request);
        RuleFor(f => f.Family).SetValidator(family);
        RuleFor(f => f.Setting).SetValidator(setting);
        // asked of a young person alone, so nobody else is stopped by them
        RuleFor(f => f.Family.YoungPersonEmail).EmailOrBlank("name@example.com").When(f => f.Child.IsYoungPerson(clock.Today));
        RuleFor(f => f.Family.YoungPersonPhone).PhoneOrBlank().When(f => f.Child.IsYoungPerson(clock.Today));
        RuleForEach(f => f.Professionals).SetValidator(professional);
    }
}
