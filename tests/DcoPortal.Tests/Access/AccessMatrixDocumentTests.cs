using System.Text;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Access;

public sealed class AccessMatrixDocumentTests
{
    [Fact]
    public void The_access_matrix_is_the_one_in_the_code() => Repository.AssertDocument("access-matrix.md", Document());

    [Fact]
    public void Every_permission_is_held_by_somebody_and_every_role_may_use_the_portal()
    {
        Assert.All(Enum.GetValues<Permission>(), p => Assert.Contains(Enum.GetValues<Role>(), r => r.Allows(p)));
        Assert.All(Enum.GetValues<Role>(), r => Assert.True(r.Allows(Permission.UsePortal)));
    }

    [Fact]
    public void Nobody_who_must_not_see_a_child_may_open_a_record()
    {
        Permission[] records = [Permission.ViewAssessments, Permission.ViewAdviceRequests, Permission.DownloadReturnedAdvice, Permission.ViewActivity, Permission.CheckAdvice, Permission.RespondToRequest];
        foreach (var role in new[] { Role.BoardMember, Role.SystemAdministrator })
        {
            Assert.DoesNotContain(records, p => role.Allows(p));
        }
    }

    private static string Document()
    {
        var text = new StringBuilder();
        text.Append("# Who may do what, and see which rows\n\nMade from the code and held to it by tests: do not edit by hand. To renew it, run the tests once with `")
            .Append(Repository.UpdateDocs).Append("=1`.\n\nTwo questions are asked of every request. May this person do this at all (the permission, else 403)? ")
            .Append("May they see this record (the row scope, else 404, as if it were not there)? A permission stands on the action as `[Allow(Permission.X)]`; ")
            .Append("the row scope stands in `src/DcoPortal.Casework/Data/PortalDb.RowScope.cs` and nowhere else.\n\n## Roles and permissions\n\n");
        var roles = Enum.GetValues<Role>();
        Row(text, ["Permission", .. roles.Select(PortalClaims.TitleOf)]);
        Row(text, [.. Enumerable.Repeat("---", roles.Length + 1)]);
        foreach (var permission in Enum.GetValues<Permission>()) { Row(text, [permission.ToString(), .. roles.Select(r => r.Allows(permission) ? "yes" : "")]); }
        text.Append("\n## Kinds of person and rows\n\nThe roles of each kind:\n\n");
        foreach (var kind in VisibilityTable.Kinds) { text.Append("- ").Append(Name(kind)).Append(": ").Append(string.Join(", ", roles.Where(r => AccessScope.KindOf(r) == kind).Select(PortalClaims.TitleOf).DefaultIfEmpty("nobody is signed in"))).Append('\n'); }
        text.Append('\n');
        Row(text, ["Rows", .. VisibilityTable.Kinds.Select(Name)]);
        Row(text, [.. Enumerable.Repeat("---", VisibilityTable.Kinds.Count + 1)]);
        foreach (var entity in VisibilityTable.Entities) { Row(text, [Entity(entity), .. VisibilityTable.Kinds.Select(k => VisibilityTable.Of(k, entity).Words)]); }
        text.Append("\nBackground work and commands see every row, and say so in the code (`AccessScope.System`).\n\n## Rows that everyone may read\n\n");
        Row(text, ["Rows", "Why"]);
        Row(text, ["---", "---"]);
        foreach (var (entity, why) in PortalDb.UnscopedEntities) { Row(text, [$"`{entity}`", why]); }
        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Name(ScopeKind kind) => kind switch
    {
        ScopeKind.LocalAuthority => "Local authority",
        ScopeKind.DcoService => "DCO service",
        ScopeKind.HealthService => "Health service",
        ScopeKind.FiguresOnly => "Figures only",
        ScopeKind.Administration => "Administration",
        _ => "Not signed in",
    };

    private static string Entity(Type entity) => entity.Name switch
    {
        nameof(AuditEntry) => "Audit entries",
        nameof(EmailMessage) => "Emails",
        nameof(PortalUser) => "Users",
        nameof(UserService) => "Users' services",
        nameof(CaseDocument) => "Documents",
        nameof(AdviceResponse) => "Written advice",
        nameof(Exemption) => "Exemptions",
        "ReportedFigures" => "Reported figures",
        _ => string.Concat(entity.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")) + "s",
    };
}
