using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Exemptions that stand and that the family was not told of: the reason, and when to expect the work (SEND Code of Practice 9.43).</summary>
public sealed class UntoldFamiliesQuery(PortalDb db)
{
    /// <summary>The most that one worklist names. There are few, and each leaves the list once the family is told.</summary>
    public const int Most = 50;

    /// <summary>Exemptions that the authority recorded on its own limits, in the person's scope.</summary>
    public async Task<List<HomeItem>> OfAuthorityAsync(Guid? owner, CancellationToken ct) => Items(await (
        from e in Untold()
        where e.AdviceRequestId == null
        join a in db.Assessments on e.AssessmentId equals a.Id
        where owner == null || a.OwnerUserId == owner
        orderby e.RecordedOn, a.Reference, e.Id
        select new Row(e.Id, e.Limit, e.RecordedOn, a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, a.Setting.Name, null)).Take(Most).ToListAsync(ct));

    /// <summary>Exemptions recorded on health's requests that are not closed, in the person's scope.</summary>
    public async Task<List<HomeItem>> OfHealthAsync(CancellationToken ct) => Items(await (
        from e in Untold()
        join r in db.AdviceRequests on e.AdviceRequestId equals r.Id
        where r.Stage != RequestStage.Closed
        join s in db.Services on r.ServiceId equals s.Id
        join a in db.Assessments on e.AssessmentId equals a.Id
        orderby e.RecordedOn, a.Reference, e.Id
        select new Row(e.Id, e.Limit, e.RecordedOn, a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, a.Setting.Name, s.DistinctName)).Take(Most).ToListAsync(ct));

    /// <summary>The part of a worklist, or none when every family has been told.</summary>
    public static IEnumerable<HomeSection> Section(IReadOnlyList<HomeItem> items) => items.Count == 0 ? [] :
        [new("Families to tell of an exemption", items, "") { Total = items.Count, IsAtLeast = items.Count == Most }];

    private IQueryable<Exemption> Untold() => db.Exemptions.AsNoTracking().Where(e => e.FamilyToldOn == null && e.WithdrawnUtc == null);

    private static List<HomeItem> Items(List<Row> rows) => rows.ConvertAll(r =>
    {
        var child = ChildLine.Of(r.KnownAs, r.Forenames, r.LegalSurname, r.DateOfBirth, r.Setting, r.Reference);
        var late = r.Service ?? DeadlineNames.Of(r.Limit).ToLowerInvariant();
        return new HomeItem($"{Addresses.Exemption(r.Id)}#told", child.Name, $"{late}: say why and when to expect it")
        {
            ToDo = "Tell the family why it is late",
            Button = "Tell",
            Child = child,
            Who = r.Service is null ? "Your authority" : "You",
            WhoNote = $"Exemption: {HomeRows.Within(late)}",
            Since = r.RecordedOn,
            Words = $"Recorded on {UkText.LongDate(r.RecordedOn)}, family not told",
        };
    });

    private sealed record Row(Guid Id, DeadlineKind Limit, DateOnly RecordedOn, string Reference, string? KnownAs, string Forenames, string LegalSurname, DateOnly DateOfBirth, string? Setting, string? Service);
}
