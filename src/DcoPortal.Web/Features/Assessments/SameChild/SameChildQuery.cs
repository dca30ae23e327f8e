using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.SameChild;

/// <summary>A case, and the others that may be about the same child.</summary>
/// <param name="Case">The case.</param>
/// <param name="Suggested">Those that look alike and that nobody has compared yet.</param>
/// <param name="Compared">What was decided before.</param>
public sealed record OtherCaseChoice(CaseFound Case, IReadOnlyList<SuggestedCase> Suggested, IReadOnlyList<CaseTie> Compared) : IShowsChildRecord
{
    /// <summary>What was typed for the other reference.</summary>
    public string? Typed { get; init; }

    CaseKeys IShowsChildRecord.ShownCase => Case.Assessment.Keys;
}

/// <summary>Two cases side by side.</summary>
public sealed record BothCases
{
    public required CaseFound Here { get; init; }
    public required CaseFound There { get; init; }
    public required IReadOnlyList<DetailBeside> Rows { get; init; }

    /// <summary>What was decided about the two, or null.</summary>
    public required CaseTie? Tie { get; init; }

    /// <summary>The one whose clock started first; of two on one day, the one that was recorded first.</summary>
    public Assessment Earlier => (There.Assessment.RequestReceivedOn, There.Assessment.NotifiedUtc).CompareTo((Here.Assessment.RequestReceivedOn, Here.Assessment.NotifiedUtc)) < 0 ? There.Assessment : Here.Assessment;

    /// <summary>Whether their first names or birthdays differ, as those of twins or of two children do.</summary>
    public bool IsDoubtful => !string.Equals(Here.Assessment.Child.Forenames.Trim(), There.Assessment.Child.Forenames.Trim(), StringComparison.OrdinalIgnoreCase) || Here.Assessment.Child.DateOfBirth != There.Assessment.Child.DateOfBirth;

    /// <summary>Why they cannot be merged, or null.</summary>
    public string? WhyNotMerge => Assessment.WhyNotMerge(Here.Assessment, There.Assessment);
}

/// <summary>What a merge would do, for people.</summary>
/// <param name="Made">What it changes.</param>
/// <param name="Requests">The requests that go along, in words.</param>
/// <param name="AskedTwice">The services that both cases ask.</param>
/// <param name="Wish">The wish about sharing that holds afterwards, where it is not that of the case that stays; or null.</param>
/// <param name="Linked">The cases that are linked with the other, and from then on with the case that stays.</param>
public sealed record MergeEffect(Merge Made, IReadOnlyList<string> Requests, IReadOnlyList<string> AskedTwice, SharingWish? Wish, IReadOnlyList<string> Linked);

