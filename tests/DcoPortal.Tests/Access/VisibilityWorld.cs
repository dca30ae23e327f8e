using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
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
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Access;

/// <summary>
/// Two of everything: for every authority, cases that differ in one thing at a time (held, unassigned, a colleague's, another
/// service's, not sent, closed, returned, none), and every other row for own and foreign organisations.
/// </summary>
internal static class VisibilityWorld
{
    private static readonly DateTime Then = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The people whose scopes are looked through, by kind. Every kind has people of two organisations where it can.</summary>
    public static readonly IReadOnlyDictionary<ScopeKind, string[]> People = new Dictionary<ScopeKind, string[]>
    {
        [ScopeKind.LocalAuthority] = [TestWorld.Caseworker, TestWorld.OtherManager, TestWorld.FarCaseworker],
        [ScopeKind.DcoService] = [TestWorld.Administrator, TestWorld.Dco, TestWorld.FarAdministrator],
        [ScopeKind.HealthService] = [TestWorld.Clinician, TestWorld.Colleague, TestWorld.Lead, TestWorld.OtherClinician, TestWorld.OtherLead],
        [ScopeKind.FiguresOnly] = [TestWorld.BoardMember],
        [ScopeKind.Administration] = [TestWorld.SystemAdministrator, TestWorld.FarSystemAdministrator],
        [ScopeKind.None] = [],
    };

    /// <summary>The accounts, for rows that have no organisation of their own.</summary>
    public static Dictionary<Guid, PortalUser> AccountOf { get; private set; } = [];

    public static async Task<AccessScope> ScopeOfAsync(PortalApp app, string email) =>
        await app.AsAsync(email, services => Task.FromResult(services.GetRequiredService<CurrentPerson>().Scope));

    public static async Task<IReadOnlyList<AccessScope>> ScopesAsync(PortalApp app, ScopeKind kind)
    {
        if (kind == ScopeKind.None) { return [AccessScope.None]; }
        var scopes = new List<AccessScope>();
        foreach (var person in People[kind]) { scopes.Add(await ScopeOfAsync(app, person)); }
        return scopes;
    }

