using System.Linq.Expressions;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Figures;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Lists;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Incidents;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Questions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;

namespace DcoPortal.Casework.Data;

/// <summary>
/// Who may see which rows: this file and no other. An entity with no filter here must stand in
/// <see cref="UnscopedEntities"/> with its reason, or a test fails.
/// </summary>
public abstract partial class PortalDb
{
    /// <summary>The name of the filter on every scoped entity.</summary>
    public const string RowScopeFilter = "RowScope";

    /// <summary>The name of the filter that leaves out cases which became part of another: they count nowhere, whoever looks.</summary>
    public const string MergedFilter = "Merged";

    /// <summary>Entities everyone may read, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> UnscopedEntities = new Dictionary<string, string>
    {
        [nameof(LocalAuthority)] = "public reference data",
        [nameof(IntegratedCareBoard)] = "public reference data",
        [nameof(IcbCoverage)] = "public reference data",
        [nameof(School)] = "a public register",
        [nameof(ReferenceCounter)] = "numbers only",
        [nameof(JobState)] = "when background work last ran",
        [nameof(DataProtectionKey)] = "read by the framework before anyone is signed in",
        ["IdentityUserClaim<Guid>"] = "read by the account system by user id",
        ["IdentityUserLogin<Guid>"] = "read by the account system by user id",
        ["IdentityUserToken<Guid>"] = "read by the account system by user id",
        ["IdentityUserPasskey<Guid>"] = "read by the account system by user id",
    };

    private void ApplyRowScope(ModelBuilder builder)
    {
        builder.Entity<Assessment>().HasQueryFilter(MergedFilter, a => a.MergedIntoId == null);
        switch (Scope.Kind)
        {
            case ScopeKind.System: break;
            case ScopeKind.LocalAuthority: ScopeToLocalAuthority(builder); break;
            case ScopeKind.DcoService: ScopeToDcoService(builder); break;
            case ScopeKind.HealthService: ScopeToHealthService(builder); break;
            case ScopeKind.Administration: ScopeToAdministration(builder); break;
            case ScopeKind.FiguresOnly: ScopeToFiguresOnly(builder); break;
            default: ScopeToNobody(builder); break;
        }
    }

