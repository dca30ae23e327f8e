using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Figures;
using DcoPortal.Casework.Lists;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Escalations;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Incidents;
using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Tests.Access;

/// <summary>What a person of one kind may see of one entity, in words and as a rule over plain objects.</summary>
internal sealed record Visibility(string Words, Func<object, AccessScope, IReadOnlyList<AdviceRequest>, bool> Rule);

/// <summary>
/// The written expectation: every scoped entity for every kind of scope. It is compared row by row with what the database
/// shows, and docs/access-matrix.md is made from it. It knows nothing of the filters in the code.
/// </summary>
internal static class VisibilityTable
{
    public static readonly IReadOnlyList<Type> Entities =
    [
        typeof(Assessment), typeof(InvolvedProfessional), typeof(AdviceRequest), typeof(AdviceResponse), typeof(Exemption), typeof(CaseDocument),
        typeof(AuditEntry), typeof(EmailMessage), typeof(ImportBatch), typeof(Incident), typeof(IncidentEntry), typeof(ReportedFigures), typeof(ReturnedAnswer), typeof(Withdrawal), typeof(Draft), typeof(SavedView), typeof(PortalUser), typeof(UserService), typeof(Invitation),
        typeof(Provider), typeof(HealthService), typeof(Professional),
        typeof(MoveMade), typeof(Chase), typeof(Escalation), typeof(CaseQuestion), typeof(QuestionMessage), typeof(CaseNote), typeof(CaseTie), typeof(CaseTransfer), typeof(CarriedAnswer), typeof(LadderSetting), typeof(UsualTeam), typeof(DigestItem),
    ];

    public static readonly IReadOnlyList<ScopeKind> Kinds =
        [ScopeKind.LocalAuthority, ScopeKind.DcoService, ScopeKind.HealthService, ScopeKind.FiguresOnly, ScopeKind.Administration, ScopeKind.None];

    private static readonly Visibility Nothing = new("none", (_, _, _) => false);

    public static Visibility Of(ScopeKind kind, Type entity) => kind switch
    {
        ScopeKind.LocalAuthority => LocalAuthority(entity),
        ScopeKind.DcoService => DcoService(entity),
        ScopeKind.HealthService => HealthService(entity),
        ScopeKind.FiguresOnly => FiguresOnly(entity),
        ScopeKind.Administration => Administration(entity),
        ScopeKind.None => Nobody(entity),
        _ => throw new InvalidOperationException($"Write down what {kind} sees."),
    };

    private static Visibility Rule<T>(string words, Func<T, AccessScope, bool> rule) => new(words, (row, scope, _) => rule((T)row, scope));

    private static Visibility Rule<T>(string words, Func<T, AccessScope, IReadOnlyList<AdviceRequest>, bool> rule) => new(words, (row, scope, requests) => rule((T)row, scope, requests));

