using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Benchmarks.Data;

/// <summary>A case of the demo that copies are made of.</summary>
internal sealed record Template(Guid Id, string Reference, Guid AuthorityId, DateOnly NotifiedOn, DateOnly Born, string? Setting, bool HasAuthorityReference, bool HasNhsNumber, int Requests);

/// <summary>The cases of the demo, by whether anybody still has something to do with them.</summary>
internal sealed record Templates(IReadOnlyList<Template> Ended, IReadOnlyList<Template> Open)
{
    public static async Task<Templates> OfAsync(PortalDb db) => new(await ListAsync(db, Done(db)), await ListAsync(db, db.Assessments.Where(a => a.Outcome == null && a.Decision != AssessmentDecision.DoNotAssess)));

    // nothing of them stands on any list of work: a list would grow with the years
    private static IQueryable<Assessment> Done(PortalDb db) =>
        from a in db.Assessments
        where a.Decision == AssessmentDecision.DoNotAssess || a.Outcome == AssessmentOutcome.NoPlan || (a.Outcome == AssessmentOutcome.PlanIssued && a.HealthToldOfOutcomeOn != null)
        where !db.AdviceRequests.Any(r => r.AssessmentId == a.Id && (r.EndedUtc == null || r.UnsettledUtc != null || r.SharingDoubtUtc != null))
        where !db.Emails.Any(e => e.AssessmentId == a.Id && (e.FailedUtc != null || e.BouncedUtc != null || e.SentUtc == null))
        where !db.Questions.Any(q => q.AssessmentId == a.Id && q.ClosedUtc == null)
        where !db.Exemptions.Any(e => e.AssessmentId == a.Id && e.FamilyToldOn == null)
        where !db.Escalations.Any(e => e.AssessmentId == a.Id)
        select a;

    // a case that moved or was merged is half of a pair
    private static async Task<IReadOnlyList<Template>> ListAsync(PortalDb db, IQueryable<Assessment> cases) => await (
        from a in cases
        where !db.CaseTransfers.Any(t => t.FromId == a.Id || t.ToId == a.Id) && !db.CaseTies.Any(t => t.AssessmentId == a.Id || t.OtherId == a.Id) && a.MergedIntoId == null
        orderby a.Reference
        select new Template(a.Id, a.Reference, a.LocalAuthorityId, a.NotifiedOn, a.Child.DateOfBirth, a.Setting.Name, a.AuthorityReference != null, a.Child.NhsNumber != null, db.AdviceRequests.Count(r => r.AssessmentId == a.Id))).ToListAsync();
}
