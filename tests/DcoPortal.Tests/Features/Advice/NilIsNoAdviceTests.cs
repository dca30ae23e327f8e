using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What the authority is told has come is what came: advice, early information, or that a service has none to give. Today is 21 November 2026.</summary>
public sealed class NilIsNoAdviceTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("advice", "advice-returned", "Health advice returned for", "1 answer with advice", "Advice returned to the local authority", "Advice returned on 21 November 2026")]
    [InlineData("early", "early-information-returned", "Early information returned for", "1 answer with early information", "Early information returned to the local authority", "Early information returned on 21 November 2026")]
    [InlineData("nil", "nil-return-passed-on", "No advice to give: an answer passed on for", "1 answer without advice", "Nil return passed on to the local authority", "Nil return passed on, 21 November 2026: no advice to give")]
    [InlineData("early-nil", "nil-return-passed-on", "No advice to give: an answer passed on for", "1 answer without advice", "Nil return passed on to the local authority", "Nil return passed on, 21 November 2026: no advice to give")]
    [InlineData("advice nil", "advice-returned", "Health advice returned for", "1 answer with advice, 1 answer without advice", "Nil return passed on to the local authority", "Nil return passed on, 21 November 2026: no advice to give")]
    [InlineData("early nil", "early-information-returned", "Early information returned for", "1 answer with early information, 1 answer without advice", "Nil return passed on to the local authority", "Early information returned on 21 November 2026")]
    public async Task The_email_the_home_page_and_what_happened_say_which_it_was(string answers, string template, string subject, string passedOn, string sentence, string home)
    {
        var keys = await _app.AssessmentAsync(decision: answers.Contains("early", StringComparison.Ordinal) ? null : AssessmentDecision.Assess);
        Guid[] services = [TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy];
        var ids = new List<Guid>();
        foreach (var (i, answer) in answers.Split(' ').Index()) { ids.Add(await AnsweredAsync(keys, services[i], answer.EndsWith("nil", StringComparison.Ordinal))); }
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/return"), "main form", []);

        await using var db = _app.Database();
        var email = Assert.Single(await db.Emails.Where(e => e.UniqueKey.StartsWith("returned")).ToListAsync());
        Assert.Equal((template, "send@lancashire.example.gov.uk"), (email.Template, email.To));
        Assert.Equal($"{subject} {keys.Reference}", email.Subject.Split(" (")[0]);
        Assert.Contains($"Passed on now: {passedOn}\n", email.Body.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ashworth", email.Subject + email.Body, StringComparison.OrdinalIgnoreCase);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await carol.GetAsync("/");
        Assert.Contains("Answers from health in the last 14 days", page.Text, StringComparison.Ordinal);
        Assert.Contains(home, page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, (await carol.GetAsync($"/advice-requests/{ids[^1]}")).Text, StringComparison.Ordinal);
        Assert.Contains(sentence, (await carol.GetAsync($"/assessments/{keys.Reference}/activity")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_withdrawn_is_said_to_be_withdrawn_where_it_is_said_to_have_come()
    {
        var keys = await _app.AssessmentAsync();
        var id = await AnsweredAsync(keys, TestWorld.OccupationalTherapy, isNil: false);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/return"), "main form", []);
        await using (var db = _app.Database())
        {
            var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
            db.Entry(request).Property(r => r.AnswerStands).CurrentValue = false;
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        var home = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/");

        Assert.Contains("Returned on 21 November 2026, and withdrawn since", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Advice returned on", home.Text, StringComparison.Ordinal);
    }

    private Task<Guid> AnsweredAsync(CaseKeys keys, Guid service, bool isNil) => _app.RequestAsync(keys, service, null, r =>
    {
        if (isNil) { r.SubmitNilReturn(ReplyCode.NotKnown, "No record", Noon, Today, "Gwen Pritchard"); }
        else { r.Submit(Noon, Today, "Gwen Pritchard"); }
        r.Accept(Noon);
    });
}
