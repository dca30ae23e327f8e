using System.Text.RegularExpressions;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Tests.Support;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    /// <summary>Where every row may be seen, and why. Nowhere else.</summary>
    private static readonly Dictionary<string, string> SeesEverything = new()
    {
        ["src/DcoPortal.Casework/Data/Providers.cs"] = "design time: migrations are made from the unfiltered model",
        ["src/DcoPortal.Demo/DemoSetup.cs"] = "makes the demo before anyone is signed in",
        ["src/DcoPortal.Casework/Data/Migrator.cs"] = "migrates the whole database, no row is read",
        ["src/DcoPortal.Web/Commands/Command.cs"] = "commands run as the portal itself",
        ["src/DcoPortal.Web/Commands/LoadSchoolsFile.cs"] = "fills the public register, by command only",
        ["src/DcoPortal.Web/Commands/Backup.cs"] = "copies the whole database",
        ["src/DcoPortal.Web/Commands/ExportAudit.cs"] = "exports the whole trail, by command only",
        ["src/DcoPortal.Casework/Notifications/KnownElsewhereQuery.cs"] = "answers yes or no: whether another authority of the board knows the child",
        ["src/DcoPortal.Casework/Notifications/Importing/WaitingImports.cs"] = "looks whose importer cannot import any more, and counts what somebody left who is to be disabled",
        ["src/DcoPortal.Casework/Notifications/LeftDrafts.cs"] = "finds and hands on drafts of the same organisation whose writer cannot sign in",
        ["src/DcoPortal.Web/Platform/SignIn/Interrupted/InterruptedForms.cs"] = "keeps and gives back an interrupted form by person and secret, when nobody is signed in",
        ["src/DcoPortal.Web/Platform/SignIn/SessionCheck.cs"] = "reads the person's own account before the request knows who asks",
        ["src/DcoPortal.Casework/Notifications/Importing/ImportProcessor.cs"] = "background work takes up and expires every authority's imports, then imports as the person who confirmed",
        ["src/DcoPortal.Casework/Requests/AllNilAlarmHandler.cs"] = "counts whether any service of a case has not said that it has no advice, whoever answers last; shows nothing",
        ["src/DcoPortal.Casework/Accounts/WhoCanSignIn.cs"] = "answers yes or no: whether anybody of an authority, or any Designated Clinical Officer of a board, can sign in",
        ["src/DcoPortal.Casework/Notes/PrivateReminders.cs"] = "counts the reminders of the holder of an account that nobody else sees, and reads none",
        ["src/DcoPortal.Casework/Accounts/EntryAccountQuery.cs"] = "names the services of the account of a directory entry in scope, and nothing else of the account",
        ["src/DcoPortal.Casework/Accounts/AccountLookup.cs"] = "answers whether an address has an account anywhere, and nothing else",
        ["src/DcoPortal.Casework/Assessments/CaseOwnerName.cs"] = "names whose case an assessment is in the authority, for the DCO service too, and nothing else of the account",
        ["src/DcoPortal.Casework/Directory/SaveServiceHandler.cs"] = "a service that goes to another provider takes its requests along, whoever keeps the directory; none is shown",
        ["src/DcoPortal.Casework/Directory/BoardAuthoritiesHandler.cs"] = "counts an authority's open cases with the board before it is taken off, and reads none",
        ["src/DcoPortal.Casework/Ties/CaseRows.cs"] = "moves every row of a case in the person's scope when it is merged, also the other side's notes; shows none of them",
        ["src/DcoPortal.Casework/Requests/CannotSignInQuery.cs"] = "answers which professionals of the board cannot sign in, which requests they hold, by key, and how many requests the holder of an account has; shows none of them",
        ["src/DcoPortal.Casework/Requests/DoubtsAnew.cs"] = "marks requests that a family's wish may mean somebody of by now, for the DCO service; whoever changes an account or the directory is shown none of them",
        ["src/DcoPortal.Casework/Requests/MeantReadersQuery.cs"] = "names whom of the DCO service and of those who lead services a family's wish may mean, and nothing else of their accounts",
        ["src/DcoPortal.Casework/Requests/BegunAnswer.cs"] = "answers yes or no: whether what a service has in hand was sent before, withdrawn since or not",
        ["src/DcoPortal.Casework/Requests/WithdrawnBeside.cs"] = "names the parts of an answer in hand that say something of a withdrawn one, and shows nothing of that",
        ["src/DcoPortal.Casework/Transfers/EarlierRecords.cs"] = "brings a family's wish to the records that its case moved from, and names which services still answer there",
        ["src/DcoPortal.Casework/Requests/ServiceReaders.cs"] = "names who opens what services get, to compare with what a family wishes; of its directory's own services alone",
        ["src/DcoPortal.Casework/Requests/SetAsideEmails.cs"] = "finds the address of a colleague whose begun answer was set aside, and nothing else",
        ["src/DcoPortal.Casework/RightAuthority/CasesThatStayQuery.cs"] = "answers yes or no: whether another case of the authority has a reference of its own",
        ["src/DcoPortal.Casework/RightAuthority/MisplacedReferences.cs"] = "tells an authority that a case was recorded under it by mistake, and when it was taken away",
        ["src/DcoPortal.Casework/Ties/MergedReferences.cs"] = "answers with the reference that a merged one has become, and nothing else",
        ["src/DcoPortal.Casework/Transfers/CaseCarrier.cs"] = "brings what was said of a case to the record with which it goes on; shows none of it",
        ["src/DcoPortal.Casework/Transfers/FollowingAnswers.cs"] = "keeps that record in step with the one it came from; shows none of either",
        ["src/DcoPortal.Casework/Transfers/WithdrawnPapersQuery.cs"] = "tells who has the case that a paper of it was withdrawn, when and by whom, and nothing of the paper",
        ["src/DcoPortal.Casework/Transfers/AnswerTransferHandler.cs"] = "reads the case that an authority takes, for the carrier; and yes or no, whether a reference of the authority is used",
        ["src/DcoPortal.Casework/Requests/AnswerReadersQuery.cs"] = "names who had opened withdrawn advice, also where its case went on: they must be told",
        ["src/DcoPortal.Casework/Assessments/AuthorityDocumentsHandler.cs"] = "names who had opened a document that is taken out, also where its case went on: they must be told",
        ["src/DcoPortal.Casework/Requests/CarriedAlong.cs"] = "answers yes or no: whether an answer went along with a case",
        ["src/DcoPortal.Casework/Requests/ServiceHistoryQuery.cs"] = "whole days that services took, so that every reader sees one forecast; nothing of a case",
        ["src/DcoPortal.Casework/Notifications/Importing/Planning/ImportPlanQuery.cs"] = "answers yes or no: whether a case with the authority's other board has a reference",
        ["src/DcoPortal.Web/Features/Assessments/GoLive/GoLivePage.cs"] = "counts the people of each authority of the board, and names none",
        ["src/DcoPortal.Casework/Access/CurrentPerson.cs"] = "commands and background work act as the portal, outside a request only",
        ["src/DcoPortal.Casework/Access/PortalClaims.cs"] = "the account system reads what a person works in before the person is signed in",
        ["src/DcoPortal.Casework/Emails/Bounces/BounceMailbox.cs"] = "when the bounce mailbox was last read, no row of a case",
        ["src/DcoPortal.Casework/Emails/Bounces/BounceRecorder.cs"] = "a word about a bounce names an email of any organisation",
        ["src/DcoPortal.Casework/Emails/Bounces/NotifyDeliveries.cs"] = "when GOV.UK Notify was last asked, no row of a case",
        ["src/DcoPortal.Casework/Emails/OutboxSender.cs"] = "background work sends every organisation's emails",
        ["src/DcoPortal.Casework/Documents/SameTextQuery.cs"] = "names the board's cases whose advice has the very same words to who may see them; anybody else learns yes or no",
        ["src/DcoPortal.Casework/Exemptions/ExcusedRequests.cs"] = "reads the exemptions of the requests whose day is corrected, to keep their mark; nothing of them is shown",
        ["src/DcoPortal.Casework/Lists/SavedFilters.cs"] = "deletes the filters of who signs in or out, who is nobody to the database at that moment",
        ["src/DcoPortal.Casework/Documents/SameFileQuery.cs"] = "names the board's cases that hold the very same file for another child to who may see them; anybody else learns yes or no",
        ["src/DcoPortal.Casework/Documents/FileStandsQuery.cs"] = "names the places of a file that is withdrawn or taken out to who may open them; of other cases of the child only that there is one",
        ["src/DcoPortal.Casework/Documents/OtherChildQuery.cs"] = "answers yes or no: whether a reference or number that a file names is another child's; shows nothing of that child",
        ["src/DcoPortal.Casework/Escalations/EscalationPeopleQuery.cs"] = "names the colleagues a request can be put before, and nothing else of their accounts",
        ["src/DcoPortal.Casework/Escalations/AwaitedEscalationsQuery.cs"] = "tells who asked, or the DCO service of the board, whether the person asked can still answer; reference and names alone",
        ["src/DcoPortal.Casework/Escalations/EscalationReminderJob.cs"] = "background work finds every board's escalations that wait too long",
        ["src/DcoPortal.Casework/Digests/DigestJob.cs"] = "background work tells every person what waited for them",
        ["src/DcoPortal.Casework/Digests/ServiceLeadWeeklyJob.cs"] = "background work counts every service's requests for who leads it",
        ["src/DcoPortal.Casework/Jobs/JobLease.cs"] = "when background work ran, no row of a case",
        ["src/DcoPortal.Casework/Ladder/LadderJob.cs"] = "background work finds every board's requests that have a step to take",
        ["src/DcoPortal.Web/Platform/Health/HealthSetup.cs"] = "a probe counts, and shows no row",
    };

    [Fact]
    public void The_domain_refers_to_nothing_but_the_base_class_library()
    {
        var allowed = new[] { "System", "netstandard", "mscorlib" };

        var foreign = typeof(AccessScope).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !allowed.Any(a => n == a || n.StartsWith(a + ".", StringComparison.Ordinal)));

        Assert.Empty(foreign);
        var project = Repository.Sources("DcoPortal.Domain.csproj").Single().Text;
        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
        Assert.Contains("<GenerateDocumentationFile>true", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Casework_knows_no_page_and_no_request()
    {
        // accounts and secrets without a web server
        var allowed = new[] { "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.DataProtection.Abstractions", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore" };

        var references = typeof(PortalDb).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.DoesNotContain(references, n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !allowed.Contains(n));
        Assert.DoesNotContain(references, n => n is "DcoPortal.Web" or "DcoPortal.Demo" or "FluentValidation");
        foreach (var name in new[] { "DcoPortal.Casework.csproj", "DcoPortal.Demo.csproj" })
        {
            var project = Repository.Sources(name).Single().Text;
            Assert.DoesNotContain("<FrameworkReference", project, StringComparison.Ordinal);
            Assert.DoesNotContain("Microsoft.NET.Sdk.Web", project, StringComparison.Ordinal);
            Assert.DoesNotContain("DcoPortal.Web.csproj", project, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_start_of_the_program_knows_the_demo() =>
        Assert.Equal(["src/DcoPortal.Web/Platform/DemoWaitingPage.cs", "src/DcoPortal.Web/Program.cs"], Repository.Sources(".cs", ".cshtml")
            .Where(s => !s.Path.StartsWith("src/DcoPortal.Demo/", StringComparison.Ordinal) && s.Text.Contains("DcoPortal.Demo", StringComparison.Ordinal) && DemoUse().IsMatch(s.Text)).Select(s => s.Path));

    /// <summary>A page knows its own folder and what stands above it in its area; no other page, in code or by a view's address.</summary>
    [Fact]
    public void No_feature_knows_another()
    {
        var foreign = from source in Repository.Sources(".cs", ".cshtml")
                      where source.Path.StartsWith("src/DcoPortal.Web/", StringComparison.Ordinal)
                      // these name every area, to register it
                      where source.Path is not ("src/DcoPortal.Web/Features/FeatureSetup.cs" or "src/DcoPortal.Web/Program.cs")
                      let own = string.Join('/', source.Path.Split('/').Skip(3).SkipLast(1))
                      let isAreaSetup = source.Path.EndsWith("Pages.cs", StringComparison.Ordinal) && !own.Contains('/', StringComparison.Ordinal)
                      from Match match in FeatureName().Matches(source.Text)
                      let named = FolderOf(match.Groups[1].Value)
                      where named.Length > 0 && !(source.Path.StartsWith("src/DcoPortal.Web/Features/", StringComparison.Ordinal) && (IsWithin(own, named) || (IsWithin(named, own) && (isAreaSetup || own.Contains('/', StringComparison.Ordinal)))))
                      select $"{source.Path}: {match.Value}";

        Assert.Empty(foreign);
    }

    [Fact]
    public void No_view_reaches_into_another_folder_by_a_way_up() => NowhereIn(WayUp(), endings: [".cshtml"]);

    [Fact]
    public void Usings_stand_in_order()
    {
        var jumbled = from source in Repository.Sources(".cs")
                      where !source.Path.Contains("/Migrations/", StringComparison.Ordinal)
                      let usings = source.Text.TrimStart('\uFEFF').Split('\n').TakeWhile(l => l.StartsWith("using ", StringComparison.Ordinal)).Where(l => !l.Contains('=', StringComparison.Ordinal) && !l.StartsWith("using static", StringComparison.Ordinal)).ToList()
                      where !usings.SequenceEqual(usings.OrderBy(u => !u.StartsWith("using System", StringComparison.Ordinal)).ThenBy(u => u.TrimEnd(';'), StringComparer.OrdinalIgnoreCase))
                      select source.Path;

        Assert.Empty(jumbled);
    }

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var others = from source in Repository.Sources(".cs")
                     let space = Namespace().Match(source.Text)
                     where space.Success
                     let folder = string.Join('.', source.Path.Split('/')[1..^1])
                     where space.Groups[1].Value != folder
                     select $"{source.Path}: {space.Groups[1].Value}";

        Assert.Empty(others);
        Assert.DoesNotContain(Repository.Sources(".cs", ".cshtml"), s => s.Path.Contains("/Shared/", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_asks_the_machine_what_time_it_is() => NowhereIn(Now());

    [Fact]
    public void Nobody_turns_the_row_filters_off() => NowhereIn(NoFilters());

    [Fact]
    public void Nobody_writes_raw_SQL_but_migrations() => NowhereIn(RawSql(), allowed: path => path.Contains("/Migrations/", StringComparison.Ordinal)
        // the journal mode of the SQLite file: no row is read or written
        || path == "src/DcoPortal.Casework/Data/Migrator.cs"
        // the planner's statistics of its indexes: no row is shown
        || path == "src/DcoPortal.Casework/Data/SqliteStatistics.cs");

    [Fact]
    public void Nobody_writes_unencoded_HTML_into_a_page() => NowhereIn(RawHtml(),
        // the tag helpers put together what Razor has encoded already
        allowed: path => path.StartsWith("src/DcoPortal.Web/Platform/Ui/", StringComparison.Ordinal));

    [Fact]
    public void No_page_has_an_inline_script_style_or_handler() => NowhereIn(Inline(), endings: [".cshtml"]);

    [Fact]
    public void Only_the_written_list_of_files_sees_every_row()
    {
        var found = Repository.Sources(".cs").Where(s => WholeScope().IsMatch(s.Text)).Select(s => s.Path).ToHashSet();

        Assert.Equal(SeesEverything.Keys.Order(), found.Order());
    }

    [Fact]
    public void Every_feature_class_that_reads_or_writes_rows_is_registered_and_can_be_made()
    {
        using var app = new PortalApp();
        using var scope = app.Services.CreateScope();
        var features = typeof(Program).Assembly.GetTypes().Concat(typeof(PortalDb).Assembly.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false }
            && t.Namespace is { } n && (n.StartsWith("DcoPortal.Web.Features", StringComparison.Ordinal) || n.StartsWith("DcoPortal.Web.Parts", StringComparison.Ordinal) || n.StartsWith("DcoPortal.Casework", StringComparison.Ordinal))
            && !t.IsSubclassOf(typeof(ControllerBase)));
        var needing = features.Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(PortalDb) || p.ParameterType == typeof(PortalDbFactory))));

        // a worker is made by the host, once; a dashboard's counting and a job's lease are made for what they count in and lease
        var missing = needing.Where(t => t.Name is not ("Counting" or "JobLease")).Where(t => !typeof(Microsoft.Extensions.Hosting.IHostedService).IsAssignableFrom(t))
            .Where(t => scope.ServiceProvider.GetService(t) is null && !t.GetInterfaces().Any(i => scope.ServiceProvider.GetServices(i).Any(s => s?.GetType() == t)));

        Assert.Empty(missing.Select(t => t.FullName));
    }

    [Fact]
    public void Every_validator_is_registered_for_its_form()
    {
        using var app = new PortalApp();
        using var scope = app.Services.CreateScope();
        var validators = typeof(Program).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericType: false })
            .Select(t => (Type: t, Form: t.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>))))
            .Where(v => v.Form is not null).ToList();

        Assert.NotEmpty(validators);
        // a validator that takes values is made by the validator of the form around it
        Assert.Empty(validators.Where(v => !scope.ServiceProvider.GetServices(v.Form!).Any(s => s!.GetType() == v.Type)).Select(v => v.Type.FullName));
    }

    [Fact]
    public void No_rule_of_a_form_waits_for_anything()
    {
        using var app = new PortalApp();
        using var scope = app.Services.CreateScope();
        var forms = typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && !i.ContainsGenericParameters && i.GetGenericTypeDefinition() == typeof(IValidator<>)).Distinct();

        // validation runs while the form is bound, and is synchronous (ADR 5)
        Assert.Empty(from form in forms
                     from validator in scope.ServiceProvider.GetServices(form).Cast<IValidator>()
                     from rule in validator.CreateDescriptor().Rules
                     where rule.HasAsyncCondition || rule.Components.Any(c => c.HasAsyncCondition || OnlyAwaits(c.Validator))
                     select $"{validator.GetType().Name}.{rule.PropertyName}");
    }

    private static bool OnlyAwaits(IPropertyValidator validator)
    {
        var names = validator.GetType().GetInterfaces().Select(i => i.Name).ToHashSet();
        return names.Contains("IAsyncPropertyValidator`2") && !names.Contains("IPropertyValidator`2");
    }

    private static void NowhereIn(Regex forbidden, Func<string, bool>? allowed = null, string[]? endings = null)
    {
        var found = from source in Repository.Sources(endings ?? [".cs", ".cshtml"])
                    where allowed?.Invoke(source.Path) != true
                    from line in source.Text.Split('\n').Select((text, i) => (Text: text, Number: i + 1))
                    where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.IsMatch(line.Text)
                    select $"{source.Path}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(found);
    }

    // the deepest folder of the features that a name leads to: what follows is a type, or a view
    private static string FolderOf(string name)
    {
        var parts = name.Split(['.', '/'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, parts.Length + 1).Select(n => string.Join('/', parts[..n]))
            .Last(f => Directory.Exists(Path.Combine(Repository.Root, "src/DcoPortal.Web/Features", f)));
    }

    private static bool IsWithin(string folder, string other) => folder == other || (other.Length > 0 && folder.StartsWith(other + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:DcoPortal\.Web\.Features\.|[""~]/Features/)((?:\w+[./]?)+)")]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"name=""\.\./")]
    private static partial Regex WayUp();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\busing DcoPortal\.Demo\b|\bDcoPortal\.Demo\.\w")]
    private static partial Regex DemoUse();

    // the rest is banned at compile time (src/BannedSymbols.txt), which cannot tell asking the machine's clock from handing it on
    [GeneratedRegex(@"\bTimeProvider\.System\.Get")]
    private static partial Regex Now();

    // the filter that hides merged cases is no row filter: one class leaves it out, within the person's scope
    [GeneratedRegex(@"\bIgnoreQueryFilters\b(?!\(\[PortalDb\.MergedFilter\]\))")]
    private static partial Regex NoFilters();

    [GeneratedRegex(@"\b(FromSql|FromSqlRaw|FromSqlInterpolated|SqlQuery|SqlQueryRaw|ExecuteSql|ExecuteSqlRaw|ExecuteSqlInterpolated|ExecuteSqlAsync|ExecuteSqlRawAsync)\b|\bCreateDbCommand\b|migrationBuilder\.Sql\b")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\bHtml\.Raw\b|\bnew HtmlString\(")]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|<style\b|\sstyle=""|\son(click|change|submit|load|input|focus|blur|key\w+)=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\bAccessScope\.System\b")]
    private static partial Regex WholeScope();
}