    private static Visibility LocalAuthority(Type entity) => entity.Name switch
    {
        nameof(Assessment) => Rule<Assessment>("own authority's", (a, s) => a.LocalAuthorityId == s.LocalAuthorityId),
        nameof(InvolvedProfessional) => Rule<InvolvedProfessional>("own authority's", (p, s) => p.LocalAuthorityId == s.LocalAuthorityId),
        nameof(AdviceRequest) => Rule<AdviceRequest>("own authority's", (r, s) => r.LocalAuthorityId == s.LocalAuthorityId),
        nameof(Exemption) => Rule<Exemption>("own authority's", (e, s) => e.LocalAuthorityId == s.LocalAuthorityId),
        nameof(AdviceResponse) => Nothing,
        nameof(ReturnedAnswer) => Rule<ReturnedAnswer>("own authority's, not withdrawn", (r, s) => r.LocalAuthorityId == s.LocalAuthorityId && r.WithdrawnUtc is null),
        nameof(Withdrawal) => Rule<Withdrawal>("own authority's", (w, s) => w.LocalAuthorityId == s.LocalAuthorityId),
        nameof(CaseDocument) => Rule<CaseDocument>("own authority's: its own, and advice once returned and not withdrawn",
            (d, s) => d.LocalAuthorityId == s.LocalAuthorityId && (d.Kind == CaseDocumentKind.FromAuthority || (d.ReturnedUtc is not null && d.WithdrawnUtc is null))),
        nameof(AuditEntry) => Rule<AuditEntry>("about own authority's cases, and own actions", (e, s) => e.LocalAuthorityId == s.LocalAuthorityId || e.UserId == s.UserId),
        nameof(EmailMessage) => Rule<EmailMessage>("those of own actions", (e, s) => e.SenderUserId == s.UserId),
        nameof(CaseQuestion) => Rule<CaseQuestion>("own authority's", (q, s) => q.LocalAuthorityId == s.LocalAuthorityId),
        nameof(QuestionMessage) => Rule<QuestionMessage>("own authority's", (m, s) => m.LocalAuthorityId == s.LocalAuthorityId),
        nameof(CaseTie) => Rule<CaseTie>("own authority's", (t, s) => t.LocalAuthorityId == s.LocalAuthorityId),
        nameof(CaseTransfer) => Rule<CaseTransfer>("from or to own authority", (t, s) => t.FromAuthorityId == s.LocalAuthorityId || t.ToAuthorityId == s.LocalAuthorityId),
        nameof(CarriedAnswer) => Rule<CarriedAnswer>("own authority's, not withdrawn", (c, s) => c.LocalAuthorityId == s.LocalAuthorityId && c.WithdrawnUtc is null),
        nameof(CaseNote) => Rule<CaseNote>("own authority's, for the team or one's own", (n, s) => n.LocalAuthorityId == s.LocalAuthorityId && n.Side == CaseSide.LocalAuthority && (n.IsForTeam || n.AuthorUserId == s.UserId)),
        nameof(MoveMade) or nameof(Chase) or nameof(Escalation) or nameof(Incident) or nameof(IncidentEntry) or nameof(ReportedFigures) => Nothing,
        nameof(ImportBatch) => Rule<ImportBatch>("own authority's, by itself", (i, s) => i.LocalAuthorityId == s.LocalAuthorityId && i.ArrivedOn is null),
        nameof(PortalUser) => Rule<PortalUser>("own authority's", (u, s) => u.LocalAuthorityId == s.LocalAuthorityId),
        nameof(Invitation) => Rule<Invitation>("own authority's", (i, s) => i.LocalAuthorityId == s.LocalAuthorityId),
        nameof(UserService) => Rule<UserService>("own authority's users'", (u, s) => VisibilityWorld.AccountOf[u.UserId].LocalAuthorityId == s.LocalAuthorityId),
        _ => Everybody(entity),
    };

    private static Visibility DcoService(Type entity) => entity.Name switch
    {
        nameof(Assessment) => Rule<Assessment>("own board's", (a, s) => a.IcbId == s.IcbId),
        nameof(InvolvedProfessional) => Rule<InvolvedProfessional>("own board's", (p, s) => p.IcbId == s.IcbId),
        nameof(AdviceRequest) => Rule<AdviceRequest>("own board's", (r, s) => r.IcbId == s.IcbId),
        nameof(Exemption) => Rule<Exemption>("own board's", (e, s) => e.IcbId == s.IcbId),
        nameof(AdviceResponse) => Rule<AdviceResponse>("own board's", (r, s) => r.IcbId == s.IcbId),
        nameof(ReturnedAnswer) => Rule<ReturnedAnswer>("own board's", (r, s) => r.IcbId == s.IcbId),
        nameof(Withdrawal) => Rule<Withdrawal>("own board's", (w, s) => w.IcbId == s.IcbId),
        nameof(ReportedFigures) => Rule<ReportedFigures>("own board's", (f, s) => f.IcbId == s.IcbId),
        nameof(Incident) => Rule<Incident>("own board's", (i, s) => i.IcbId == s.IcbId),
        nameof(IncidentEntry) => Rule<IncidentEntry>("own board's", (e, s) => e.IcbId == s.IcbId),
        nameof(CaseDocument) => Rule<CaseDocument>("own board's, but what came with a case and was withdrawn", (d, s) => d.IcbId == s.IcbId && (d.CarriedAnswerId is null || d.WithdrawnUtc is null)),
        nameof(AuditEntry) => Rule<AuditEntry>("own board's", (e, s) => e.IcbId == s.IcbId),
        nameof(EmailMessage) => Rule<EmailMessage>("own board's", (e, s) => e.IcbId == s.IcbId),
        nameof(MoveMade) => Rule<MoveMade>("own board's", (m, s) => m.IcbId == s.IcbId),
        nameof(Chase) => Rule<Chase>("own board's", (c, s) => c.IcbId == s.IcbId),
        nameof(Escalation) => Rule<Escalation>("own board's", (e, s) => e.IcbId == s.IcbId),
        nameof(CaseQuestion) => Rule<CaseQuestion>("own board's", (q, s) => q.IcbId == s.IcbId),
        nameof(QuestionMessage) => Rule<QuestionMessage>("own board's", (m, s) => m.IcbId == s.IcbId),
        nameof(CaseTie) => Rule<CaseTie>("own board's", (t, s) => t.IcbId == s.IcbId),
        nameof(CaseTransfer) => Rule<CaseTransfer>("from or to own board", (t, s) => t.FromIcbId == s.IcbId || t.ToIcbId == s.IcbId),
        nameof(CarriedAnswer) => Rule<CarriedAnswer>("own board's, not withdrawn", (c, s) => c.IcbId == s.IcbId && c.WithdrawnUtc is null),
        nameof(CaseNote) => Rule<CaseNote>("own DCO service's, for the team or one's own", (n, s) => n.IcbId == s.IcbId && n.Side == CaseSide.DcoService && (n.IsForTeam || n.AuthorUserId == s.UserId)),
        nameof(ImportBatch) => Rule<ImportBatch>("own board's, for an authority", (i, s) => i.IcbId == s.IcbId && i.ArrivedOn is not null),
        nameof(PortalUser) => Rule<PortalUser>("own account", (u, s) => u.Id == s.UserId),
        nameof(UserService) => Rule<UserService>("own", (u, s) => u.UserId == s.UserId),
        nameof(Invitation) => Nothing,
        _ => Everybody(entity),
    };

