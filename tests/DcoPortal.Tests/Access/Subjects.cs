using DcoPortal.Casework.Accounts;
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
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Access;

/// <summary>A record that a route names: what stands in the address, and which row it is.</summary>
/// <param name="Whose">In words, for a failure's message.</param>
/// <param name="Value">The route value.</param>
/// <param name="Entity">The row's entity, or null for a value that names no row.</param>
/// <param name="Key">The row's id.</param>
internal sealed record Subject(string Whose, string Value, Type? Entity, Guid Key);

/// <summary>
/// What may stand in a route, by parameter and area. An endpoint whose parameters are not known here has no rule,
/// and fails the matrix until somebody writes one.
/// </summary>
internal sealed class Subjects
{
    private readonly Dictionary<string, List<Subject>> _byKind = [];

    /// <summary>Which kind of record a route parameter names, most special first: "area/controller:parameter", "area:parameter", "parameter".</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reference"] = "assessment",
        ["requestId"] = "request",
        ["draftId"] = "draft",
        ["draft"] = "draft",
        ["token"] = "token",
        ["documentId"] = "document",
        ["Documents:id"] = "document",
        ["Advice:id"] = "request",
        ["Directory/Cover:serviceId"] = "cover of a service",
        ["Directory/Cover:professionalId"] = "cover of a professional",
        ["Directory/Providers:id"] = "provider",
        ["Directory/Services:id"] = "service",
        ["Directory/Professionals:id"] = "professional",
        ["Admin/Providers:id"] = "provider",
        ["Admin/Services:id"] = "service",
        ["Admin/Professionals:id"] = "professional",
        ["Admin/Users:id"] = "user",
        ["Admin/Invitations:id"] = "invitation",
        ["Admin/Emails:id"] = "email",
        ["Emails:id"] = "email",
        ["Assessments/ImportNotifications:id"] = "import",
        ["Assessments/RightAuthority:id"] = "import",
        ["Assessments/LogNotification:id"] = "draft",
        ["invitationId"] = "invitation",
        ["userId"] = "user",
        ["Exemptions:id"] = "request",
        ["exemptionId"] = "exemption",
        ["withdrawalId"] = "withdrawal",
        ["Incidents:id"] = "incident",
        ["Questions:id"] = "question",
        ["escalationId"] = "escalation",
        ["Notes:id"] = "note",
        ["Directory/Teams:id"] = "usual team",
        ["Views:id"] = "saved view",
        ["Assessments/SentCases:id"] = "transfer",
        ["Assessments/Carried:id"] = "carried answer",
    };

    /// <summary>The records a route parameter may name, own and foreign ones; null when nobody has said.</summary>
    public IReadOnlyList<Subject>? For(string? area, string? controller, string parameter) => KindOf(area, controller, parameter) is { } kind ? _byKind[kind] : null;

    /// <summary>Whether somebody has said what the parameter names.</summary>
    public static bool Knows(string? area, string? controller, string parameter) => KindOf(area, controller, parameter) is not null;

    private static string? KindOf(string? area, string? controller, string parameter) =>
        new[] { $"{area}/{controller}:{parameter}", $"{area}:{parameter}", parameter }.Select(k => Kinds.GetValueOrDefault(k)).FirstOrDefault(k => k is not null);

    /// <summary>Makes cases of three authorities, and finds a row of every kind for each organisation.</summary>
    public static async Task<Subjects> ArrangeAsync(PortalApp app)
    {
        await VisibilityWorld.FillAsync(app);
        var subjects = new Subjects();
        await using var db = app.Database();
        await subjects.AddCasesAsync(db);
        await subjects.AddAsync(db.Drafts.Join(db.Users, d => d.UserId, u => u.Id, (d, u) => new { d.Id, Whose = u.Email }), "draft", typeof(Draft), x => x.Id, x => x.Whose!);
        await subjects.AddAsync(db.Emails.Select(e => new { e.Id, Whose = e.IcbId }), "email", typeof(EmailMessage), x => x.Id, x => $"board {x.Whose}");
        await subjects.AddAsync(db.ImportBatches.Select(i => new { i.Id, Whose = i.LocalAuthorityId }), "import", typeof(ImportBatch), x => x.Id, x => $"authority {x.Whose}");
        await subjects.AddAsync(db.Invitations.Select(i => new { i.Id, i.LocalAuthorityId, i.IcbId }), "invitation", typeof(Invitation), x => x.Id, x => $"board {x.IcbId} authority {x.LocalAuthorityId}");
        await subjects.AddAsync(db.Providers.Select(p => new { p.Id, Whose = p.Name }), "provider", typeof(Provider), x => x.Id, x => x.Whose);
        await subjects.AddAsync(db.Services.Select(p => new { p.Id, Whose = p.Name }), "service", typeof(HealthService), x => x.Id, x => x.Whose);
        await subjects.AddAsync(db.Professionals.Select(p => new { p.Id, Whose = p.FullName }), "professional", typeof(Professional), x => x.Id, x => x.Whose);
        await subjects.AddAsync(db.Users.Select(u => new { u.Id, Whose = u.Email }), "user", typeof(PortalUser), x => x.Id, x => x.Whose!);
        await subjects.AddAsync(db.Exemptions.Where(e => e.AdviceRequestId == null || db.AdviceRequests.Any(r => r.Id == e.AdviceRequestId && db.Services.Any(s => s.Id == r.ServiceId && s.IcbId == r.IcbId))).OrderBy(e => e.Id).Select(e => new { e.Id, e.LocalAuthorityId, OfHealth = e.AdviceRequestId != null, Key = e.Id }), "exemption", typeof(Exemption), x => x.Id, x => $"{(x.OfHealth ? "health's" : "the authority's")}, authority {x.LocalAuthorityId}");
        await subjects.AddAsync(db.Questions.OrderBy(q => q.AssessmentReference).Select(q => new { q.Id, Whose = q.LocalAuthorityId }), "question", typeof(CaseQuestion), x => x.Id, x => $"authority {x.Whose}");
        // those whose reader may open the request, as everyone who can be asked may
        await subjects.AddAsync(db.Escalations.Where(e => db.AdviceRequests.Any(r => r.Id == e.AdviceRequestId && r.SentUtc != null && db.Services.Any(s => s.Id == r.ServiceId && s.IcbId == r.IcbId) && db.UserServices.Any(s => s.UserId == e.ToUserId && s.ServiceId == r.ServiceId)) && db.Users.Any(u => u.Id == e.ToUserId && u.Role == Role.ServiceLead)).OrderBy(e => e.Id).Select(e => new { e.Id, e.LocalAuthorityId, e.ToUserId }), "escalation", typeof(Escalation), x => x.Id, x => $"before {x.ToUserId}, authority {x.LocalAuthorityId}");
        await subjects.AddAsync(db.Withdrawals.Where(w => db.AdviceRequests.Any(r => r.Id == w.AdviceRequestId && db.Services.Any(s => s.Id == r.ServiceId && s.IcbId == r.IcbId))).OrderBy(w => w.Id).Select(w => new { w.Id, Whose = w.LocalAuthorityId }), "withdrawal", typeof(Withdrawal), x => x.Id, x => $"authority {x.Whose}");
        await subjects.AddAsync(db.Incidents.Where(i => db.AdviceRequests.Any(r => r.Id == i.AdviceRequestId && db.Services.Any(s => s.Id == r.ServiceId && s.IcbId == r.IcbId))).OrderBy(i => i.Id).Select(i => new { i.Id, Whose = i.LocalAuthorityId }), "incident", typeof(Incident), x => x.Id, x => $"authority {x.Whose}");
        await subjects.AddAsync(db.Notes.OrderBy(n => n.Id).Select(n => new { n.Id, n.AuthorName, n.IsForTeam }), "note", typeof(CaseNote), x => x.Id, x => $"by {x.AuthorName}, {(x.IsForTeam ? "for the team" : "private")}");
        await subjects.AddAsync(db.CaseTransfers.OrderBy(t => t.Id).Select(t => new { t.Id, From = t.FromAuthorityId, To = t.ToAuthorityId }), "transfer", typeof(CaseTransfer), x => x.Id, x => $"from {x.From} to {x.To}");
        await subjects.AddAsync(db.CarriedAnswers.OrderBy(c => c.Id).Select(c => new { c.Id, Whose = c.LocalAuthorityId, Withdrawn = c.WithdrawnUtc != null }), "carried answer", typeof(CarriedAnswer), x => x.Id, x => $"authority {x.Whose}{(x.Withdrawn ? ", withdrawn" : "")}");
        await subjects.AddAsync(db.UsualTeams.Select(t => new { t.Id, Whose = t.IcbId }), "usual team", typeof(UsualTeam), x => x.Id, x => $"board {x.Whose}");
        await subjects.AddAsync(db.SavedViews.Join(db.Users, v => v.UserId, u => u.Id, (v, u) => new { v.Id, Whose = u.Email }), "saved view", typeof(SavedView), x => x.Id, x => x.Whose!);
        subjects._byKind["token"] = [new("a token nobody has", Guid.NewGuid().ToString("N"), null, Guid.Empty)];
        // narrower than the directory, which everyone of a board reads: only a lead's own, as the tests of cover say
        subjects._byKind["cover of a service"] = [.. subjects._byKind["service"].Select(s => s with { Entity = null })];
        subjects._byKind["cover of a professional"] = [.. subjects._byKind["professional"].Take(4).Select(s => s with { Entity = null })];
        // a few of each kind, own and foreign: not every row
        foreach (var kind in new[] { "provider", "service", "professional", "email", "invitation", "exemption", "question", "escalation", "note", "withdrawal", "incident" }) { subjects._byKind[kind] = [.. subjects._byKind[kind].GroupBy(s => s.Whose).Select(g => g.First())]; }
        foreach (var kind in new[] { "provider", "professional" }) { subjects._byKind[kind] = [.. subjects._byKind[kind].Take(3), .. subjects._byKind[kind].TakeLast(1)]; }
        return subjects;
    }

    private async Task AddCasesAsync(PortalDb db)
    {
        var authorities = await db.LocalAuthorities.ToDictionaryAsync(a => a.Id, a => a.Name);
        var assessments = await db.Assessments.OrderBy(a => a.Reference).ToListAsync();
        // of services in the board's own directory: nobody can ask another
        var requests = await db.AdviceRequests.Where(r => db.Services.Any(s => s.Id == r.ServiceId && s.IcbId == r.IcbId)).OrderBy(r => r.AssessmentReference).ToListAsync();
        var documents = await db.Documents.OrderBy(d => d.Id).ToListAsync();
        foreach (var authority in authorities.Keys.Where(a => assessments.Any(x => x.LocalAuthorityId == a)))
        {
            var own = assessments.Where(a => a.LocalAuthorityId == authority).ToList();
            // the first case's request is Gwen's, the fourth's Joan's, the last case has none
            foreach (var at in new[] { 0, 3, own.Count - 1 })
            {
                Add("assessment", new($"{authorities[authority]}, case {at}", own[at].Reference, typeof(Assessment), own[at].Id));
                var request = requests.FirstOrDefault(r => r.AssessmentId == own[at].Id);
                if (request is not null) { Add("request", new($"{authorities[authority]}, request of case {at}", request.Id.ToString(), typeof(AdviceRequest), request.Id)); }
            }
            foreach (var (words, request) in new[]
            {
                ("not sent", requests.FirstOrDefault(r => r.LocalAuthorityId == authority && r.SentUtc is null)),
                ("returned", requests.FirstOrDefault(r => r.LocalAuthorityId == authority && r.ReturnedUtc is not null)),
                ("unassigned", requests.FirstOrDefault(r => r.LocalAuthorityId == authority && r.ProfessionalId is null)),
            }) { if (request is not null) { Add("request", new($"{authorities[authority]}, {words}", request.Id.ToString(), typeof(AdviceRequest), request.Id)); } }
            foreach (var (words, document) in new[]
            {
                ("the authority's", documents.First(d => d.AssessmentId == own[0].Id && d.Kind == CaseDocumentKind.FromAuthority)),
                ("advice not returned", documents.First(d => d.AssessmentId == own[0].Id && d.Kind == CaseDocumentKind.Advice)),
                ("advice returned", documents.First(d => d.LocalAuthorityId == authority && d.ReturnedUtc is not null)),
            }) { Add("document", new($"{authorities[authority]}, {words}", document.Id.ToString(), typeof(CaseDocument), document.Id)); }
        }
    }

    private async Task AddAsync<T>(IQueryable<T> rows, string kind, Type entity, Func<T, Guid> id, Func<T, string> whose)
    {
        foreach (var row in await rows.ToListAsync()) { Add(kind, new(whose(row), id(row).ToString(), entity, id(row))); }
    }

    private void Add(string kind, Subject subject)
    {
        if (!_byKind.TryGetValue(kind, out var list)) { _byKind[kind] = list = []; }
        list.Add(subject);
    }
}
