using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Assessments;

/// <summary>What taking in the same professional of another record changes, as it was before.</summary>
/// <param name="Id">Whom it was said of.</param>
/// <param name="Contact">How to reach them.</param>
/// <param name="LastSeen">When the child was last seen.</param>
/// <param name="FamilyAsked">Whether the family asked for this advice.</param>
/// <param name="AnsweredOn">The day on which they answered before (Europe/London).</param>
/// <param name="AskedServiceId">The service through which they were asked.</param>
/// <param name="NotAskedReason">Why they are not asked.</param>
/// <param name="NotAskedByName">Who said so.</param>
/// <param name="NotAskedUtc">When, UTC.</param>
public sealed record InvolvedBefore(Guid Id, string? Contact, string? LastSeen, bool FamilyAsked, DateOnly? AnsweredOn, Guid? AskedServiceId, string? NotAskedReason, string? NotAskedByName, DateTime? NotAskedUtc);

// one whom two records of an assessment name is named once, with what either says
public sealed partial class InvolvedProfessional
{
    private const int LongContact = 400, LongLastSeen = 100;

    /// <summary>What merging would change.</summary>
    public InvolvedBefore BeforeMerge => new(Id, Contact, LastSeen, FamilyAsked, AnsweredOn, AskedServiceId, NotAskedReason, NotAskedByName, NotAskedUtc);

    /// <summary>Takes in what another record of the assessment says of the same professional. A reason not to ask that stands here stands.</summary>
    /// <param name="same">The same professional, named there.</param>
    /// <param name="keys">The case that stays.</param>
    /// <returns>One fact for each thing that changed.</returns>
    public IReadOnlyList<AuditFact> TakeIn(InvolvedProfessional same, CaseKeys keys)
    {
        ArgumentNullException.ThrowIfNull(same);
        List<AuditFact> facts = [];
        if (same.FamilyAsked && MarkFamilyAsked(keys, true) is { } asked) { facts.Add(asked); }
        if (NotAskedReason is null && same.NotAskedReason is { } reason && NotAsked(keys, reason, same.NotAskedByName ?? "", same.NotAskedUtc ?? default) is { } why) { facts.Add(why); }
        var (contact, lastSeen) = (Contact, LastSeen);
        Contact = CaseDetails.Both(Contact, same.Contact, LongContact) ?? Contact;
        LastSeen = CaseDetails.Both(LastSeen, same.LastSeen, LongLastSeen) ?? LastSeen;
        (AnsweredOn, AskedServiceId) = (AnsweredOn ?? same.AnsweredOn, AskedServiceId ?? same.AskedServiceId);
        if ((contact, lastSeen) != (Contact, LastSeen)) { facts.Add(new DetailCorrected(keys, Words, Said(lastSeen, contact), Said(LastSeen, Contact), "Both records name them")); }
        return facts;
    }

    /// <summary>Is as it was before its case was merged.</summary>
    public void PutBack(InvolvedBefore before)
    {
        ArgumentNullException.ThrowIfNull(before);
        (Contact, LastSeen, FamilyAsked, AnsweredOn, AskedServiceId) = (before.Contact, before.LastSeen, before.FamilyAsked, before.AnsweredOn, before.AskedServiceId);
        (NotAskedReason, NotAskedByName, NotAskedUtc) = (before.NotAskedReason, before.NotAskedByName, before.NotAskedUtc);
    }

    private static string? Said(string? lastSeen, string? contact) => string.Join(", ", new[] { lastSeen, contact }.OfType<string>()) is { Length: > 0 } said ? said : null;
}
