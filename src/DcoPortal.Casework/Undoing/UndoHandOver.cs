using DcoPortal.Domain;

namespace DcoPortal.Casework.Undoing;

/// <summary>The cases of a step: each is again whose it was, in the caller's save.</summary>
public sealed class UndoHandOver(PortalDb db, AuditTrail audit)
{
    /// <summary>Gives the cases back.</summary>
    /// <returns>False when one of them is not in the person's scope any more.</returns>
    /// <exception cref="DomainRuleException">One was handed on since.</exception>
    public async Task<bool> GiveBackAsync(UndoStep step, CancellationToken ct)
    {
        if (step.Handed.Count == 0) { return true; }
        var ids = step.Handed.Select(h => h.AssessmentId).ToList();
        var cases = await db.Assessments.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        if (cases.Count != ids.Count) { return false; }
        var people = step.Handed.SelectMany(h => new[] { h.From, h.To }).OfType<Guid>().Distinct().ToList();
        var owners = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).Select(u => new CaseOwner(u.Id, u.DisplayName, u.LocalAuthorityId)).ToDictionaryAsync(u => u.UserId, ct);
        foreach (var handed in step.Handed)
        {
            var assessment = cases[handed.AssessmentId];
            if (assessment.OwnerUserId != handed.To) { throw new DomainRuleException(TakeBackTime.SinceThen); }
            var (before, now) = (handed.From is { } f ? owners.GetValueOrDefault(f) : null, handed.To is { } t ? owners.GetValueOrDefault(t) : null);
            if (assessment.HandOver(before, now?.Name) is { } fact) { audit.Record(fact); }
        }
        return true;
    }
}
