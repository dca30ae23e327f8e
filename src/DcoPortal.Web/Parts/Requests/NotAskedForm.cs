using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>Why one of those whom the authority named is not asked, as typed.</summary>
public sealed class NotAskedItem
{
    /// <summary>Who was named: more than one where the authority named the same entry twice.</summary>
    public List<Guid> Ids { get; set; } = [];

    /// <summary>The one who is asked for them, where the page offers it: the value of a target.</summary>
    public string? Token { get; set; }

    /// <summary>The number of the page's choice instead of a target.</summary>
    public int? Choice { get; set; }

    /// <summary>The reason; blank where there is none.</summary>
    [Sentence]
    public string? Reason { get; set; }

    /// <summary>The reason that the page showed.</summary>
    public string? Was { get; set; }

    /// <summary>Whether the person wrote something else: a reason that stays as it was shown is not saved over a colleague's.</summary>
    public bool IsChanged => Reason.ContentOrNull() != Was.ContentOrNull();

    /// <summary>The one who is asked for them, by name, where that is somebody of the directory.</summary>
    public string? Who(AskableDirectory directory) => directory.Parse(Token) is { } target ? directory.NameOf(target) : null;

    /// <summary>What stands now where the person and a colleague both wrote something else than the page had shown, by the number of the item; seen from now on.</summary>
    public static IReadOnlyList<(int Index, string? Theirs)> Conflicts(IReadOnlyList<NotAskedItem> items, IReadOnlyList<NamedNotAskedRow> now)
    {
        List<(int, string?)> conflicts = [];
        foreach (var (i, item) in items.Index().Where(x => x.Item.IsChanged))
        {
            if (now.FirstOrDefault(r => item.Ids.Contains(r.Id)) is not { } row || row.Reason.ContentOrNull() == item.Was.ContentOrNull() || row.Reason.ContentOrNull() == item.Reason.ContentOrNull()) { continue; }
            item.Was = row.Reason;
            conflicts.Add((i, row.Reason));
        }
        return conflicts;
    }

    /// <summary>The reasons of a form that were changed on it, for each who was named.</summary>
    public static IReadOnlyDictionary<Guid, string?> Changed(IEnumerable<NotAskedItem> items) => Reasons(items.Where(i => i.IsChanged));

    /// <summary>The reasons of a form, for each who was named.</summary>
    public static IReadOnlyDictionary<Guid, string?> Reasons(IEnumerable<NotAskedItem> items) =>
        items.SelectMany(i => i.Ids, (i, id) => (id, Why: i.Reason.ContentOrNull())).DistinctBy(x => x.id).ToDictionary(x => x.id, x => x.Why);
}

internal sealed class NotAskedItemValidator : AbstractValidator<NotAskedItem>
{
    public NotAskedItemValidator() => RuleFor(f => f.Reason).AtMost(1000, "The reason");
}

/// <summary>Somebody whom the authority named and whom nobody is asking.</summary>
/// <param name="Id">Who.</param>
/// <param name="Words">In words.</param>
/// <param name="FamilyAsked">Whether the family asked for this advice.</param>
/// <param name="IsNeeded">Whether the reason is needed, because the family asked and advice is to be asked for.</param>
/// <param name="Reason">The reason so far, or null.</param>
/// <param name="Asked">When they were asked before and why that was closed, or null where they never were.</param>
public sealed record NamedNotAskedRow(Guid Id, string Words, bool FamilyAsked, bool IsNeeded, string? Reason, string? Asked);

/// <summary>Reads those whom the authority named and whom nobody is asking.</summary>
public sealed class NotAskedQuery(PortalDb db)
{
    // a case names a handful of people
    private const int Most = 200;

    /// <summary>In the authority's order.</summary>
    public async Task<IReadOnlyList<NamedNotAskedRow>> OfAsync(Assessment assessment, CancellationToken ct)
    {
        var named = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == assessment.Id && p.AnsweredOn == null).OrderBy(p => p.Position).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        // what is only prepared asks nobody yet: a reason closes it
        return [.. named.Where(p => !requests.Exists(r => r.Stage != RequestStage.ToSend && NamedUnasked.Asks(assessment, r, p)))
            .Select(p => new NamedNotAskedRow(p.Id, p.Words, p.FamilyAsked, p.FamilyAsked && !requests.Exists(r => NamedUnasked.Asks(assessment, r, p)) && assessment is { Decision: AssessmentDecision.Assess, IsOpen: true }, p.NotAskedReason, AskedBefore(p, requests)))];
    }

    // a request that was sent by mistake, or to another in their place, is closed too
    private static string? AskedBefore(InvolvedProfessional named, List<AdviceRequest> requests) => ClosedAsking.Words(
        requests.Where(r => named.ServiceId is { } own && (r.CoverForServiceId ?? r.ServiceId) == own).Select(ClosedAsking.Of).OfType<ClosedAsking>(), named.Name is not null || named.ProfessionalId is not null, named.ProfessionalId);
}
