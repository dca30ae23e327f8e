using System.Net;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Saving;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

public sealed class RequestAdviceTests : IDisposable
{
    private static readonly string Gwen = $"professional:{TestWorld.Gwen:N}";
    private static readonly string Paediatrics = $"service:{TestWorld.Paediatrics:N}";
    private static readonly string Speech = $"service:{TestWorld.SpeechTherapy:N}";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static string Path(CaseKeys keys) => $"/assessments/{keys.Reference}/request-advice";

    private async Task NameAsync(CaseKeys keys, params Action<InvolvedProfessional>[] people)
    {
        await using var db = _app.Database();
        var position = 0;
        foreach (var set in people)
        {
            var named = new InvolvedProfessional(keys, position++);
            set(named);
            db.InvolvedProfessionals.Add(named);
        }
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private async Task ChangeAsync(Guid professional, Action<Professional> change)
    {
        await using var db = _app.Database();
        change(await db.Professionals.SingleAsync(p => p.Id == professional));
        await db.SaveChangesAsync();
    }

    private async Task<List<AdviceRequest>> RequestsAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == keys.AssessmentId).OrderBy(r => r.PreparedUtc).ThenBy(r => r.Id).ToListAsync();
    }

    [Theory]
    [InlineData("send")]
    [InlineData("later")]
    public async Task A_note_that_a_colleague_saved_since_the_page_was_opened_is_read_before_it_is_written_over(string button)
    {
        var keys = await _app.AssessmentAsync();
        var (priya, helen) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await priya.GetAsync(Path(keys));
        await helen.SubmitAsync(await helen.GetAsync(Path(keys)), "#ask", new() { ["Ask"] = Paediatrics, ["CoveringNote"] = "Read the letter of 3 May first" }, button: "later");

        var told = await priya.SubmitAsync(open, "#ask", new() { ["Ask"] = $"{Paediatrics}\n{Gwen}", ["CoveringNote"] = "What Priya wrote" }, button: button);

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.StartsWith("Nothing was sent or saved. Community paediatrics", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Contains("Read the letter of 3 May first", told.Text, StringComparison.Ordinal);
        Assert.Contains("by Dr Helen Shaw on", told.Text, StringComparison.Ordinal);
        Assert.Equal("What Priya wrote", told.Find("[name=CoveringNote]").TextContent);
        Assert.Equal("Read the letter of 3 May first", Assert.Single(await RequestsAsync(keys)).CoveringNote);
        await priya.SubmitAsync(told, "#ask", new() { ["CoveringNote"] = "Both: the letter of 3 May, and what Priya wrote" }, button: button);
        var after = await RequestsAsync(keys);
        Assert.Equal(2, after.Count);
        Assert.All(after, r => Assert.Equal(("Both: the letter of 3 May, and what Priya wrote", button == "send"), (r.CoveringNote, r.SentUtc is not null)));
    }

    [Fact]
    public async Task A_note_that_the_page_showed_is_changed_at_once_and_one_that_it_did_not_show_is_kept_by_an_empty_box()
    {
        var keys = await _app.AssessmentAsync();
        var (priya, helen) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await priya.GetAsync(Path(keys));
        await helen.SubmitAsync(await helen.GetAsync(Path(keys)), "#ask", new() { ["Ask"] = Paediatrics, ["CoveringNote"] = "Read the letter first" }, button: "later");

        await priya.SubmitAsync(open, "#ask", new() { ["Ask"] = Paediatrics }, button: "later");
        Assert.Equal("Read the letter first", Assert.Single(await RequestsAsync(keys)).CoveringNote);
        await priya.SubmitAsync(await priya.GetAsync(Path(keys)), "#ask", new() { ["CoveringNote"] = "Shorter" }, button: "later");

        Assert.Equal("Shorter", Assert.Single(await RequestsAsync(keys)).CoveringNote);
    }

    [Fact]
    public async Task Nothing_of_another_kind_or_date_than_the_page_showed_is_sent()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/decision"), "main form[method=post]", new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var open = await browser.GetAsync(Path(keys));
        Assert.Contains("due 2 January 2027", open.Text, StringComparison.Ordinal);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/take-back"), "main form[method=post]", new() { ["Reason"] = "Another child was meant" });

        var told = await browser.SubmitAsync(open, "#ask", new() { ["Ask"] = Gwen, ["CoveringNote"] = "For the statutory advice" }, button: "send");

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Nothing was sent. Decision to assess taken back, by", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Contains("A request sent now is for early information, due by", told.Errors[0], StringComparison.Ordinal);
        Assert.Equal("For the statutory advice", told.Find("[name=CoveringNote]").TextContent);
        Assert.Contains(told.All("input[name=Ask][checked]"), i => i.GetAttribute("value") == Gwen);
        Assert.Empty(await RequestsAsync(keys));
        await browser.SubmitAsync(told, "#ask", [], button: "send");
        Assert.Equal(AdviceKind.EarlyInformation, Assert.Single(await RequestsAsync(keys)).Kind);
    }

    [Fact]
    public async Task A_note_to_those_whom_a_colleague_has_just_asked_stays_in_its_box()
    {
        var keys = await _app.AssessmentAsync();
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await priya.GetAsync(Path(keys));
        await dan.SubmitAsync(await dan.GetAsync(Path(keys)), "#ask", new() { ["Ask"] = Gwen, ["CoveringNote"] = "What Dan wrote" }, button: "send");

        var told = await priya.SubmitAsync(open, "#ask", new() { ["Ask"] = Gwen, ["CoveringNote"] = "What Priya wrote" }, button: "send");

        Assert.Contains("Nothing was sent, and nobody reads this note", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("What Priya wrote", told.Find("[name=CoveringNote]").TextContent);
    }

    [Fact]
    public async Task One_request_one_email_and_one_fact_go_to_each_and_the_assessment_leaves_triage()
    {
        var keys = await _app.AssessmentAsync();
        await NameAsync(keys, p => p.ProfessionalId = TestWorld.Gwen, p => p.Name = "Ms Catterall, Joan");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));
        Assert.Contains("Named by the authority", page.Text, StringComparison.Ordinal);
        Assert.Contains("matched by name", page.Text, StringComparison.Ordinal);

        // the two named ones are ticked already; one service is added by hand
        var done = await browser.SubmitAsync(page, "main form", new() { ["Ask"] = $"{Gwen}\nprofessional:{TestWorld.Joan:N}\n{Paediatrics}", ["Family"] = Paediatrics, ["CoveringNote"] = "Please look at feeding." }, button: "send");

        Assert.Contains("3 requests sent", done.Document.Body!.TextContent, StringComparison.Ordinal);
        var requests = await RequestsAsync(keys);
        Assert.Equal(3, requests.Count);
        Assert.All(requests, r => Assert.True(r is { SentUtc: not null, Kind: AdviceKind.Statutory, CoveringNote: "Please look at feeding." }));
        Assert.Equal(TestWorld.Paediatrics, Assert.Single(requests, r => r.RequestedByFamily).ServiceId);
        // health received the request today: six weeks, to the day
        Assert.All(requests, r => Assert.Equal(new DateOnly(2027, 1, 2), r.DueOn));
        await using var db = _app.Database();
        var emails = await db.Emails.Where(e => e.AssessmentId == keys.AssessmentId).ToListAsync();
        Assert.Equal(["gwen@ot.test", "joan@slt.test", "paediatrics@teaching.test"], emails.Select(e => e.To).Order());
        Assert.Equal(requests.Select(r => $"sent:{r.Id:N}:1").Order(), emails.Select(e => e.UniqueKey).Order());
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "AdviceRequested"));
        Assert.NotNull((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).TriagedUtc);
    }

    [Fact]
    public async Task Emails_name_the_reference_and_the_due_date_and_nothing_of_the_child()
    {
        var keys = await _app.AssessmentAsync(surname: "Ollerenshaw", nhsNumber: "9434765919");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Gwen, ["CoveringNote"] = "About Zoë" }, button: "send");

        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.AssessmentId == keys.AssessmentId);

        Assert.Contains(keys.Reference, email.Subject, StringComparison.Ordinal);
        Assert.Contains("2 January 2027", email.Subject + email.Body, StringComparison.Ordinal);
        foreach (var secret in new[] { "Ollerenshaw", "Zoë", "9434765919", "St Wilfrid", "SLCN" }) { Assert.DoesNotContain(secret, email.Subject + email.Body, StringComparison.OrdinalIgnoreCase); }
    }

    [Fact]
    public async Task Sending_the_same_form_twice_sends_nothing_twice_and_says_so()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));
        await browser.SubmitAsync(page, "main form", new() { ["Ask"] = Gwen }, button: "send");

        var again = await browser.SubmitAsync(page, "main form", new() { ["Ask"] = Gwen }, button: "send");

        Assert.Contains("Already asked, so not asked again: Gwen Pritchard", again.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await RequestsAsync(keys));
        Assert.Empty(again.All($"input[value='{Gwen}'][name='Ask']"));
        Assert.Contains("Sent on 21 November 2026", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sends_at_the_same_moment_make_one_request()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => browser.PostAsync(page, "main form", new() { ["Ask"] = $"{Gwen}\n{Paediatrics}" }, button: "send")));

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(2, (await RequestsAsync(keys)).Count);
        await using var db = _app.Database();
        Assert.Equal(2, await db.Emails.CountAsync(e => e.AssessmentId == keys.AssessmentId));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "AdviceRequested"));
    }

    [Fact]
    public async Task Requests_saved_for_later_wait_unsent_and_are_sent_not_duplicated()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var later = await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = $"{Gwen}\n{Paediatrics}", ["CoveringNote"] = "Wait for the reports" }, button: "later");
        var prepared = await RequestsAsync(keys);

        Assert.All(prepared, r => Assert.Equal(RequestBox.ToSend, TrafficLight.On(new DateOnly(2026, 11, 21)).BoxOf(r)));
        await using (var db = _app.Database())
        {
            Assert.False(await db.Emails.AnyAsync(e => e.AssessmentId == keys.AssessmentId));
            // still somebody's job
            Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).TriagedUtc);
        }
        var sent = await browser.SubmitAsync(later, "main form", [], button: "send");

        Assert.Contains("2 requests sent", sent.Document.Body!.TextContent, StringComparison.Ordinal);
        var after = await RequestsAsync(keys);
        Assert.Equal(prepared.Select(r => r.Id).Order(), after.Select(r => r.Id).Order());
        Assert.All(after, r => Assert.True(r is { SentUtc: not null, CoveringNote: "Wait for the reports" }));
    }

    [Fact]
    public async Task Before_the_decision_only_early_information_is_asked_for_and_afterwards_statutory_advice()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));
        Assert.Contains("Early information, due 5 December 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("local target, not law", page.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(page, "main form", new() { ["Ask"] = Gwen }, button: "send");
        await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Paediatrics }, button: "later");
        await DecideAsync(keys);

        var statutory = await browser.GetAsync(Path(keys));
        Assert.Contains("Statutory advice, due 2 January 2027", statutory.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(statutory, "main form", new() { ["Ask"] = $"{Gwen}\n{Paediatrics}" }, button: "send");

        var requests = await RequestsAsync(keys);
        Assert.Equal(2, requests.Count(r => r is { Kind: AdviceKind.Statutory, SentUtc: not null }));
        Assert.Equal(new DateOnly(2026, 12, 5), Assert.Single(requests, r => r is { Kind: AdviceKind.EarlyInformation, ClosedUtc: null }).DueOn);
        // what was only prepared before the decision asked for the wrong thing
        Assert.Equal(TestWorld.Paediatrics, Assert.Single(requests, r => r.ClosedUtc is not null).ServiceId);
        await using var db = _app.Database();
        Assert.Contains("local target, not law", (await db.Emails.SingleAsync(e => e.Template == "early-information-requested")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ocupational therapy", true)]
    [InlineData("occ therapy", true)]
    [InlineData("therapies", true)]
    [InlineData("Mrs Pritchad", true)]
    [InlineData("her old school", false)]
    [InlineData("dad", false)]
    public async Task A_service_or_a_person_misspelt_or_cut_short_is_meant_all_the_same(string wish, bool marked)
    {
        var directory = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<AskableDirectoryQuery>().LoadAsync(CancellationToken.None));

        Assert.Equal(marked, SharingWishes.MayMean(wish, new AskTarget(TestWorld.OccupationalTherapy, null), directory, new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public async Task Somebody_the_family_may_object_to_is_asked_only_when_that_is_confirmed()
    {
        var keys = await _app.AssessmentAsync(change: a => { a.Family.Sharing = SharingAgreement.Objects; a.Family.DoNotShareWith = "Mrs Pritchard (OT), she is our neighbour"; });
        await NameAsync(keys, p => p.ProfessionalId = TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));
        Assert.Contains("she is our neighbour", page.Text, StringComparison.Ordinal);
        Assert.False(page.Find($"input[value='{Gwen}'][name='Ask']").HasAttribute("checked"));

        var refused = await browser.SubmitAsync(page, "main form", new() { ["Ask"] = $"{Gwen}\n{Paediatrics}" }, button: "send");

        Assert.All(refused.Errors, e => Assert.Contains("Nothing was sent", e, StringComparison.Ordinal));
        Assert.Equal(2, refused.Errors.Count);
        Assert.Empty(await RequestsAsync(keys));
        Assert.True(refused.Find($"input[value='{Paediatrics}'][name='Ask']").HasAttribute("checked"));
        await browser.SubmitAsync(refused, "main form", new() { ["Confirmed"] = Gwen, ["FoundOut"] = "Mrs Pritchard (OT), she is our neighbour" }, button: "send");
        Assert.Equal(2, (await RequestsAsync(keys)).Count);
    }

    [Theory]
    [InlineData("Please not with community paediatrics", true)]
    [InlineData("Nobody at Lancashire Teaching", true)]
    [InlineData("speech", false)]
    [InlineData("the school", false)]
    [InlineData("", false)]
    [InlineData("All", true)]
    [InlineData("NHS", true)]
    [InlineData("health", true)]
    [InlineData("NHS staff and clinicians", true)]
    [InlineData("any professional", true)]
    [InlineData("All except school nursing", true)]
    [InlineData("only mum may know", true)]
    [InlineData("father, no contact at all", false)]
    [InlineData("mum says no", true)]
    [InlineData("No - mum", true)]
    [InlineData("no (dad)", true)]
    [InlineData("no, family objects", true)]
    [InlineData("no information to dad", false)]
    [InlineData("father: do not give him any information", false)]
    [InlineData("therapies", false)]
    [InlineData("peadiatrics", true)]
    public async Task Wishes_are_matched_by_service_and_provider_too(string wish, bool marked)
    {
        var directory = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<AskableDirectoryQuery>().LoadAsync(CancellationToken.None));

        Assert.Equal(marked, SharingWishes.MayMean(wish, new AskTarget(TestWorld.Paediatrics, null), directory, new DateOnly(2026, 11, 21)));
    }

    [Theory]
    [InlineData("the lady who did the sensory assessment", "the lady who did the sensory assessment")]
    [InlineData("father, the lady who tested his hands at school", "the lady who tested his hands at school")]
    [InlineData("Mr Kelly", "Mr Kelly")]
    [InlineData("father, who is violent", null)]
    [InlineData("gran and her old school", null)]
    [InlineData("Gwen Pritchard (OT), she is our neighbour", null)]
    [InlineData("CAMHS", null)]
    [InlineData("as per form", "as per form")]
    [InlineData("see mum's letter", "see mum's letter")]
    [InlineData("as discussed", "as discussed")]
    [InlineData("same as sibling", "same as sibling")]
    [InlineData("father, as he is violent", null)]
    [InlineData("the bladder nurse", "the bladder nurse")]
    [InlineData("the occupational therapist's report", "the occupational therapist's report")]
    [InlineData("anything from paediatrics", "anything from paediatrics")]
    [InlineData("no reports to occupational therapy", null)]
    [InlineData("the OT again", null)]
    [InlineData("O.T. at LSCFT", null)]
    [InlineData("Community paediatrics until the meeting", null)]
    [InlineData("Gwen from the feeding clinic", "Gwen from the feeding clinic")]
    [InlineData("mum isn't happy with this", "mum isn't happy with this")]
    [InlineData("Mum undecided", "Mum undecided")]
    [InlineData("MUM TO CONFIRM", "MUM TO CONFIRM")]
    [InlineData("parents will let us know", "parents will let us know")]
    [InlineData("dad rang, look at the email", "dad rang")]
    [InlineData("check with social worker", "check with social worker")]
    [InlineData("his new school", null)]
    [InlineData("St Mary's Primary School", null)]
    [InlineData("Dad (Mark Hargreaves), due to a court order", null)]
    [InlineData("not to be shared with birth father or paternal grandparents", null)]
    [InlineData("no information to Mum's ex partner", null)]
    [InlineData("father: do not give him any information", null)]
    [InlineData("everybody", null)]
    [InlineData("", null)]
    public async Task Words_that_name_nobody_known_are_told_apart_from_family_and_school(string wish, string? unclear)
    {
        await using var db = _app.Database();
        var directory = await new AskableDirectoryQuery(db).LoadAsync(CancellationToken.None);
        Assert.Equal(unclear, UnclearWishes.NobodyKnown([wish], directory));
    }

    [Fact]
    public async Task Nobody_is_asked_until_somebody_has_found_out_whom_the_familys_words_mean()
    {
        const string words = "the lady who did the sensory assessment";
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = words);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Paediatrics }, button: "send");

        Assert.Contains($"Read whom the family leaves out, “{words}”", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync(keys));
        await browser.SubmitAsync(refused, "main form", new() { ["FoundOut"] = words }, button: "send");
        Assert.Equal(RequestStage.WithService, Assert.Single(await RequestsAsync(keys)).Stage);
    }

    [Fact]
    public async Task A_wish_that_stands_among_the_familys_views_asks_as_a_recorded_one()
    {
        const string said = "Mum does not want Gwen Pritchard to know.";
        var keys = await _app.AssessmentAsync(change: a => a.Family.Views = $"She likes trains. {said}");
        await NameAsync(keys, p => p.ProfessionalId = TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));
        Assert.Contains(said, page.Text, StringComparison.Ordinal);

        var refused = await browser.SubmitAsync(page, "main form", new() { ["Ask"] = Gwen }, button: "send");

        Assert.Contains("Nothing was sent", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync(keys));
        await browser.SubmitAsync(refused, "main form", new() { ["Confirmed"] = Gwen }, button: "send");
        Assert.Single(await RequestsAsync(keys));
    }

    [Theory]
    [InlineData("Mum asks that nothing be shared with Gwen Pritchard.")]
    [InlineData("Mum objects to Gwen Pritchard.")]
    [InlineData("No information to Gwen Pritchard please.")]
    [InlineData("Please keep this from Gwen Pritchard.")]
    [InlineData("Without Gwen Pritchard, please.")]
    [InlineData("Anybody but Gwen Pritchard.")]
    [InlineData("We would rather Gwen Pritchard did not see this.")]
    [InlineData("I am not happy for Gwen Pritchard to have our details.")]
    [InlineData("We made a complaint about Mrs Pritchard and do not want her to assess him.")]
    [InlineData("We refuse to have anything to do with Gwen Pritchard.")]
    [InlineData("Please leave OT out of this.")]
    [InlineData("Nothing to go to occupational therapy.")]
    [InlineData("Mum said no to sharing.")]
    [InlineData("Please check with us before sharing anything with anyone.")]
    public async Task A_wish_in_a_familys_own_words_is_heard_in_any_box(string said)
    {
        var inViews = await _app.AssessmentAsync(change: a => a.Family.Views = $"She likes trains. {said} Thank you.");
        var inContact = await _app.AssessmentAsync(change: a => a.Family.SecondParentContact = $"07700 900111. {said}");

        foreach (var keys in new[] { inViews, inContact })
        {
            var result = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new(keys.Reference, [new(new(TestWorld.OccupationalTherapy, TestWorld.Gwen))], null, SendNow: true), CancellationToken.None));
            Assert.True(result.Value!.NeedConfirmation.Count > 0 || result.Value.NotFoundOut is not null);
        }
        Assert.Empty(await RequestsAsync(inViews));
    }

    [Theory]
    [InlineData("She has not seen a speech therapist for a year and does not like the nurse’s room. We want him to be happy.")]
    [InlineData("He shares with his brother, has no friends at all and never sleeps.")]
    [InlineData("Without support he will not cope. Gwen Pritchard has helped.")]
    public async Task Views_that_are_about_the_child_ask_nothing(string views)
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.Views = views);
        var result = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new(keys.Reference, [new(new(TestWorld.OccupationalTherapy, TestWorld.Gwen))], null, SendNow: true), CancellationToken.None));
        Assert.Single(result.Value!.Sent);
    }

    [Theory]
    [InlineData("2024. Mum does not want her told", null)]
    [InlineData(null, "do not contact: mum objects")]
    [InlineData("spring 2024, mum says not to ask her", null)]
    public async Task A_wish_in_the_row_of_a_professional_is_about_them(string? lastSeen, string? contact)
    {
        var keys = await _app.AssessmentAsync();
        await NameAsync(keys, p => (p.ProfessionalId, p.LastSeen, p.Contact) = (TestWorld.Gwen, lastSeen, contact));
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var refused = await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Gwen }, button: "send");

        Assert.NotEmpty(refused.Errors);
        Assert.Empty(await RequestsAsync(keys));
    }

    [Fact]
    public async Task A_service_that_the_family_declined_is_not_asked_again_without_a_question()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Tariq, r => r.SubmitNilReturn(ReplyCode.DeclinedByFamily, "Mother rang.", "Tariq Aziz", _app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 20)));
        var result = await _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new(keys.Reference, [new(new(TestWorld.OccupationalTherapy, TestWorld.Gwen))], null, SendNow: true), CancellationToken.None));
        Assert.Single(result.Value!.NeedConfirmation);
    }

    [Fact]
    public async Task What_the_family_asked_for_while_nothing_was_decided_is_prepared_with_the_decision()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Speech, ["Family"] = Speech, ["Another"] = Speech, ["AnotherForFamily"] = "true" }, button: "send");
        await using (var db = _app.Database()) { Assert.True((await db.InvolvedProfessionals.SingleAsync()).FamilyAsked); }
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/decision"), "main form", new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        var statutory = (await RequestsAsync(keys)).Single(r => r.Kind == AdviceKind.Statutory);

        Assert.Equal((TestWorld.SpeechTherapy, RequestStage.ToSend, true), (statutory.ServiceId, statutory.Stage, statutory.RequestedByFamily));
    }

    [Fact]
    public async Task A_reason_not_to_ask_somebody_closes_what_was_prepared_for_them()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", new() { ["Professionals[0].Name"] = "Gwen Pritchard" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/not-asked"), "main form", new() { ["NotAsked[0].Reason"] = "Seen privately" });

        Assert.Equal(RequestStage.Closed, Assert.Single(await RequestsAsync(keys)).Stage);
        Assert.Contains("Seen privately", (await carol.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_longer_involved_is_sent_nothing_that_was_prepared()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", new() { ["Professionals[0].Name"] = "Gwen Pritchard" });

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "#add", new() { ["Professionals[0].Name"] = "Gwen Pritchard", ["Professionals[0].HasEnded"] = "true" });

        Assert.Equal(RequestStage.Closed, Assert.Single(await RequestsAsync(keys)).Stage);
    }

    [Fact]
    public async Task Whom_a_service_suggests_when_it_gives_back_is_named_on_the_case_until_somebody_decides()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/give-back"), "main form", new() { ["Reason"] = "Not ours", ["Suggestion"] = "Podiatry in Burnley" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync(Path(keys)), "#ask", new() { ["Ask"] = Speech }, button: "Close, and ask somebody else");

        Assert.Contains("Podiatry in Burnley", (await dco.GetAsync(Path(keys))).Text, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("professional", "may be asked. The request goes to Tariq Aziz, who covers for Gwen Pritchard. It will be read by Tariq Aziz, whom the family may mean", true)]
    [InlineData("service", "may be asked. It will be read by Tariq Aziz, whom the family may mean", false)]
    public async Task Who_confirms_the_familys_wish_reads_by_name_who_would_read_the_request(string asked, string words, bool isAway)
    {
        if (isAway) { await ChangeAsync(TestWorld.Gwen, p => { p.AwayFrom = new(2026, 11, 10); p.AwayUntil = new(2026, 12, 10); p.CoverProfessionalId = TestWorld.Tariq; }); }
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = "Tariq Aziz");
        var token = asked == "service" ? $"service:{TestWorld.OccupationalTherapy:N}" : Gwen;
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var refused = await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = token, ["FoundOut"] = "Tariq Aziz" }, button: "send");

        Assert.Contains(words, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync(keys));
        var sent = await browser.SubmitAsync(refused, "main form", new() { ["Ask"] = token, ["FoundOut"] = "Tariq Aziz", ["Confirmed"] = token }, button: "send");
        Assert.Contains("1 request sent", sent.Text, StringComparison.Ordinal);
        Assert.Equal(isAway, sent.Text.Contains("(goes to Tariq Aziz, who covers for Gwen Pritchard)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_a_professional_is_away_the_request_and_its_email_go_to_their_cover()
    {
        await ChangeAsync(TestWorld.Gwen, p => { p.AwayFrom = new(2026, 11, 10); p.AwayUntil = new(2026, 12, 10); p.CoverProfessionalId = TestWorld.Tariq; });
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await NameAsync(keys, p => p.ProfessionalId = TestWorld.Gwen);
        var page = await browser.GetAsync(Path(keys));
        Assert.Contains("Away until 10 December 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tariq Aziz, who covers for Gwen Pritchard", page.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(page, "main form", new() { ["Ask"] = Gwen }, button: "send");

        var request = Assert.Single(await RequestsAsync(keys));
        Assert.Equal(TestWorld.Tariq, request.ProfessionalId);
        await using (var db = _app.Database())
        {
            Assert.Equal("tariq@ot.test", (await db.Emails.SingleAsync(e => e.AssessmentId == keys.AssessmentId)).To);
            Assert.True(await db.AuditEntries.AnyAsync(e => e.AdviceRequestId == request.Id && e.Fact == "RequestPassedOn" && e.Reason == "Gwen Pritchard is away"));
        }
        // asked of Gwen, so not to be asked of Gwen again
        Assert.Empty((await browser.GetAsync(Path(keys))).All($"input[value='{Gwen}'][name='Ask']"));
    }

    [Fact]
    public async Task When_nobody_covers_the_email_goes_to_the_inbox_and_the_whole_service_can_take_the_request()
    {
        await ChangeAsync(TestWorld.Gwen, p => p.AwayFrom = new(2026, 11, 10));
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Gwen }, button: "send");

        Assert.Null(Assert.Single(await RequestsAsync(keys)).ProfessionalId);
        await using var db = _app.Database();
        Assert.Equal("ot@lscft.test", (await db.Emails.SingleAsync(e => e.AssessmentId == keys.AssessmentId)).To);
    }

    [Fact]
    public async Task Somebody_named_who_is_not_in_the_directory_can_be_replaced_and_one_more_added_later()
    {
        var keys = await _app.AssessmentAsync();
        await NameAsync(keys, p => { p.Name = "Dr Nobody Known"; p.ServiceName = "A clinic far away"; });
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));
        Assert.Contains("Not in the directory", page.Text, StringComparison.Ordinal);
        var first = await browser.SubmitAsync(page, "main form", new() { ["Chosen[0]"] = Gwen, ["ChosenFamily"] = "0", ["NotAsked[0].Reason"] = "Her clinic is far away" }, button: "send");
        Assert.True(Assert.Single(await RequestsAsync(keys)).RequestedByFamily);

        await browser.SubmitAsync(first, "#ask", new() { ["Another"] = $"professional:{TestWorld.Tariq:N}" }, button: "send");

        Assert.Equal([TestWorld.Gwen, TestWorld.Tariq], (await RequestsAsync(keys)).Select(r => r.ProfessionalId!.Value).Order());
    }

    [Fact]
    public async Task Nothing_ticked_or_a_note_too_long_is_said_and_what_was_typed_is_kept()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync(Path(keys));

        var nobody = await browser.SubmitAsync(page, "main form", new() { ["CoveringNote"] = "My note" }, button: "send");
        var tooLong = await browser.SubmitAsync(page, "main form", new() { ["Ask"] = Speech, ["CoveringNote"] = new string('x', 4001) }, button: "send");

        Assert.Equal(["Tick at least one professional or service to ask"], nobody.Errors);
        Assert.Equal("My note", nobody.Find("textarea").TextContent);
        Assert.Equal(["Covering note must be 4,000 characters or fewer"], tooLong.Errors);
        Assert.True(tooLong.Find($"input[value='{Speech}'][name='Ask']").HasAttribute("checked"));
        Assert.Empty(await RequestsAsync(keys));
    }

    [Fact]
    public async Task A_service_of_another_board_cannot_be_asked_by_its_id()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = $"service:{TestWorld.FarService:N}" }, button: "send");

        Assert.Empty(await RequestsAsync(keys));
    }

    [Fact]
    public async Task Only_the_boards_own_dco_service_may_ask()
    {
        var keys = await _app.AssessmentAsync();
        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Clinician, TestWorld.BoardMember, TestWorld.SystemAdministrator })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(email)).GetAsync(Path(keys))).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync(Path(keys))).Status);
        var unseen = await _app.AsAsync(TestWorld.FarAdministrator, s => s.GetRequiredService<RequestAdviceHandler>()
            .HandleAsync(new RequestAdviceCommand(keys.Reference, [new AskOne(new AskTarget(TestWorld.Paediatrics, null))], null, SendNow: true), CancellationToken.None));
        Assert.Equal(OutcomeKind.NotFound, unseen.Kind);
    }

    [Fact]
    public async Task An_ended_assessment_takes_no_more_requests_and_opening_the_page_is_logged()
    {
        var keys = await _app.AssessmentAsync(change: a => a.End(AssessmentOutcome.Withdrawn, new(2026, 11, 21), new(2026, 11, 21)));
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.GetAsync(Path(keys));

        Assert.Contains("has ended", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form"));
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "ChildRecordViewed" && e.ActorName == "Priya Nair"));
    }

    [Fact]
    public async Task A_request_closed_by_mistake_can_be_made_again()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("By mistake", new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc)));
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync(Path(keys)), "main form", new() { ["Ask"] = Gwen }, button: "send");

        Assert.Single(await RequestsAsync(keys), r => r is { ClosedUtc: null, SentUtc: not null });
    }

    private async Task DecideAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        assessment.Decide(AssessmentDecision.Assess, new(2026, 11, 21), new(2026, 11, 21));
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }
}
