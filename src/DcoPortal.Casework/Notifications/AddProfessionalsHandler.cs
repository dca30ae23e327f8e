using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Notifications;

/// <summary>What naming professionals later did.</summary>
/// <param name="Added">Those named now, in words.</param>
/// <param name="Known">Those named before, in words: they were not named twice.</param>
/// <param name="FilledIn">Those of them of whom more is known now, in words.</param>
/// <param name="Differing">Those of them of whom something else was known, in words, with what was not taken in.</param>
public sealed record ProfessionalsAdded(IReadOnlyList<string> Added, IReadOnlyList<string> Known, IReadOnlyList<string> FilledIn, IReadOnlyList<string> Differing);

/// <summary>Names further NHS professionals on a case. They wait in triage as named and not asked, with a request prepared once the authority has decided to assess.</summary>
public sealed class AddProfessionalsHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, DirectoryIndex directory, RequestPreparation requests, OtherSide otherSide, CaseOnItsWay onItsWay, UkClock clock)
{
    /// <summary>The most that a case names.</summary>
    public const int Most = 80;

    /// <summary>Names them. Who was named before, as the same entry or in the same words, is not named again.</summary>
    public Task<Outcome<ProfessionalsAdded>> HandleAsync(string reference, IReadOnlyList<NamedProfessional> people, CancellationToken ct) => change.MakeAsync<ProfessionalsAdded>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        if (await onItsWay.AddingAsync(assessment.Id, ct) is { } taken) { return taken; }
        await directory.LoadAsync(ct);
        var before = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        var keys = before.Select(KeyOf).ToHashSet();
        List<InvolvedProfessional> added = [];
        List<string> known = [], filledIn = [], differing = [];
        var asked = 0;
        foreach (var named in people.Select(directory.Link))
        {
            var involved = NotificationWriter.Involved(assessment.Keys, before.Count + added.Count, named);
            if (keys.Add(KeyOf(involved))) { added.Add(involved); continue; }
            known.Add(involved.Words);
            // who was named before, or in another row of the form, may have been asked for by the family since
            if ((before.Find(b => KeyOf(b) == KeyOf(involved)) ?? added.Find(b => KeyOf(b) == KeyOf(involved))) is not { } same) { continue; }
            if (named.FamilyAsked && same.MarkFamilyAsked(assessment.Keys, true) is { } wished)
            {
                audit.Record(wished);
                asked++;
            }
            var hasEnded = !involved.IsCurrent && same.EndInvolvement();
            if (hasEnded) { NamedUnasked.StopPrepared(same, await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id && r.Stage == RequestStage.ToSend).ToListAsync(ct), "no longer involved, says the authority", audit, clock.UtcNow); }
            if (same.FillIn(involved.LastSeen, involved.Contact) | hasEnded)
            {
                audit.Record(new DetailCorrected(assessment.Keys, same.Words, null, string.Join(", ", new[] { involved.LastSeen, involved.Contact, hasEnded ? "No longer involved" : null }.OfType<string>()), "Named again with more"));
                filledIn.Add(same.Words);
            }
            var other = new[] { (Now: involved.LastSeen, Stands: same.LastSeen), (Now: involved.Contact, Stands: same.Contact) }.Where(x => x.Now is not null && x.Now != x.Stands).Select(x => $"“{x.Now}” instead of “{x.Stands}”").ToList();
            if (other.Count > 0) { differing.Add($"{same.Words} ({string.Join(", ", other)})"); }
        }
        if (added.Count + asked + filledIn.Count == 0) { return Outcome.Already.With(new ProfessionalsAdded([], known, [], differing)); }
        if (before.Count + added.Count > Most) { throw new DomainRuleException($"A case names up to {Most} professionals. Name the others in a document."); }
        db.InvolvedProfessionals.AddRange(added);
        List<string> words = [.. added.Select(p => p.Words)];
        foreach (var who in words) { audit.Record(new ProfessionalNamed(assessment.Keys, who)); }
        assessment.NamedMore();
        await requests.PrepareAsync(assessment, added, ct, await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).Select(r => r.DuplicateKey).ToHashSetAsync(ct));
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        // naming changes no version of the assessment, so each time is an event of its own
        emails.DetailsCorrected(assessment, to, by, Guid.CreateVersion7());
        return new ProfessionalsAdded(words, known, filledIn, differing);
    }, ct);

    /// <summary>What makes two of them the same: the entry of the directory, or the same words.</summary>
    internal static (Guid?, Guid?, string) KeyOf(InvolvedProfessional p) => KeyOf(p.ProfessionalId, p.ServiceId, p.Name, p.ServiceName, p.ProviderName);

    /// <inheritdoc cref="KeyOf(InvolvedProfessional)" />
    internal static (Guid?, Guid?, string) KeyOf(NamedProfessional p) => KeyOf(p.ProfessionalId, p.ServiceId, p.Name, p.ServiceName, p.ProviderName);

    private static (Guid?, Guid?, string) KeyOf(Guid? professional, Guid? service, string? name, string? serviceName, string? provider) => professional is { } person ? (person, null, "")
        : service is { } entry ? (null, entry, SearchKey.Of(name)) : (null, null, $"{SearchKey.Of(name)}|{SearchKey.Of(serviceName)}|{SearchKey.Of(provider)}");
}