    private void ScopeToLocalAuthority(ModelBuilder b)
    {
        Directory(b);
        OwnRows(b);
        OwnEmails(b);
        Filter<Assessment>(b, a => a.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<InvolvedProfessional>(b, p => p.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<AdviceRequest>(b, r => r.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<Exemption>(b, e => e.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<CaseQuestion>(b, q => q.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<QuestionMessage>(b, m => m.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<CaseTie>(b, t => t.LocalAuthorityId == Scope.LocalAuthorityId);
        // both sides of a move see that it happened; the record of the other side stays its own
        Filter<CaseTransfer>(b, t => t.FromAuthorityId == Scope.LocalAuthorityId || t.ToAuthorityId == Scope.LocalAuthorityId);
        Filter<CarriedAnswer>(b, c => c.LocalAuthorityId == Scope.LocalAuthorityId && c.WithdrawnUtc == null);
        Filter<CaseNote>(b, n => n.LocalAuthorityId == Scope.LocalAuthorityId && n.Side == CaseSide.LocalAuthority && (n.IsForTeam || n.AuthorUserId == Scope.UserId));
        // an authority does not read chases, escalations, or what a service wrote to the DCO service with a move
        Filter<MoveMade>(b, m => false);
        Filter<Chase>(b, c => false);
        Filter<Escalation>(b, e => false);
        // the authority reads what was returned and not withdrawn, never what a service works on
        Filter<AdviceResponse>(b, r => false);
        Filter<ReturnedAnswer>(b, r => r.LocalAuthorityId == Scope.LocalAuthorityId && r.WithdrawnUtc == null);
        Filter<CaseDocument>(b, d => d.LocalAuthorityId == Scope.LocalAuthorityId && (d.Kind == CaseDocumentKind.FromAuthority || (d.ReturnedUtc != null && d.WithdrawnUtc == null)));
        Filter<Withdrawal>(b, w => w.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<Incident>(b, i => false);
        Filter<IncidentEntry>(b, e => false);
        // what was reported is the board's
        Filter<ReportedFigures>(b, f => false);
        Filter<AuditEntry>(b, e => e.LocalAuthorityId == Scope.LocalAuthorityId || e.UserId == Scope.UserId);
        // an import is seen through by the side that began it
        Filter<ImportBatch>(b, i => i.LocalAuthorityId == Scope.LocalAuthorityId && i.ArrivedOn == null);
        Filter<PortalUser>(b, u => u.LocalAuthorityId == Scope.LocalAuthorityId);
        Filter<Invitation>(b, i => i.LocalAuthorityId == Scope.LocalAuthorityId);
    }

    private void ScopeToDcoService(ModelBuilder b)
    {
        Directory(b);
        OwnRows(b);
        Filter<Assessment>(b, a => a.IcbId == Scope.IcbId);
        Filter<InvolvedProfessional>(b, p => p.IcbId == Scope.IcbId);
        Filter<AdviceRequest>(b, r => r.IcbId == Scope.IcbId);
        Filter<Exemption>(b, e => e.IcbId == Scope.IcbId);
        Filter<CaseQuestion>(b, q => q.IcbId == Scope.IcbId);
        Filter<QuestionMessage>(b, m => m.IcbId == Scope.IcbId);
        Filter<CaseTie>(b, t => t.IcbId == Scope.IcbId);
        Filter<CaseTransfer>(b, t => t.FromIcbId == Scope.IcbId || t.ToIcbId == Scope.IcbId);
        // what another board returned, that board withdraws: it is closed here too
        Filter<CarriedAnswer>(b, c => c.IcbId == Scope.IcbId && c.WithdrawnUtc == null);
        Filter<CaseNote>(b, n => n.IcbId == Scope.IcbId && n.Side == CaseSide.DcoService && (n.IsForTeam || n.AuthorUserId == Scope.UserId));
        Filter<MoveMade>(b, m => m.IcbId == Scope.IcbId);
        Filter<Chase>(b, c => c.IcbId == Scope.IcbId);
        Filter<Escalation>(b, e => e.IcbId == Scope.IcbId);
        Filter<AdviceResponse>(b, r => r.IcbId == Scope.IcbId);
        Filter<ReturnedAnswer>(b, r => r.IcbId == Scope.IcbId);
        Filter<CaseDocument>(b, d => d.IcbId == Scope.IcbId && (d.CarriedAnswerId == null || d.WithdrawnUtc == null));
        Filter<Withdrawal>(b, w => w.IcbId == Scope.IcbId);
        Filter<Incident>(b, i => i.IcbId == Scope.IcbId);
        Filter<IncidentEntry>(b, e => e.IcbId == Scope.IcbId);
        Filter<ReportedFigures>(b, f => f.IcbId == Scope.IcbId);
        Filter<AuditEntry>(b, e => e.IcbId == Scope.IcbId);
        Filter<EmailMessage>(b, e => e.IcbId == Scope.IcbId);
        Filter<ImportBatch>(b, i => i.IcbId == Scope.IcbId && i.ArrivedOn != null);
        Filter<PortalUser>(b, u => u.Id == Scope.UserId);
        Filter<Invitation>(b, i => false);
    }

    private void ScopeToHealthService(ModelBuilder b)
    {
        Directory(b);
        OwnRows(b);
        OwnEmails(b);
        // a request is seen once it is sent: by the whole service for a lead, else by its holder and, while unassigned, the service
        Filter<AdviceRequest>(b, r => r.ShownToService && Scope.ServiceIds.Contains(r.ServiceId)
            && (Scope.WholeService || r.ProfessionalId == null || r.ProfessionalId == Scope.ProfessionalId));
        // a health service sees an assessment through its requests, whose own filter applies inside these
        Filter<Assessment>(b, a => AdviceRequests.Any(r => r.AssessmentId == a.Id && r.Stage != RequestStage.Closed));
        Filter<InvolvedProfessional>(b, p => AdviceRequests.Any(r => r.AssessmentId == p.AssessmentId && r.Stage != RequestStage.Closed));
        Filter<Exemption>(b, e => AdviceRequests.Any(r => r.Id == e.AdviceRequestId));
        // what a service wrote to the DCO service with a move is for the DCO service alone
        Filter<MoveMade>(b, m => false);
        Filter<Chase>(b, c => AdviceRequests.Any(r => r.Id == c.AdviceRequestId));
        // an escalation is read by the person who raised it and the person it was raised to
        Filter<Escalation>(b, e => e.ToUserId == Scope.UserId || e.RaisedByUserId == Scope.UserId);
        // questions are between the authority and the DCO service: a health service reads none
        Filter<CaseQuestion>(b, q => false);
        Filter<QuestionMessage>(b, m => false);
        Filter<CaseTie>(b, t => false);
        Filter<CaseTransfer>(b, t => false);
        // a service reads its own advice, not that of others
        Filter<CarriedAnswer>(b, c => false);
        Filter<CaseNote>(b, n => false);
        Filter<AdviceResponse>(b, x => AdviceRequests.Any(r => r.Id == x.Id));
        // what was withdrawn may be about another child: the service that gave it cannot open it either
        Filter<ReturnedAnswer>(b, x => x.WithdrawnUtc == null && AdviceRequests.Any(r => r.Id == x.AdviceRequestId));
        Filter<CaseDocument>(b, d => d.WithdrawnUtc == null && (d.Kind == CaseDocumentKind.FromAuthority
            ? AdviceRequests.Any(r => r.AssessmentId == d.AssessmentId && r.Stage != RequestStage.Closed)
            : AdviceRequests.Any(r => r.Id == d.AdviceRequestId)));
        Filter<Withdrawal>(b, w => AdviceRequests.Any(r => r.Id == w.AdviceRequestId));
        Filter<Incident>(b, i => false);
        Filter<IncidentEntry>(b, e => false);
        Filter<ReportedFigures>(b, f => false);
        Filter<AuditEntry>(b, e => e.UserId == Scope.UserId || AdviceRequests.Any(r => r.Id == e.AdviceRequestId));
        Filter<ImportBatch>(b, i => false);
        Filter<PortalUser>(b, u => u.Id == Scope.UserId);
        Filter<Invitation>(b, i => false);
    }

    private void ScopeToAdministration(ModelBuilder b)
    {
        Directory(b);
        OwnRows(b);
        NoCases(b);
        Filter<ReportedFigures>(b, f => false);
        Filter<AuditEntry>(b, e => e.IcbId == Scope.IcbId);
        Filter<EmailMessage>(b, e => e.IcbId == Scope.IcbId);
        Filter<ImportBatch>(b, i => false);
        Filter<PortalUser>(b, u => u.IcbId == Scope.IcbId);
        Filter<Invitation>(b, i => i.IcbId == Scope.IcbId);
    }

    private void ScopeToFiguresOnly(ModelBuilder b)
    {
        Directory(b);
        OwnRows(b);
        NoCases(b);
        NoEmails(b);
        // its small numbers too: only the class that hides them reads these
        Filter<ReportedFigures>(b, f => false);
        Filter<AuditEntry>(b, e => e.UserId == Scope.UserId);
        Filter<ImportBatch>(b, i => false);
        Filter<PortalUser>(b, u => u.Id == Scope.UserId);
        Filter<Invitation>(b, i => false);
    }

    /// <summary>Nobody is signed in. Accounts and invitations are read by the sign-in and invitation pages alone, by exact email or token.</summary>
    private static void ScopeToNobody(ModelBuilder b)
    {
        NoCases(b);
        NoEmails(b);
        Filter<ReportedFigures>(b, f => false);
        Filter<Provider>(b, p => false);
        Filter<HealthService>(b, s => false);
        Filter<Professional>(b, p => false);
        Filter<LadderSetting>(b, l => false);
        Filter<UsualTeam>(b, t => false);
        Filter<DigestItem>(b, d => false);
        Filter<AuditEntry>(b, e => false);
        Filter<ImportBatch>(b, i => false);
        Filter<Draft>(b, d => false);
        Filter<SavedView>(b, v => false);
        Filter<PortalUser>(b, u => true);
        Filter<UserService>(b, u => true);
        Filter<Invitation>(b, i => i.AcceptedUtc == null && i.WithdrawnUtc == null);
    }

    private void Directory(ModelBuilder b)
    {
        Filter<Provider>(b, p => Scope.DirectoryIcbIds.Contains(p.IcbId));
        Filter<HealthService>(b, s => Scope.DirectoryIcbIds.Contains(s.IcbId));
        Filter<Professional>(b, p => Scope.DirectoryIcbIds.Contains(p.IcbId));
        Filter<LadderSetting>(b, l => Scope.DirectoryIcbIds.Contains(l.IcbId));
        Filter<UsualTeam>(b, t => Scope.DirectoryIcbIds.Contains(t.IcbId));
    }

    private void OwnRows(ModelBuilder b)
    {
        Filter<Draft>(b, d => d.UserId == Scope.UserId);
        Filter<SavedView>(b, v => v.UserId == Scope.UserId);
        Filter<DigestItem>(b, d => d.UserId == Scope.UserId);
        // an account's services are seen with the account, whose own filter applies inside
        Filter<UserService>(b, s => Users.Any(u => u.Id == s.UserId));
    }

    private static void NoCases(ModelBuilder b)
    {
        Filter<Assessment>(b, a => false);
        Filter<InvolvedProfessional>(b, p => false);
        Filter<AdviceRequest>(b, r => false);
        Filter<Exemption>(b, e => false);
        Filter<MoveMade>(b, m => false);
        Filter<Chase>(b, c => false);
        Filter<Escalation>(b, e => false);
        Filter<CaseQuestion>(b, q => false);
        Filter<QuestionMessage>(b, m => false);
        Filter<CaseTie>(b, t => false);
        Filter<CaseTransfer>(b, t => false);
        Filter<CarriedAnswer>(b, c => false);
        Filter<CaseNote>(b, n => false);
        Filter<AdviceResponse>(b, r => false);
        Filter<ReturnedAnswer>(b, r => false);
        Filter<CaseDocument>(b, d => false);
        Filter<Withdrawal>(b, w => false);
        Filter<Incident>(b, i => false);
        Filter<IncidentEntry>(b, e => false);
    }

    // people see the emails that their own work sent, so that the sender can mend a failure
    private void OwnEmails(ModelBuilder b) => Filter<EmailMessage>(b, e => e.SenderUserId == Scope.UserId);

    private static void NoEmails(ModelBuilder b) => Filter<EmailMessage>(b, e => false);

    private static void Filter<T>(ModelBuilder b, Expression<Func<T, bool>> visible) where T : class =>
        b.Entity<T>().HasQueryFilter(RowScopeFilter, visible);
}
