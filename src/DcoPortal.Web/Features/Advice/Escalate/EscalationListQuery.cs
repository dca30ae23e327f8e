using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Escalations;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>The escalations that await an answer, with the children whose record the reader may open, by reference.</summary>
public sealed record EscalationListPage(ListPage<EscalationFacts> List, IReadOnlyDictionary<string, ChildLine> Children, DateOnly Today);

/// <summary>Reads a page of escalations. Who escalated may no longer see the request, so the children come through the reader's own row scope.</summary>
public sealed class EscalationListQuery(PortalDb db, AwaitedEscalationsQuery awaited, UkClock clock)
{
    /// <summary>One page.</summary>
    public async Task<EscalationListPage> PageAsync(int page, CancellationToken ct)
    {
        var list = await awaited.PageAsync(page, ct);
        return new(list, list.IsEmpty ? new Dictionary<string, ChildLine>() : await ChildrenAsync([.. list.Items.Select(e => e.Reference).Distinct()], ct), clock.Today);
    }

    private async Task<IReadOnlyDictionary<string, ChildLine>> ChildrenAsync(List<string> references, CancellationToken ct) =>
        (await db.Assessments.Where(a => references.Contains(a.Reference))
            .Select(a => new { a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name }).ToListAsync(ct))
        .ToDictionary(a => a.Reference, a => ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference));
}