    private static Visibility HealthService(Type entity) => entity.Name switch
    {
        nameof(AdviceRequest) => Rule<AdviceRequest>("own services' while sent and not given back: all for a lead, else own and unassigned", Reach),
        nameof(Assessment) => Rule<Assessment>("those of a visible request that is not closed", (a, s, all) => all.Any(r => r.AssessmentId == a.Id && r.Stage != RequestStage.Closed && Reach(r, s))),
        nameof(InvolvedProfessional) => Rule<InvolvedProfessional>("those of a visible request that is not closed",
            (p, s, all) => all.Any(r => r.AssessmentId == p.AssessmentId && r.Stage != RequestStage.Closed && Reach(r, s))),
        nameof(Exemption) => Rule<Exemption>("those of a visible request", (e, s, all) => all.Any(r => r.Id == e.AdviceRequestId && Reach(r, s))),
        nameof(AdviceResponse) => Rule<AdviceResponse>("those of a visible request", (x, s, all) => all.Any(r => r.Id == x.Id && Reach(r, s))),
        nameof(ReturnedAnswer) => Rule<ReturnedAnswer>("those of a visible request, not withdrawn", (x, s, all) => x.WithdrawnUtc is null && all.Any(r => r.Id == x.AdviceRequestId && Reach(r, s))),
        nameof(Withdrawal) => Rule<Withdrawal>("those of a visible request", (x, s, all) => all.Any(r => r.Id == x.AdviceRequestId && Reach(r, s))),
        nameof(CaseDocument) => Rule<CaseDocument>("the authority's, of a visible request that is not closed; advice of a visible request, not withdrawn", (d, s, all) => d.WithdrawnUtc is null && (d.Kind == CaseDocumentKind.FromAuthority
            ? all.Any(r => r.AssessmentId == d.AssessmentId && r.Stage != RequestStage.Closed && Reach(r, s))
            : all.Any(r => r.Id == d.AdviceRequestId && Reach(r, s)))),
        nameof(AuditEntry) => Rule<AuditEntry>("about a visible request, and own actions", (e, s, all) => e.UserId == s.UserId || all.Any(r => r.Id == e.AdviceRequestId && Reach(r, s))),
        nameof(PortalUser) => Rule<PortalUser>("own account", (u, s) => u.Id == s.UserId),
        nameof(UserService) => Rule<UserService>("own", (u, s) => u.UserId == s.UserId),
        nameof(EmailMessage) => Rule<EmailMessage>("those of own actions", (e, s) => e.SenderUserId == s.UserId),
        nameof(Chase) => Rule<Chase>("those of a visible request", (c, s, all) => all.Any(r => r.Id == c.AdviceRequestId && Reach(r, s))),
        nameof(Escalation) => Rule<Escalation>("those put before, or by, oneself", (e, s) => e.ToUserId == s.UserId || e.RaisedByUserId == s.UserId),
        nameof(MoveMade) or nameof(CaseQuestion) or nameof(QuestionMessage) or nameof(CaseNote) or nameof(CaseTie) or nameof(CaseTransfer) or nameof(CarriedAnswer) or nameof(ImportBatch) or nameof(Invitation) or nameof(Incident) or nameof(IncidentEntry) or nameof(ReportedFigures) => Nothing,
        _ => Everybody(entity),
    };

