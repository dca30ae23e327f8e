using DcoPortal.Casework.Data;
using DcoPortal.Demo;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Benchmarks.Pages;

/// <summary>What the pages that are opened are about, of the organisations of the demo's people.</summary>
internal sealed record Subjects
{
    /// <summary>An open case of the authority with the most requests.</summary>
    public required string Open { get; init; }

    /// <summary>A case that ended, from the middle of the ten years.</summary>
    public required string Ended { get; init; }
    public required string Surname { get; init; }
    public required string NhsNumber { get; init; }

    /// <summary>A decided case that nobody is asked for yet.</summary>
    public required string InTriage { get; init; }

    /// <summary>A request that the clinician is to answer.</summary>
    public required Guid Asked { get; init; }

    /// <summary>An answer that the DCO service is to check.</summary>
    public required Guid ToCheck { get; init; }
    public required Guid Provider { get; init; }

    // three quarters down each list
    public required int DeepClosed { get; init; }
    public required int DeepReturned { get; init; }
    public required int DeepEmails { get; init; }

    public static string EmailOf(Role role) => DemoPeople.All.First(p => p.Role == role).Email;

    public static async Task<Subjects> OfAsync(PortalDb db)
    {
        var caseworker = await UserAsync(db, Role.LaCaseworker);
        var clinician = await UserAsync(db, Role.Clinician);
        var (authority, board) = (caseworker.LocalAuthorityId!.Value, caseworker.IcbId);
        var (cases, requests) = (db.Assessments.Where(a => a.LocalAuthorityId == authority), db.AdviceRequests.Where(r => r.IcbId == board));
        var asked = await requests.Where(r => r.ProfessionalId == clinician.ProfessionalId && r.Stage == RequestStage.WithService && r.CaseEndedOn == null).OrderBy(r => r.AssessmentReference).FirstAsync();
        var ended = cases.Where(a => a.Outcome == AssessmentOutcome.PlanIssued && a.ChildNhsNumber != null);
        var middle = await ended.OrderBy(a => a.RequestReceivedOn).ThenBy(a => a.Reference).Skip(await ended.CountAsync() / 2).FirstAsync();
        return new()
        {
            Open = await cases.Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess).OrderByDescending(a => db.AdviceRequests.Count(r => r.AssessmentId == a.Id)).ThenBy(a => a.Reference).Select(a => a.Reference).FirstAsync(),
            Ended = middle.Reference,
            Surname = middle.Child.LegalSurname,
            NhsNumber = middle.Child.NhsNumber!,
            InTriage = await cases.Where(a => a.Outcome == null && a.Decision == AssessmentDecision.Assess && a.TriagedUtc == null).OrderBy(a => a.Reference).Select(a => a.Reference).FirstAsync(),
            Asked = asked.Id,
            ToCheck = await requests.Where(r => r.Stage == RequestStage.ToCheck).OrderBy(r => r.AssessmentReference).Select(r => r.Id).FirstAsync(),
            Provider = asked.ProviderId,
            DeepClosed = Deep(await cases.CountAsync(a => a.Outcome != null || a.Decision == AssessmentDecision.DoNotAssess), 25),
            DeepReturned = Deep(await requests.CountAsync(r => r.Stage == RequestStage.Returned), 25),
            DeepEmails = Deep(await db.Emails.CountAsync(e => e.IcbId == board), 50),
        };
    }

    private static Task<Casework.Accounts.PortalUser> UserAsync(PortalDb db, Role role) => db.Users.SingleAsync(u => u.Email == EmailOf(role));

    private static int Deep(int rows, int onAPage) => 1 + (rows / onAPage * 3 / 4);
}
