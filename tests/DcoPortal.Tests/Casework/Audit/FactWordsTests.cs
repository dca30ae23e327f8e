using System.Text.RegularExpressions;
using DcoPortal.Casework.Audit;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Features.Exemptions;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Casework.Audit;

/// <summary>What is stored sorts and never changes; what people read has days and words.</summary>
public sealed partial class FactWordsTests
{
    private static readonly CaseKeys Keys = new(Guid.Empty, "LCC-26-00001", Guid.Empty, Guid.Empty);
    private static readonly DateOnly On = new(2026, 3, 5);

    public static TheoryData<string> WithCodes
    {
        get
        {
            List<AuditFact> facts =
            [
                .. Enum.GetValues<AssessmentDecision>().Select(d => new DecisionRecorded(Keys, d, On)),
                .. Enum.GetValues<AssessmentOutcome>().Select(o => new OutcomeRecorded(Keys, o, On)),
                .. Enum.GetValues<ReplyCode>().Select(c => new NilReturnSubmitted(Keys, Guid.Empty, c)),
                .. Enum.GetValues<LateReason>().Select(r => new LateReasonSaid(Keys, Guid.Empty, null, new(r), "Leeds")),
                .. Enum.GetValues<Role>().Select(r => new UserInvited(Guid.Empty, r, "Leeds")),
                .. Enum.GetValues<ExemptionGround>().SelectMany(g => Enum.GetValues<DeadlineKind>().Select(k => new ExemptionRecorded(Keys, null, On, $"{k} exempt: {g} (regulation 8(2)(c)), 2026-02-03", "It was."))),
            ];
            var data = new TheoryData<string>();
            foreach (var fact in facts) { data.Add($"{fact.Name}|{fact.Sentence}|{fact.After}"); }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WithCodes))]
    public void No_code_and_no_machine_date_is_left_in_what_people_read(string fact)
    {
        var parts = fact.Split('|');
        foreach (var words in parts[1..].Select(p => FactWords.Of(parts[0], p)!))
        {
            Assert.DoesNotMatch(Joined(), words);
            Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", words);
        }
    }

    [Theory]
    [InlineData(nameof(DecisionRecorded), "DoNotAssess on 2026-03-05", "Decided not to assess on 5 March 2026")]
    [InlineData(nameof(OutcomeRecorded), "PlanIssued on 2026-03-05", "Plan issued on 5 March 2026")]
    [InlineData(nameof(NilReturnSubmitted), "NotKnown", "Not known to the service")]
    [InlineData(nameof(ExemptionRecorded), "Due 2026-02-19; HealthAdvice exempt: MissedAppointment (regulation 8(2)(c)), 2026-02-03", "Due 19 February 2026; health advice exempt: missed appointment (regulation 8(2)(c)), 3 February 2026")]
    [InlineData(nameof(HealthToldOfOutcome), "2026-03-05", "5 March 2026")]
    [InlineData(nameof(RequestPassedOn), "Duplicate", "Duplicate")]
    [InlineData(nameof(AdviceRequested), "Due 2026-99-99", "Due 2026-99-99")]
    public void A_fact_reads_as_a_person_would_say_it(string fact, string stored, string words) => Assert.Equal(words, FactWords.Of(fact, stored));

    [Fact]
    public async Task The_activity_page_and_the_audit_log_say_dates_and_codes_in_words_and_the_export_keeps_them()
    {
        using var app = new PortalApp();
        var (keys, id) = await app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));

        var activity = await (await app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/activity");
        var log = await (await app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync($"/admin/audit?Reference={keys.Reference}");

        Assert.Contains("From Due 19 February 2026 to Due 19 February 2026; health advice exempt: missed appointment (regulation 8(2)(c)), 3 February 2026", activity.Text, StringComparison.Ordinal);
        foreach (var page in new[] { activity, log })
        {
            Assert.DoesNotContain("2026-02-19", page.Find("main").TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("MissedAppointment", page.Find("main").TextContent, StringComparison.Ordinal);
        }
        await using var db = app.Database();
        Assert.Contains(db.AuditEntries.Where(e => e.Fact == nameof(ExemptionRecorded)).Select(e => e.After!).AsEnumerable(), a => a.Contains("MissedAppointment (regulation 8(2)(c)), 2026-02-03", StringComparison.Ordinal));
    }

    [GeneratedRegex("[a-z][A-Z]")]
    private static partial Regex Joined();
}
