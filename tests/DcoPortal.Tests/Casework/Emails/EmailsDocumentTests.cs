using System.Text;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Templates;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Casework.Emails;

public sealed class EmailsDocumentTests
{
    [Fact]
    public void The_table_of_emails_is_the_one_in_the_code() => Repository.AssertDocument("emails.md", Document());

    [Fact]
    public void Every_announcement_has_a_template()
    {
        var templates = EmailTemplates.All.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Announcements.All, a => !templates.Contains(a.Template));
    }

    // one name for two events would make one email of both: these are one event each, told by one template or another
    private static readonly string[] OneEvent = ["chase", "ladder", "reopened", "returned", "sent"];

    [Fact]
    public void Every_event_has_a_name_of_its_own() =>
        Assert.Equal(OneEvent, Announcements.All.GroupBy(a => a.Name).Where(g => g.Count() > 1).Select(g => g.Key).Order(StringComparer.Ordinal));

    private static string Document()
    {
        var text = new StringBuilder();
        text.Append("# Who hears of what\n\nMade from the code (the `All` of each class `…Emails`) and held to it by tests: do not edit by hand. To renew it, run the tests once with `").Append(Repository.UpdateDocs).Append("=1`.\n\n")
            .Append("An email is queued in the transaction of its event. Its unique key is the name of the event, what it is about and, where the same can happen again, what tells the times apart: ")
            .Append("one event is one email, also after a double click. An email to whoever has a request that had to wait goes to who has it when it leaves, as far as the family's wishes allow. No email says anything of a child.\n\n")
            .Append("| Event | Template | To | Not when | Once per | Name in the key |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var a in Announcements.All)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {a.Event} | `{a.Template}` | {a.To} | {a.Unless ?? "–"} | {(a.Again is { } again ? $"subject and {again}" : "subject")} | `{a.Name}` |\n");
        }

        return text.ToString();
    }
}
