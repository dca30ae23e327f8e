using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Audit;

public sealed class AuditEventsDocumentTests
{
    private static readonly Type[] Facts = [.. typeof(AuditFact).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(AuditFact))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Fact]
    public void The_table_of_audit_events_is_the_one_in_the_code() => Repository.AssertDocument("audit-events.md", Document());

    [Fact]
    public void Every_fact_fits_its_columns_and_reads_as_one_sentence()
    {
        using var db = Data.SqlServer.SchemaTests.SqlServer();
        var entry = db.Model.FindEntityType("DcoPortal.Casework.Audit.AuditEntry")!;
        foreach (var fact in Facts.Select(t => Instances(t).First()))
        {
            Assert.True(fact.Name.Length <= entry.FindProperty("Fact")!.GetMaxLength());
            Assert.True(char.IsUpper(fact.Sentence[0]) || fact.Sentence[0] == '{', fact.Sentence);
            Assert.DoesNotContain('!', fact.Sentence);
        }
    }

    // every save holds what it must about who, when and which case: the columns, not the page, see to it
    [Fact]
    public void No_fact_has_room_for_a_childs_name_date_of_birth_or_number()
    {
        string[] childish = ["Child", "Surname", "Forename", "DateOfBirth", "NhsNumber", "Upn", "Parent", "School", "Address", "Postcode"];
        var personal = Facts.SelectMany(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => (Fact: t.Name, p.Name, p.ParameterType)))
            .Where(p => childish.Any(c => p.Name!.Contains(c, StringComparison.OrdinalIgnoreCase)) || p.ParameterType == typeof(ChildOrYoungPerson) || p.ParameterType == typeof(FamilyView))
            .Select(p => $"{p.Fact}.{p.Name}");

        Assert.Empty(personal);
    }

    private static string Document()
    {
        var summaries = Summaries();
        var text = new StringBuilder();
        text.Append("# Audit events\n\nMade from the code and held to it by tests: do not edit by hand. To renew it, run the tests once with `").Append(Repository.UpdateDocs)
            .Append("=1`.\n\nEvery row of the trail holds its own id, the id of the action it was part of, the instant in UTC, the person with role and organisation, the assessment and request ")
            .Append("it is about, the name of the event, its sentence, what was before and after, and the reason given. The sentence never holds a child's name, date of birth or number. ")
            .Append("What was before and after a correction, and a reason, may hold what people wrote: whoever may open no case, such as a system administrator, reads the entries of cases without them. ")
            .Append("Rows are added only: the context refuses a change or deletion, and so do triggers of the database. A save that changes a case without an event about that case is refused. ")
            .Append("A \"read\" is written when somebody opens or downloads a record; a \"change\" is written in the same transaction as the change.\n\n")
            .Append("| Event | Sentence | When | Read or change |\n| --- | --- | --- | --- |\n");
        foreach (var type in Facts)
        {
            var made = Instances(type).ToList();
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{type.Name}` | {string.Join(" / ", made.Select(f => f.Sentence).Distinct())} | {summaries[type.FullName!]} | {(made[0].IsRead ? "read" : "change")} |\n");
        }
        return text.ToString();
    }

    private static Dictionary<string, string> Summaries()
    {
        var xml = XDocument.Load(Path.ChangeExtension(typeof(AuditFact).Assembly.Location, ".xml"));
        return xml.Descendants("member").Where(m => m.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(m => m.Attribute("name")!.Value[2..], m => string.Join(' ', m.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The fact with each parameter's name in its place, once for every value of its yes/no and choice parameters.</summary>
    private static IEnumerable<AuditFact> Instances(Type type)
    {
        var constructor = type.GetConstructors().Single();
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in constructor.GetParameters()) { all = all.SelectMany(_ => Values(parameter), (before, value) => before.Append(value).ToArray()).ToList(); }
        return all.Select(values => (AuditFact)constructor.Invoke(values));
    }

    private static IEnumerable<object?> Values(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(string)) { return [$"{{{parameter.Name}}}"]; }
        if (type == typeof(bool)) { return [true, false]; }
        // the role stands in a sentence as a word of its own; other choices change the sentence
        if (type == typeof(Role)) { return [Role.LaCaseworker]; }
        if (type.IsEnum) { return Enum.GetValues(type).Cast<object?>(); }
        return [type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : type == typeof(CaseKeys) ? new CaseKeys(Guid.Empty, "LCC-26-00001", Guid.Empty, Guid.Empty) : null];
    }
}
