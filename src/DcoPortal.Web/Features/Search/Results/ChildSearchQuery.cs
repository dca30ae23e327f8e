using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.RightAuthority;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Search.Results;

/// <summary>Finds children in the person's row scope, in one query: by assessment, or by request for a health service, which opens no assessment.</summary>
public sealed class ChildSearchQuery(PortalDb db, MergedCases merged, MergedReferences references, MisplacedReferences misplaced, CurrentPerson person, UkClock clock)
{
    /// <summary>The first hits, those that still run first; null for who may see no child.</summary>
    public async Task<Hits<ChildHit>?> FindAsync(string text, CancellationToken ct)
    {
        if (person.May(Permission.ViewAssessments)) { return Hits.Of(await AssessmentsAsync(text, ct)); }
        return person.May(Permission.ViewAdviceRequests) ? Hits.Of(await RequestsAsync(text, ct)) : null;
    }

    /// <summary>The page of the one record that a whole reference or NHS number names; null when it names none or several.</summary>
    public async Task<string?> OnlyAsync(string text, CancellationToken ct) =>
        AssessmentSearch.IsExact(text) && await FindAsync(text, ct) is { Shown: [var only] } ? only.Href : null;

    private async Task<List<ChildHit>> AssessmentsAsync(string text, CancellationToken ct)
    {
        var rows = await db.Assessments.AsNoTracking().Matching(text)
            .OrderBy(a => a.Outcome == null && a.Decision != AssessmentDecision.DoNotAssess ? 0 : 1).ThenByDescending(a => a.RequestReceivedOn).ThenBy(a => a.Reference)
            .Select(a => new
            {
                a.Reference,
                a.Child.KnownAs,
                a.Child.Forenames,
                a.Child.LegalSurname,
                a.Child.DateOfBirth,
                Setting = a.Setting.Name,
                a.StartedBy,
                a.RequestReceivedOn,
                a.Decision,
                a.DecidedOn,
                a.Outcome,
                a.OutcomeOn,
                a.DecisionDueOn,
                a.NoPlanDueOn,
                a.FinalPlanDueOn,
                a.HealthToldOfOutcomeOn,
                Authority = db.LocalAuthorities.Where(l => l.Id == a.LocalAuthorityId).Select(l => l.Name).FirstOrDefault(),
            }).Take(Hits.Most + 1).ToListAsync(ct);
        // a reference that a case had under the wrong authority leads to the case, one that was merged to where it went
        if (rows.Count == 0) { return AssessmentSearch.Reference(text) is { } old && (await misplaced.OfAsync(old, ct))?.Now is { } now ? await AssessmentsAsync(now, ct) : await MergedAsync(text, ct); }
        return rows.ConvertAll(a =>
        {
            var limit = NextLimit.Of(a.StartedBy, a.RequestReceivedOn, a.Decision, a.DecidedOn, a.Outcome, a.OutcomeOn, a.DecisionDueOn, a.NoPlanDueOn, a.FinalPlanDueOn, a.HealthToldOfOutcomeOn);
            var law = limit.In(StatutoryClock.ForAssessment(a.StartedBy, a.RequestReceivedOn, Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn)));
            return new ChildHit
            {
                Href = Addresses.Assessment(a.Reference),
                Reference = a.Reference,
                Child = ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference),
                With = a.Authority ?? "",
                Next = limit.Due is { } due ? $"{AssessmentWords.Stage(a.StartedBy, a.Decision, a.Outcome)}. {(law is null ? limit.Name : DeadlineNames.Of(law))} due {UkText.ShortDate(due)}" : AssessmentWords.Stage(a.StartedBy, a.Decision, a.Outcome),
                Due = limit.Due,
                Law = limit.DoneOn is null ? law : null,
                DoneOn = limit.DoneOn,
                Status = limit.Status(clock.Light),
                StatusWords = law?.SentWords(limit.DoneOn),
            };
        });
    }

    private async Task<List<ChildHit>> MergedAsync(string text, CancellationToken ct)
    {
        var rows = await (
            from a in merged.Rows.AsNoTracking().Matching(text)
            join t in db.CaseTies on a.Id equals t.OtherId
            where t.Kind == TieKind.SameAssessment
            orderby a.Reference
            select new { a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name, Into = t.Reference }).Take(Hits.Most + 1).ToListAsync(ct);
        return rows.ConvertAll(a => new ChildHit
        {
            Href = Addresses.AssessmentMerged(a.Reference),
            Reference = a.Reference,
            Child = ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference),
            With = $"Part of {a.Into}",
            Next = "Logged twice and merged",
        });
    }

    private async Task<List<ChildHit>> RequestsAsync(string text, CancellationToken ct)
    {
        // a reference that the service was once asked under may have been merged into another since, or have stood under the wrong authority
        if (AssessmentSearch.Reference(text) is { } reference && (await references.NowAsync(reference, ct) ?? (await misplaced.OfAsync(reference, ct))?.Now) is { } now) { text = now; }
        var matching = new RequestFilters { Search = text }.ApplyButBox(db.AdviceRequests.AsNoTracking(), db, clock);
        var rows = await (
            from r in matching
            join s in db.Services on r.ServiceId equals s.Id
            join h in db.Professionals on r.ProfessionalId equals (Guid?)h.Id into holders
            from h in holders.DefaultIfEmpty()
            join a in db.Assessments on r.AssessmentId equals a.Id into cases
            from a in cases.DefaultIfEmpty()
            orderby r.EndedUtc == null ? 0 : 1, r.DueOn, r.AssessmentReference, r.Id
            select new
            {
                r.Id,
                r.AssessmentReference,
                r.Kind,
                r.Stage,
                r.DueOn,
                r.ReturnedOn,
                r.ReceivedByHealthOn,
                Facts = new AdviceFacts(r.Kind, r.DueOn, r.Became, r.BecameOn, r.ExcusedBy, r.CaseEndedOn, r.InsteadOfId != null),
                Service = s.DistinctName,
                Holder = h.FullName,
                a.Child.KnownAs,
                a.Child.Forenames,
                a.Child.LegalSurname,
                DateOfBirth = (DateOnly?)a.Child.DateOfBirth,
                Setting = a.Setting.Name,
            }).Take(Hits.Most + 1).ToListAsync(ct);
        return rows.ConvertAll(r =>
        {
            var box = clock.Light.BoxOf(r.Stage, r.Kind, r.DueOn, r.Facts.CaseEndedOn);
            var isClosed = box == RequestBox.Closed;
            return new ChildHit
            {
                Href = Addresses.AdviceRequest(r.Id),
                Reference = r.AssessmentReference,
                Child = r.DateOfBirth is { } born && r.LegalSurname is { Length: > 0 } ? ChildLine.Of(r.KnownAs, r.Forenames, r.LegalSurname, born, r.Setting, r.AssessmentReference) : null,
                With = r.Holder is null ? r.Service : $"{r.Service}, {r.Holder}",
                Next = isClosed ? "Closed" : $"{r.Kind.Label()}, due {UkText.ShortDate(r.DueOn)}",
                Due = r.DueOn,
                DoneOn = r.ReturnedOn,
                Status = isClosed ? null : AdviceRequest.DeadlineOf(r.Kind, r.ReceivedByHealthOn, r.DueOn, ClockSettings.Default, r.Facts.LapsedOn).Status(clock.Light, r.ReturnedOn),
                IsLocalTarget = r.Kind == AdviceKind.EarlyInformation,
            };
        });
    }
}
