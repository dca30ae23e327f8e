using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Exemptions.Recorded;

/// <summary>One recorded exemption, and the fields of the changes that may be made to it.</summary>
public sealed record RecordedPage : IShowsChildRecord
{
    /// <summary>The limit that the exemption stands beside.</summary>
    public required ExemptionHead Head { get; init; }

    /// <summary>The exemption. Read only: handlers load their own.</summary>
    public required Exemption Row { get; init; }

    /// <summary>Whether the person is of the body that recorded it and may change it.</summary>
    public required bool MayChange { get; init; }

    /// <summary>The day the family was told.</summary>
    [Display(Name = "Day the family was told")]
    public DateInput FamilyToldOn { get; init; } = new();

    /// <summary>The day the work is now expected.</summary>
    [Display(Name = "Now expected on")]
    public DateInput ExpectedOn { get; init; } = new();

    /// <summary>Why the exemption is withdrawn.</summary>
    [Display(Name = "Why was it recorded by mistake?")]
    public string? Reason { get; init; }

    /// <summary>Whether it stands, and its facts still meet its ground.</summary>
    public bool Holds => Row.Holds(Head.Deadline);

    /// <summary>What the exemption adds to the status.</summary>
    public ExemptionStanding Standing => Holds ? Head.Deadline.Standing(Head.Today, Head.DoneOn, [Row.Beside(Head.Deadline)]) : ExemptionStanding.None;

    /// <summary>The first limb by today's dates: a corrected start date may have moved the facts out of the period.</summary>
    public ExemptionVerdict Verdict => ExemptionRules.Check(Head.Deadline, Row.Ground, Row.FactsRecorded());

    /// <summary>The address that the changes are posted to.</summary>
    public string ChangePath => $"{(Head.IsHealth ? Addresses.AdviceRequests : Addresses.Assessments)}/exemptions/{Row.Id}";

    CaseKeys IShowsChildRecord.ShownCase => Head.Keys;

    Guid? IShowsChildRecord.ShownRequestId => Head.RequestId;
}

/// <summary>Reads a recorded exemption under the person's scope.</summary>
public sealed class RecordedPageQuery(PortalDb db, ExemptionHeadQuery heads, CurrentPerson person)
{
    /// <summary>The page, or null when there is no such exemption in scope.</summary>
    public async Task<RecordedPage?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Exemptions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } row) { return null; }
        var head = row.AdviceRequestId is { } request
            ? await heads.ForRequestAsync(request, ct)
            : await heads.ForLimitAsync(await db.Assessments.Where(a => a.Id == row.AssessmentId).Select(a => a.Reference).SingleAsync(ct), row.Limit, ct);
        return head is null ? null : new()
        {
            Head = head,
            Row = row,
            MayChange = row.Stands && person.May(head.IsHealth ? Permission.RespondToRequest : Permission.RecordDecision),
            FamilyToldOn = DateInput.From(row.FamilyToldOn),
            ExpectedOn = DateInput.From(head.PromisedOn ?? row.ExpectedOn),
        };
    }
}
