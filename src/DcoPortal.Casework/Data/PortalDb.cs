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
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DcoPortal.Casework.Data;

/// <summary>
/// Everything the portal stores, seen through one <see cref="AccessScope"/> that never changes in the life of the context.
/// Each kind of scope has its own compiled model, so that its row filter is one plain comparison an index can serve (ADR 0004).
/// </summary>
public abstract partial class PortalDb(DbContextOptions options, AccessScope scope)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What this context may see.</summary>
    public AccessScope Scope { get; } = scope;

    public DbSet<LocalAuthority> LocalAuthorities => Set<LocalAuthority>();
    public DbSet<IntegratedCareBoard> Icbs => Set<IntegratedCareBoard>();
    public DbSet<IcbCoverage> IcbCoverages => Set<IcbCoverage>();
    public DbSet<Provider> Providers => Set<Provider>();
    public DbSet<HealthService> Services => Set<HealthService>();
    public DbSet<Professional> Professionals => Set<Professional>();
    public DbSet<School> Schools => Set<School>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<InvolvedProfessional> InvolvedProfessionals => Set<InvolvedProfessional>();
    public DbSet<AdviceRequest> AdviceRequests => Set<AdviceRequest>();
    public DbSet<MoveMade> RequestMoves => Set<MoveMade>();
    public DbSet<AdviceResponse> AdviceResponses => Set<AdviceResponse>();
    public DbSet<ReturnedAnswer> ReturnedAnswers => Set<ReturnedAnswer>();
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<IncidentEntry> IncidentEntries => Set<IncidentEntry>();
    public DbSet<Exemption> Exemptions => Set<Exemption>();
    public DbSet<Chase> Chases => Set<Chase>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<CaseQuestion> Questions => Set<CaseQuestion>();
    public DbSet<QuestionMessage> QuestionMessages => Set<QuestionMessage>();
    public DbSet<CaseTie> CaseTies => Set<CaseTie>();
    public DbSet<CaseTransfer> CaseTransfers => Set<CaseTransfer>();
    public DbSet<CarriedAnswer> CarriedAnswers => Set<CarriedAnswer>();
    public DbSet<CaseNote> Notes => Set<CaseNote>();
    public DbSet<UsualTeam> UsualTeams => Set<UsualTeam>();
    public DbSet<LadderSetting> LadderSettings => Set<LadderSetting>();
    public DbSet<CaseDocument> Documents => Set<CaseDocument>();
    public DbSet<UserService> UserServices => Set<UserService>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<ReportedFigures> ReportedFigures => Set<ReportedFigures>();
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();
    public DbSet<ReferenceCounter> ReferenceCounters => Set<ReferenceCounter>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<EmailMessage> Emails => Set<EmailMessage>();
    public DbSet<DigestItem> DigestItems => Set<DigestItem>();
    public DbSet<JobState> Jobs => Set<JobState>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The same database as another scope sees it. The caller disposes it.</summary>
    internal PortalDb SeenBy(AccessScope scope) => (PortalDb)Activator.CreateInstance(GetType(), this.GetService<IDbContextOptions>(), scope)!;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        NameIdentityTables(builder);
        ApplyConventions(builder);
        ApplyRowScope(builder);
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        // keys of 128 characters: a clustered key of SQL Server has 900 bytes
        builder.Entity<IdentityUserLogin<Guid>>(l =>
        {
            l.ToTable("UserLogins");
            l.Property(x => x.LoginProvider).HasMaxLength(128);
            l.Property(x => x.ProviderKey).HasMaxLength(128);
        });
        builder.Entity<IdentityUserToken<Guid>>(t =>
        {
            t.ToTable("UserTokens");
            t.Property(x => x.LoginProvider).HasMaxLength(128);
            t.Property(x => x.Name).HasMaxLength(128);
        });
    }
}
