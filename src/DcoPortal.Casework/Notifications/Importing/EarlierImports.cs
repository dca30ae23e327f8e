using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Adds what rows say to cases that are here already: whom was asked, when, what was answered, and what else the case lacks.</summary>
public sealed class EarlierImports(PortalDb db, DirectoryIndex directory, EarlierRequests earlier, RequestPreparation preparation, AuditTrail audit)
{
    /// <summary>Adds the rows to the caller's save.</summary>
    public async Task AddAsync(IEnumerable<PlannedRow> rows, CancellationToken ct)
    {
        await directory.LoadAsync(ct);
        foreach (var own in rows.GroupBy(r => r.Reference!))
        {
            var (services, others) = ServiceRounds.Joined([.. own.SelectMany(r => r.Details!.Professionals)], directory, ServiceRounds.AnotherRow);
            await AddAsync(own.Key, [.. own], [.. services.Select(directory.Link)], others, ct);
        }
    }

    private async Task AddAsync(string reference, IReadOnlyList<PlannedRow> rows, IReadOnlyList<NamedProfessional> services, IReadOnlyList<CellToCorrect> others, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) ?? throw new DomainRuleException($"{reference} is not there any more. Upload the file again.");
        assessment.KeepToCorrect(TrackerRows.Both(assessment.ToCorrect, rows.SelectMany(r => r.Details!.ToCorrect.Concat(Besides(r, assessment, reference))).Concat(others)));
        foreach (var row in rows) { audit.Record(new RowAddedToCase(assessment.Keys, row.Verdict.Line)); }
        var involved = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).OrderBy(p => p.Position).ToListAsync(ct);
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        List<InvolvedProfessional> added = [];
        List<NamedBefore> named = [];
        foreach (var service in services)
        {
            var one = NotificationWriter.Involved(assessment.Keys, involved.Count, service);
            if (involved.Find(p => AddProfessionalsHandler.KeyOf(p) == AddProfessionalsHandler.KeyOf(one)) is { } before)
            {
                if (db.Scope.Kind == ScopeKind.LocalAuthority && one.AnsweredOn is { } told && requests.Any(r => r.Stage.IsOutstanding() && r.ServiceId == before.AskedThrough))
                {
                    // the request is health's: it stays open until health says otherwise
                    assessment.KeepToCorrect(TrackerRows.Both(assessment.ToCorrect, [new($"{before.Words}: answered on", UkText.LongDate(told), "its request is still open here. The DCO service records the answer on it, or asks on")]));
                }
                // what was answered before it was asked is an answer to something else, such as early information
                else if ((before.AnsweredOn is null || before.AnsweredOn < service.AskedOn) && one.AnsweredOn is { } on)
                {
                    before.AnsweredOn = on;
                    audit.Record(new NamedAnsweredBefore(assessment.Keys, before.Words, on));
                }
                else if (one.AnsweredOn is { } other && other != before.AnsweredOn)
                {
                    assessment.KeepToCorrect(TrackerRows.Both(assessment.ToCorrect, [new($"{before.Words}: answered on, another", UkText.LongDate(other), $"a later row says this, and {reference} says {UkText.LongDate(before.AnsweredOn)}")]));
                }
                if (one.FamilyAsked && before.MarkFamilyAsked(assessment.Keys, true) is { } wished) { audit.Record(wished); }
                one = before;
            }
            else
            {
                involved.Add(one);
                db.InvolvedProfessionals.Add(one);
                added.Add(one);
                audit.Record(new ProfessionalNamed(assessment.Keys, one.Words));
            }
            named.Add(new(one, service.AskedOn, service.AnsweredOn ?? (one.AnsweredOn < service.AskedOn ? null : one.AnsweredOn)));
        }
        // an authority's naming is looked at in triage; what the DCO service's tracker names follows from whom it has asked
        if (added.Count > 0 && db.Scope.Kind == ScopeKind.LocalAuthority) { assessment.NamedMore(); }
        var asked = await earlier.RecordAsync(assessment, [.. named, .. involved.Where(p => named.TrueForAll(n => n.Involved != p)).Select(p => new NamedBefore(p, null, p.AnsweredOn))], requests, ct);
        await preparation.PrepareAsync(assessment, added, ct, asked);
    }

    // all that does not stand on the case yet, the colleague too whose case it is to be
    private static IEnumerable<CellToCorrect> Besides(PlannedRow row, Assessment there, string reference)
    {
        foreach (var cell in SaidBesides.Cells(SaidOfCase.Of(row.Details!, row.Verdict.Notification!), SaidOfCase.Of(there), reference, alsoOther: true)) { yield return cell; }
        if (row.Details!.Owner is { } owner && owner.UserId != there.OwnerUserId) { yield return new(NotificationColumns.CaseOwner, owner.Name, $"a later row says it: hand {reference} over where that is right"); }
    }
}