    private static bool Reach(AdviceRequest r, AccessScope s) =>
        r.SentUtc is not null && r.GivenBackUtc is null && !(r.Stage is RequestStage.Closed or RequestStage.Returned && !r.ShownToService) && s.ServiceIds.Contains(r.ServiceId) && (s.WholeService || r.ProfessionalId is null || r.ProfessionalId == s.ProfessionalId);

    private static Visibility FiguresOnly(Type entity) => entity.Name switch
    {
        nameof(AuditEntry) => Rule<AuditEntry>("own actions", (e, s) => e.UserId == s.UserId),
        nameof(PortalUser) => Rule<PortalUser>("own account", (u, s) => u.Id == s.UserId),
        nameof(UserService) => Rule<UserService>("own", (u, s) => u.UserId == s.UserId),
        nameof(Draft) or nameof(SavedView) or nameof(DigestItem) or nameof(Provider) or nameof(HealthService) or nameof(Professional) or nameof(LadderSetting) or nameof(UsualTeam) => Everybody(entity),
        _ => Nothing,
    };

    private static Visibility Administration(Type entity) => entity.Name switch
    {
        nameof(AuditEntry) => Rule<AuditEntry>("own board's, of cases without what people wrote", (e, s) => e.IcbId == s.IcbId),
        nameof(EmailMessage) => Rule<EmailMessage>("own board's", (e, s) => e.IcbId == s.IcbId),
        nameof(PortalUser) => Rule<PortalUser>("own board's", (u, s) => u.IcbId == s.IcbId),
        nameof(UserService) => Rule<UserService>("own board's users'", (u, s) => VisibilityWorld.AccountOf[u.UserId].IcbId == s.IcbId),
        nameof(Invitation) => Rule<Invitation>("own board's", (i, s) => i.IcbId == s.IcbId),
        nameof(Draft) or nameof(SavedView) or nameof(DigestItem) or nameof(Provider) or nameof(HealthService) or nameof(Professional) or nameof(LadderSetting) or nameof(UsualTeam) => Everybody(entity),
        _ => Nothing,
    };

    private static Visibility Nobody(Type entity) => entity.Name switch
    {
        // the sign-in and invitation pages find one by its exact address or token
        nameof(PortalUser) or nameof(UserService) => new("for sign-in only", (_, _, _) => true),
        nameof(Invitation) => Rule<Invitation>("open ones, by token only", (i, _) => i.AcceptedUtc is null && i.WithdrawnUtc is null),
        _ => Nothing,
    };

    private static Visibility Everybody(Type entity) => entity.Name switch
    {
        nameof(SavedView) => Rule<SavedView>("own", (v, s) => v.UserId == s.UserId),
        nameof(Draft) => Rule<Draft>("own", (d, s) => d.UserId == s.UserId),
        nameof(Provider) => Rule<Provider>("boards in reach", (p, s) => s.DirectoryIcbIds.Contains(p.IcbId)),
        nameof(HealthService) => Rule<HealthService>("boards in reach", (p, s) => s.DirectoryIcbIds.Contains(p.IcbId)),
        nameof(LadderSetting) => Rule<LadderSetting>("boards in reach", (l, s) => s.DirectoryIcbIds.Contains(l.IcbId)),
        nameof(UsualTeam) => Rule<UsualTeam>("boards in reach", (t, s) => s.DirectoryIcbIds.Contains(t.IcbId)),
        nameof(DigestItem) => Rule<DigestItem>("own", (d, s) => d.UserId == s.UserId),
        nameof(Professional) => Rule<Professional>("boards in reach", (p, s) => s.DirectoryIcbIds.Contains(p.IcbId)),
        _ => throw new InvalidOperationException($"Write down who sees {entity.Name}."),
    };
}
