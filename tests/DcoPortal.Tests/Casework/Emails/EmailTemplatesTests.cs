using DcoPortal.Casework.Emails.Templates;

namespace DcoPortal.Tests.Casework.Emails;

public class EmailTemplatesTests
{
    private static readonly Dictionary<string, string> Values = EmailTemplates.AllowedPlaceholders.ToDictionary(p => p, p => $"<{p}>");

    public static TheoryData<string> Names => new(EmailTemplates.All.Select(t => t.Name));

    [Fact]
    public void Every_email_the_portal_sends_has_a_template() => Assert.Equal(
        [
            "advice-request-acknowledge",
            "advice-request-closed",
            "advice-request-overdue",
            "advice-request-reminder",
            "advice-request-sent",
            "advice-request-withdrawn",
            "advice-requests-reminder",
            "advice-returned",
            "advice-sent-back",
            "advice-submitted",
            "advice-unanswered-oversight",
            "advice-unanswered-service-lead",
            "all-nil",
            "all-nil-decided",
            "answer-restored",
            "answer-restored-service",
            "answer-stands",
            "answer-withdrawn",
            "answer-withdrawn-service",
            "assessment-ended",
            "begun-answer-another-sent",
            "begun-answer-not-sent",
            "carried-restored",
            "carried-withdrawn",
            "case-moved",
            "dates-corrected",
            "decision-taken-back",
            "details-corrected",
            "digest",
            "due-date-corrected",
            "early-information-requested",
            "early-information-returned",
            "escalation-answered",
            "escalation-moved",
            "escalation-reminder",
            "escalation-taken-back",
            "escalation-unanswerable",
            "escalation-withdrawn",
            "import-acknowledged",
            "invitation",
            "new-answer-asked",
            "new-answer-reminder",
            "nil-return-passed-on",
            "notification-acknowledged",
            "notification-received",
            "notification-recorded-for-authority",
            "notifications-imported",
            "notifications-recorded-for-authority",
            "password-reset",
            "question-answered",
            "question-asked",
            "request-back-from-cover",
            "request-details-corrected",
            "request-document-gone",
            "request-escalated",
            "request-given-back",
            "request-other-reference",
            "request-passed-from",
            "request-passed-on",
            "requests-escalated",
            "service-lead-weekly",
            "sharing-changed",
            "sharing-doubt",
            "sharing-lifted",
            "sign-in-help",
            "test-email",
            "two-cases",
        ],
        EmailTemplates.All.Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_template_asks_for_anything_but_the_allowed_values(string name)
    {
        var template = EmailTemplates.All.Single(t => t.Name == name);

        Assert.Empty(template.Placeholders.Except(EmailTemplates.AllowedPlaceholders));
        Assert.Contains("link", template.Body.Placeholders);
        Assert.DoesNotContain('!', template.Subject.Text + template.Body.Text);
    }

    [Fact]
    public void Every_kind_of_email_has_a_name_of_its_own_for_people()
    {
        Assert.All(EmailTemplates.All, t =>
        {
            Assert.Matches("^[A-Z].{3,49}$", t.Label);
            // the label of the file, not the file's name in words
            Assert.Contains($"label: {t.Label}\n", FileOf(t.Name), StringComparison.Ordinal);
        });
        Assert.Equal(EmailTemplates.All.Count(), EmailTemplates.All.Select(t => t.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("Reminder of a request", EmailTemplates.LabelOf("advice-request-reminder"));
        Assert.Equal("Of an older portal", EmailTemplates.LabelOf("of-an-older-portal"));
    }

    private static string FileOf(string name)
    {
        using var reader = new StreamReader(typeof(EmailTemplates).Assembly.GetManifestResourceStream($"EmailTemplates/{name}.txt")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_template_fills_in_completely(string name)
    {
        var (subject, body) = EmailTemplates.Render(name, Values);

        Assert.DoesNotContain("((", subject + body, StringComparison.Ordinal);
        Assert.Contains("\n\n<link>\n\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', subject);
        Assert.EndsWith("\n", body, StringComparison.Ordinal);
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("Paediatric ", length))[..(length - 1)] + "x";

    /// <summary>As long as the database lets names be; reference, dates and address as they are at their longest.</summary>
    private static Dictionary<string, string> Longest(Func<int, string> name) => new(EmailTemplates.AllowedPlaceholders.ToDictionary(p => p, _ => "12 of something"))
    {
        ["reference"] = "LANCS-26-90001-01234",
        ["due-on"] = "28 September 2026 (local date 27 September 2026)",
        ["link"] = $"https://portal.example/{new string('a', 400)}",
        ["contact"] = $"{new string('c', 242)}@example.uk",
        // with its provider and town, which tell it from another of its name
        ["service-name"] = name(260),
        ["provider-name"] = name(150),
        ["authority-name"] = name(150),
        ["organisation-name"] = name(150),
        ["stage"] = name(150),
        ["why-due"] = name(400),
        ["next"] = name(200),
        ["sent-by"] = $"{name(150)}, {name(150)}, 01632 960100",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void No_email_is_too_long_for_the_database_when_every_name_is_as_long_as_it_may_be(string name)
    {
        foreach (var values in new[] { Longest(Words), Longest(n => new string('x', n)) })
        {
            var (subject, body) = EmailTemplates.Render(name, values);

            Assert.True(subject.Length <= 200, $"{subject.Length}: {subject}");
            Assert.True(body.Length <= 4000, $"{body.Length} characters");
            foreach (var whole in EmailTemplates.All.Single(t => t.Name == name).Subject.Placeholders.Intersect(["reference", "due-on"])) { Assert.Contains(values[whole], subject, StringComparison.Ordinal); }
        }
    }

    [Fact]
    public void A_long_name_is_cut_at_a_word_in_the_subject_and_stands_in_full_in_the_text()
    {
        var values = Longest(Words);

        var (subject, body) = EmailTemplates.Render("request-given-back", values);

        Assert.Matches("^Given back: (Paediatric )+Paediatric… is not the one to ask for LANCS-26-90001-01234, due 28 September 2026 \\(local date 27 September 2026\\)$", subject);
        Assert.Contains(values["service-name"], body, StringComparison.Ordinal);
        Assert.Equal("To check: Paediatric occupational therapy has answered R", EmailTemplates.Render("advice-submitted", new Dictionary<string, string>(values) { ["service-name"] = "Paediatric occupational therapy", ["reference"] = "R" }).Subject);
    }

    // nothing that could tell who it is about may ever be allowed
    [Fact]
    public void The_allowed_values_say_nothing_of_a_child() => Assert.Equal(
        [
            "authority-name", "contact", "count", "due-on", "due-soon-count", "due-soon-days", "expires-on", "link", "list", "next", "organisation-name", "overdue-count", "passed-on", "portal-name",
            "provider-name", "received-on", "reference", "sent-by", "service-name", "stage", "unassigned-count", "why-due",
        ],
        EmailTemplates.AllowedPlaceholders.Order(StringComparer.Ordinal));

    [Fact]
    public void A_request_says_which_stage_which_reference_when_it_is_due_and_where_to_click()
    {
        var (subject, body) = EmailTemplates.Render("advice-request-sent", Values);

        Assert.Equal("Health advice requested: <reference>, due <due-on>", subject);
        Assert.Contains("Stage: <stage>\n", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_missing_value_is_an_error_not_a_gap(string? link)
    {
        var values = new Dictionary<string, string>(Values);
        if (link is null)
            values.Remove("link");
        else
            values["link"] = link;

        var problem = Assert.Throws<ArgumentException>(() => EmailTemplates.Render("invitation", values));

        Assert.Contains("needs a value for link", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_allowed_is_an_error_even_when_unused() =>
        Assert.Throws<ArgumentException>(() => EmailTemplates.Render("invitation", new Dictionary<string, string>(Values) { ["child-name"] = "x" }));

    [Fact]
    public void A_value_of_two_lines_is_an_error() =>
        Assert.Throws<ArgumentException>(() => EmailTemplates.Render("invitation", new Dictionary<string, string>(Values) { ["contact"] = "a\nBcc: b" }));

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_as_it_is()
    {
        var (_, body) = EmailTemplates.Render("invitation", new Dictionary<string, string>(Values) { ["contact"] = "((link))" });

        Assert.Contains("contact ((link)).", body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_template_is_an_error() => Assert.Throws<ArgumentException>(() => EmailTemplates.Render("nothing", Values));

    [Fact]
    public void A_file_without_its_heading_is_an_error() => Assert.Throws<FormatException>(() => EmailTemplate.Parse("x", "Only a body"));
}