    public static async Task FillAsync(PortalApp app)
    {
        foreach (var authority in new[] { "888", "890", "838" }) { await AuthorityAsync(app, authority); }
        await using var db = app.Database();
        AccountOf = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id);
        foreach (var user in await db.Users.AsNoTracking().ToListAsync())
        {
            db.Drafts.Add(new Draft { Id = Guid.CreateVersion7(), UserId = user.Id, Kind = "notification", Json = "{}", SavedUtc = Then });
            db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), UserId = user.Id, List = "assessments", Name = "Mine", NameKey = "MINE", Query = "mark=open", SavedUtc = Then });
            db.AuditEntries.Add(ByUser(user.Id));
            db.DigestItems.Add(new DigestItem { Id = Guid.CreateVersion7(), UniqueKey = $"{user.Id}", UserId = user.Id, Subject = "s", Path = "/", HeldUtc = Then });
            db.Emails.Add(Email(null, user.Id));
            if (!await db.UserServices.AnyAsync(s => s.UserId == user.Id)) { db.UserServices.Add(new UserService { UserId = user.Id, ServiceId = TestWorld.FarService }); }
        }
        await MoveCasesAsync(db);
        foreach (var icb in await db.Icbs.AsNoTracking().ToListAsync())
        {
            db.Invitations.AddRange(Invitation(icb.Id, null), Invitation(icb.Id, null, accepted: Then), Invitation(icb.Id, null, withdrawn: Then));
            db.Emails.Add(Email(icb.Id));
            db.LadderSettings.Add(new LadderSetting(icb.Id, null, ChaseLadder.Usual));
            db.UsualTeams.Add(new UsualTeam { Id = Guid.CreateVersion7(), IcbId = icb.Id, Name = "Under-fives" });
        }
        db.Emails.Add(Email(null));
        db.Professionals.Add(new Professional { Id = Guid.CreateVersion7(), IcbId = TestWorld.FarIcb, ProviderId = TestWorld.FarProvider, ServiceId = TestWorld.FarService, FullName = "Delia Frome", JobTitle = "Occupational therapist", Email = "delia@dorset.test" });
        // a change of the directory is audited like any other
        db.AuditEntries.Add(ByUser(Guid.NewGuid()));
        await db.SaveChangesAsync();
    }

    /// <summary>A case of each authority that waits to be taken by the next; and what came with one of each, one answer of it withdrawn.</summary>
    private static async Task MoveCasesAsync(PortalDb db)
    {
        var cases = await db.Assessments.AsNoTracking().OrderBy(a => a.Reference).ToListAsync();
        var authorities = cases.GroupBy(a => a.LocalAuthorityId).Select(g => g.ToList()).ToList();
        var returned = await db.ReturnedAnswers.AsNoTracking().Where(a => a.Kind == AnswerKind.Version).OrderBy(a => a.Id).ToListAsync();
        foreach (var (own, next) in authorities.Zip(authorities.Skip(1).Append(authorities[0])))
        {
            db.AuditEntries.AddRange(Facts.About(own[^2].Keys), Facts.About(next[0].Keys));
            db.CaseTransfers.Add(new CaseTransfer(own[^2], null, DateOnly.FromDateTime(Then), next[0].LocalAuthorityId, next[0].IcbId, DateOnly.FromDateTime(Then), "moved", new(CaseSide.LocalAuthority, "Test", "Test", Then, DateOnly.FromDateTime(Then))));
            var answer = returned.First(a => a.LocalAuthorityId == own[0].LocalAuthorityId);
            var request = await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == answer.AdviceRequestId);
            foreach (var withdrawn in new[] { false, true })
            {
                var carried = CarriedAnswer.Of(next[0].Keys, answer, request, new("Service", "Provider", "Board", "RW5"));
                var paper = Document(own[0].Keys, null, CaseDocumentKind.Advice).CarriedTo(next[0].Keys, carried);
                db.Entry(paper).Property(d => d.ReturnedUtc).CurrentValue = Then;
                if (withdrawn)
                {
                    carried.FollowSource(Then);
                    paper.FollowSource(Then);
                }
                db.CarriedAnswers.Add(carried);
                db.Documents.Add(paper);
            }
        }
    }

    private static async Task AuthorityAsync(PortalApp app, string authority)
    {
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.Sent));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, null, Life.Sent));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Tariq, Life.Sent));
        await CaseAsync(app, authority, (TestWorld.SpeechTherapy, TestWorld.Joan, Life.Sent));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.Prepared));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.Closed));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.Withdrawn));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.Returned));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.Sent), (TestWorld.SpeechTherapy, TestWorld.Joan, Life.Returned));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.GivenBack));
        await CaseAsync(app, authority, (TestWorld.OccupationalTherapy, TestWorld.Gwen, Life.GivenBackAndClosed));
        await CaseAsync(app, authority, (TestWorld.FarService, null, Life.Sent));
        var keys = await CaseAsync(app, authority);
        await using var db = app.Database();
        var first = await db.ReportedFigures.CountAsync();
        db.ReportedFigures.Add(new(keys.IcbId, new DateOnly(2020, 1, 1).AddMonths(3 * first), new DateOnly(2020, 3, 31), "{}", "Test", Then));
        db.ImportBatches.Add(new ImportBatch { Id = Guid.CreateVersion7(), LocalAuthorityId = keys.LocalAuthorityId, IcbId = keys.IcbId, UploadedByUserId = Guid.Empty, UploadedByName = "Test", FileName = "a.csv", StorageKey = Guid.NewGuid().ToString("N"), UploadedUtc = Then });
        db.ImportBatches.Add(new ImportBatch { Id = Guid.CreateVersion7(), LocalAuthorityId = keys.LocalAuthorityId, IcbId = keys.IcbId, UploadedByUserId = Guid.Empty, UploadedByName = "Test", FileName = "b.csv", ArrivedOn = DateOnly.FromDateTime(Then), StorageKey = Guid.NewGuid().ToString("N"), UploadedUtc = Then });
        db.Invitations.Add(Invitation(keys.IcbId, keys.LocalAuthorityId));
        var pair = await db.Assessments.Where(a => a.LocalAuthorityId == keys.LocalAuthorityId).OrderBy(a => a.Reference).Take(2).ToListAsync();
        db.CaseTies.Add(CaseTie.Of(pair[0], pair[1], TieKind.OtherChild, new(CaseSide.LocalAuthority, "Test", "twins", Then, new DateOnly(2026, 11, 20))));
        db.AuditEntries.Add(Facts.About(pair[0].Keys));
        foreach (var writer in await db.Users.AsNoTracking().Where(u => u.LocalAuthorityId == keys.LocalAuthorityId || (u.IcbId == keys.IcbId && (u.Role == Role.DcoAdministrator || u.Role == Role.DesignatedClinicalOfficer))).ToListAsync())
        {
            // one also as if written on the other side: which side it is of decides, not who wrote it
            foreach (var (side, team) in new[] { (CaseSide.LocalAuthority, true), (CaseSide.LocalAuthority, false), (CaseSide.DcoService, true), (CaseSide.DcoService, false) })
            {
                db.Notes.Add(new CaseNote(Guid.CreateVersion7(), keys, side, new(writer.Id, $"{writer.DisplayName} {side}"), new("note", team, null), Then));
            }
        }
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private enum Life { Prepared, Sent, Withdrawn, Closed, Returned, GivenBack, GivenBackAndClosed }

    private static async Task<CaseKeys> CaseAsync(PortalApp app, string authority, params (Guid Service, Guid? Professional, Life Life)[] requests)
    {
        var keys = await app.AssessmentAsync(authority);
        var made = new List<(Guid Id, Life Life)>();
        foreach (var (service, professional, life) in requests)
        {
            made.Add((await app.RequestAsync(keys, service, professional, r => Live(r, life), send: life != Life.Prepared), life));
        }
        await using var db = app.Database();
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 1) { Name = "Named", ServiceName = "Service" });
        db.Documents.Add(Document(keys, null, CaseDocumentKind.FromAuthority));
        db.AuditEntries.Add(Facts.About(keys));
        db.Questions.Add(new CaseQuestion(Guid.CreateVersion7(), keys, CaseSide.LocalAuthority, "q", "Test", Then));
        db.Exemptions.Add(new Exemption(await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId), DeadlineKind.FinalPlan, Grounds()));
        foreach (var (id, life) in made)
        {
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
            db.AdviceResponses.Add(new AdviceResponse(request) { Needs = "needs" });
            db.Chases.Add(Chase.ByTalk(request, ChaseChannel.Phone, "Somebody", null, Then, "Test"));
            if (life is Life.Prepared or Life.Sent) { await EscalateAsync(db, request); }
            OnRequest(db, db.Exemptions.Add(new Exemption(await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId), DeadlineKind.HealthAdvice, Grounds())).Entity, id);
            await WithPapersAsync(db, request, life);
            var about = Facts.About(keys);
            about.AdviceRequestId = id;
            db.AuditEntries.Add(about);
        }
        await db.SaveChangesAsync();
        return keys;
    }

    /// <summary>A paper of the answer; of a returned one, one that stands, and one withdrawn with an incident.</summary>
    private static async Task WithPapersAsync(PortalDb db, AdviceRequest request, Life life)
    {
        var papers = new[] { Document(request.Keys, request.Id, CaseDocumentKind.Advice), Document(request.Keys, request.Id, CaseDocumentKind.Advice) };
        db.Documents.AddRange(life == Life.Returned ? papers : [papers[0]]);
        if (life != Life.Returned) { return; }
        // a version that stands, and an addendum that is withdrawn
        var version = await db.ReturnedAnswers.SingleAsync(a => a.AdviceRequestId == request.Id);
        db.Entry(papers[0]).Property(d => d.ReturnedUtc).CurrentValue = Then;
        request.AskForMore(AnswerKind.Addendum, "More", new DateOnly(2027, 7, 1), Then);
        request.Submit(Then, DateOnly.FromDateTime(Then), "Gwen Pritchard");
        request.Accept(Then);
        request.ReturnToAuthority(null, [papers[1]], Then, DateOnly.FromDateTime(Then));
        var addendum = request.Answers[^1];
        var (withdrawal, _) = request.WithdrawAnswer(addendum, null, papers, [version, addendum], WithdrawalReason.OtherChild, "The wrong child", "Test", Then);
        var incident = new Incident(request, withdrawal.Id, DateOnly.FromDateTime(Then), "The wrong child", "Test", Then);
        incident.Add(Guid.CreateVersion7(), "Told", "Test", Then);
        db.Withdrawals.Add(withdrawal);
        db.Incidents.Add(incident);
    }

    /// <summary>One before each person who can be asked, by nobody; and one by each of them, before nobody.</summary>
    private static async Task EscalateAsync(PortalDb db, AdviceRequest request)
    {
        foreach (var user in await db.Users.AsNoTracking().Where(u => u.Role == Role.ServiceLead || u.Role == Role.Clinician).Select(u => u.Id).ToListAsync())
        {
            db.Escalations.AddRange(
                new Escalation(Guid.CreateVersion7(), request, (user, "Somebody"), "late", (Guid.Empty, "Nobody"), Then),
                new Escalation(Guid.CreateVersion7(), request, (Guid.Empty, "Nobody"), "late", (user, "Somebody"), Then));
        }
    }

    private static void Live(AdviceRequest request, Life life)
    {
        if (life is Life.GivenBack or Life.GivenBackAndClosed) { request.GiveBack("Not ours", Then); }
        if (life is Life.Closed or Life.GivenBackAndClosed) { request.Close("No longer needed", Then); }
        if (life == Life.Withdrawn) { request.WithdrawRequest("The wrong service", "The service", Then); }
        if (life != Life.Returned) { return; }
        request.Submit(Then, DateOnly.FromDateTime(Then), "Gwen Pritchard");
        request.Accept(Then);
        request.ReturnToAuthority(Then, DateOnly.FromDateTime(Then));
    }

    // also on a request that has ended, where none could be recorded any more
    private static void OnRequest(PortalDb db, Exemption exemption, Guid request) => db.Entry(exemption).Property(e => e.AdviceRequestId).CurrentValue = request;

    private static ExemptionGrounds Grounds()
    {
        var day = DateOnly.FromDateTime(Then);
        return new(ExemptionGround.MissedAppointment, new MissedAppointmentFacts(day, AppointmentNotKeptBy.ChildOrFamily), "missed", null, "Test", day, "Test", day);
    }

    private static CaseDocument Document(CaseKeys keys, Guid? request, CaseDocumentKind kind) => new(keys, request, kind, Guid.NewGuid().ToString("N"))
    { FileName = "a.pdf", ContentType = "application/pdf", Sha256 = new string('0', 64), ScanVerdict = "Clean", UploadedByName = "Test", UploadedUtc = Then };

    private static AuditEntry ByUser(Guid user) => new()
    { Id = Guid.CreateVersion7(), ActionId = Guid.CreateVersion7(), AtUtc = Then, Fact = "SignedIn", Sentence = "Signed in", UserId = user, ActorName = "Test", ActorRole = "Test", ActorOrganisation = "Test" };

    private static Invitation Invitation(Guid icb, Guid? authority, DateTime? accepted = null, DateTime? withdrawn = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = $"{Guid.NewGuid():N}@new.test",
        DisplayName = "New person",
        OrganisationName = "Test",
        IcbId = icb,
        LocalAuthorityId = authority,
        TokenHash = Guid.NewGuid().ToString("N"),
        InvitedByName = "Test",
        CreatedUtc = Then,
        ExpiresUtc = Then.AddYears(1),
        AcceptedUtc = accepted,
        WithdrawnUtc = withdrawn,
    };

    private static EmailMessage Email(Guid? icb, Guid? sender = null) => new()
    { Id = Guid.CreateVersion7(), UniqueKey = Guid.NewGuid().ToString("N"), Template = "invitation", To = "a@b.test", Subject = "s", Body = "b", IcbId = icb, SenderUserId = sender, QueuedUtc = Then };
}