/// <summary>Reads what the pages about two cases show.</summary>
public sealed class SameChildQuery(PortalDb db, CaseQuery cases, TiesQuery ties, LinksOfMerged links, UkClock clock)
{
    /// <summary>A case with what may be the same child's; null when the person has no such assessment.</summary>
    public async Task<OtherCaseChoice?> ChoiceAsync(string reference, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, ct) is not { } found) { return null; }
        var known = await ties.OfAsync(found.Assessment, ct);
        return new(found, known.Suggested, known.Linked);
    }

    /// <summary>Both cases, or what is wrong with the other reference. A case outside the person's scope is not told from one that does not exist.</summary>
    public async Task<(BothCases? Both, string? Problem)> BothAsync(CaseFound here, string other, CancellationToken ct)
    {
        var own = other.Trim();
        var reference = AssessmentReference.TryParse(other, out var typed, out _) ? typed.ToString()
            : await db.Assessments.Where(a => a.LocalAuthorityId == here.Assessment.LocalAuthorityId && a.AuthorityReference == own).Select(a => a.Reference).FirstOrDefaultAsync(ct);
        if (reference is null || await cases.FindAsync(reference, ct) is not { } there || there.Assessment.LocalAuthorityId != here.Assessment.LocalAuthorityId) { return (null, $"There is no case {own} of {here.Child.AuthorityName} that you may open"); }
        if (there.Assessment.Id == here.Assessment.Id) { return (null, "Enter the reference of the other case, not of this one"); }
        if (there.Assessment.IcbId != here.Assessment.IcbId) { return (null, $"{reference} is with another integrated care board. Move one of them to the other’s board first (“Move to another board or authority” on its page), then merge the two"); }
        var pair = CaseTie.PairKeyOf(here.Assessment.Reference, reference);
        return (new BothCases
        {
            Here = here,
            There = there,
            Rows = [.. await CaseRowsAsync(here.Assessment, there.Assessment, ct), .. CaseDetailFields.Beside(here.Assessment.Details, there.Assessment.Details)],
            Tie = await db.CaseTies.AsNoTracking().SingleOrDefaultAsync(t => t.PairKey == pair, ct),
        }, null);
    }

    /// <summary>What was said of two cases that are one by now; null when they are not.</summary>
    public async Task<CaseTie?> MergedAsync(string reference, string other, CancellationToken ct)
    {
        var pair = CaseTie.PairKeyOf(reference, other);
        return await db.CaseTies.AsNoTracking().SingleOrDefaultAsync(t => t.PairKey == pair && t.Kind == TieKind.SameAssessment, ct);
    }

    /// <summary>What a merge would do, with the names of services.</summary>
    public async Task<MergeEffect> EffectAsync(Merge made, Assessment kept, Assessment duplicate, CancellationToken ct)
    {
        var ids = made.Requests.Select(r => r.Request.ServiceId).Concat(made.AskedTwice).Distinct().ToList();
        var names = await db.Services.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DistinctName, ct);
        string Name(Guid id) => names.GetValueOrDefault(id) ?? "A service no longer in the directory";
        return new(made,
            [.. made.Requests.Where(r => r.IsMoved || r.DueMoved).OrderBy(r => r.Request.DueOn).ThenBy(r => r.Request.Id).Select(r => $"{Name(r.Request.ServiceId)}{(r.IsMoved ? ", comes along" : "")}: {Stage(r.Request)}{(r.DueMoved ? $", now due {UkText.LongDate(r.Request.DueOn)}, was {UkText.LongDate(r.Before.DueOn)}" : "")}")],
            [.. made.AskedTwice.Select(Name).Order(StringComparer.Ordinal)],
            made.WishNow == made.Wish ? null : made.WishNow,
            await links.OfAsync(kept.Id, duplicate.Id, ct));
    }

    private async Task<IReadOnlyList<DetailBeside>> CaseRowsAsync(Assessment here, Assessment there, CancellationToken ct)
    {
        var requests = await (
            from r in db.AdviceRequests.AsNoTracking()
            where r.AssessmentId == here.Id || r.AssessmentId == there.Id
            join s in db.Services on r.ServiceId equals s.Id into services
            from s in services.DefaultIfEmpty()
            orderby r.DueOn, r.Id
            select new { Request = r, Service = s == null ? "A service no longer in the directory" : s.DistinctName }).ToListAsync(ct);
        var named = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == here.Id || p.AssessmentId == there.Id).OrderBy(p => p.Position)
            .Select(p => new { p.AssessmentId, p.Name, p.ServiceName, p.ProviderName }).ToListAsync(ct);
        var documents = await db.Documents.AsNoTracking().Where(d => (d.AssessmentId == here.Id || d.AssessmentId == there.Id) && d.RemovedUtc == null && (d.Kind == CaseDocumentKind.FromAuthority || d.ReturnedUtc != null))
            .OrderBy(d => d.UploadedUtc).Select(d => new { d.AssessmentId, d.FileName }).ToListAsync(ct);
        DetailBeside Row(string what, Func<Assessment, string?> of) => new(what, of(here), of(there));
        return
        [
            Row("How it began", a => AssessmentStarts.NameOf(a.StartedBy)),
            Row("Clock started", a => UkText.LongDate(a.RequestReceivedOn)),
            Row("Notified to health", a => UkText.LongDate(a.NotifiedOn)),
            Row("Stage", a => AssessmentWords.Stage(a.StartedBy, a.Decision, a.Outcome)),
            Row("Decided", a => a.DecidedOn is { } on ? UkText.LongDate(on) : null),
            Row("Health asked for advice", a => a.AdviceRequestReceivedOn is { } on ? UkText.LongDate(on) : null),
            Row("A plan found needed", a => a.PlanNeededOn is { } on ? UkText.LongDate(on) : null),
            Row("Draft plan served", a => a.DraftServedOn is { } on ? UkText.LongDate(on) : null),
            Row("Final plan due", a => a.FinalPlanDueOn is { } on ? UkText.LongDate(on) : null),
            Row("Sharing", a => SharingWords.Of(a.Family.Wish)),
            Row("Professionals named", a => Lines(named.Where(p => p.AssessmentId == a.Id).Select(p => string.Join(", ", new[] { p.Name, p.ServiceName, p.ProviderName }.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct())))),
            Row("Documents", a => Lines(documents.Where(d => d.AssessmentId == a.Id).Select(d => d.FileName))),
            Row("Requests", a => Lines(requests.Where(r => r.Request.AssessmentId == a.Id).Select(r => $"{r.Service}: {Stage(r.Request)}, due {UkText.ShortDate(r.Request.DueOn)}"))),
        ];
    }

    // an authority reads that an answer was given once it is returned
    private string Stage(AdviceRequest r) => clock.Light.BoxOf(r).Label().ToLowerInvariant();

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;
}
