using System.Net;
using System.Text.Json;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Ties;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Notes;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Two cases of one child: compared, linked, merged, put apart again, or kept as two.</summary>
public sealed class SameChildTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task One_assessment_logged_twice_becomes_one_with_everything_and_the_earlier_days()
    {
        var (kept, twice) = await TwiceAsync();
        var own = await _app.RequestAsync(kept, TestWorld.SpeechTherapy, TestWorld.Joan);
        var other = await _app.RequestAsync(twice, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await FillAsync(twice, other);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);

        Assert.Contains($"{twice.Reference} is now part of {kept.Reference}.", done.Text, StringComparison.Ordinal);
        Assert.Contains($"{twice.Reference} was logged twice and is part of this case since 21 November 2026", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var stays = await db.Assessments.SingleAsync();
        Assert.Equal((kept.AssessmentId, new DateOnly(2026, 10, 1)), (stays.Id, stays.RequestReceivedOn));
        Assert.Equal([kept.Reference, kept.Reference], await db.AdviceRequests.Where(r => r.AssessmentId == stays.Id).Select(r => r.AssessmentReference).ToListAsync());
        Assert.Equal((1, 1, 1, 1, 1), (await db.Documents.CountAsync(d => d.AssessmentId == stays.Id), await db.AdviceResponses.CountAsync(d => d.AssessmentId == stays.Id), await db.Notes.CountAsync(d => d.AssessmentId == stays.Id && d.AssessmentReference == kept.Reference),
            await db.Questions.CountAsync(d => d.AssessmentId == stays.Id), await db.InvolvedProfessionals.CountAsync(d => d.AssessmentId == stays.Id)));
        Assert.Equal(["CaseMerged", "CaseTakenIn"], await db.AuditEntries.Where(e => e.Reason == "The school sent it twice" && (e.Fact == "CaseTakenIn" || e.Fact == "CaseMerged")).Select(e => e.Fact).Order().ToListAsync());
        var dco = await db.Icbs.Where(i => i.Id == kept.IcbId).Select(i => i.DcoInbox).SingleAsync();
        Assert.Equal(dco, (await db.Emails.SingleAsync(e => e.Template == "two-cases")).To);
        var holder = await db.Emails.SingleAsync(e => e.Template == "request-other-reference");
        Assert.Equal((TestWorld.Clinician, other), (holder.To, holder.AdviceRequestId!.Value));
        Assert.DoesNotContain("Zoë", holder.Subject + holder.Body, StringComparison.Ordinal);
        Assert.NotEqual(own, holder.AdviceRequestId);
    }

    [Fact]
    public async Task A_reference_that_a_service_was_asked_under_finds_the_request_after_the_merge()
    {
        var (kept, twice) = await TwiceAsync();
        var request = await _app.RequestAsync(twice, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await MergeAsync(await _app.SignInAsync(TestWorld.Caseworker), kept.Reference, twice.Reference, keep: kept.Reference);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);

        var found = await clinician.SubmitAsync(await clinician.GetAsync("/"), "form[action='/search']", new() { ["Text"] = twice.Reference });

        Assert.Equal($"/advice-requests/{request}", found.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_link_that_was_made_before_a_merge_stands_again_when_the_merge_is_undone()
    {
        var (kept, twice) = await TwiceAsync();
        await using (var before = _app.Database())
        {
            var pair = await before.Assessments.OrderBy(a => a.Reference).ToListAsync();
            before.CaseTies.Add(CaseTie.Of(pair[0], pair[1], TieKind.SameChild, new(CaseSide.LocalAuthority, "Carol", "A re-assessment", DateTime.UnixEpoch, new(2026, 11, 1))));
            before.AuditEntries.Add(Facts.About(kept));
            await before.SaveChangesAsync();
        }
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);

        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{twice.Reference}/merged"), "form[action$='/undo']", []);

        await using var db = _app.Database();
        var tie = await db.CaseTies.SingleAsync();
        Assert.Equal((TieKind.SameChild, "A re-assessment", null), (tie.Kind, tie.Reason, tie.Before));
    }

    [Fact]
    public async Task The_merged_case_counts_nowhere_and_its_reference_leads_on()
    {
        var (kept, twice) = await TwiceAsync(a => a.AuthorityReference = "EHC-7");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);

        foreach (var address in new[] { $"/assessments/{twice.Reference}", $"/assessments/{twice.Reference}/correct-details" })
        {
            var page = await browser.GetAsync(address);
            Assert.Equal($"/assessments/{twice.Reference}/merged", page.Url.AbsolutePath);
            Assert.Contains($"{twice.Reference} is part of {kept.Reference}", page.Find("h1").TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.Find($"main a[href='/assessments/{kept.Reference}']"));
            Assert.Contains("EHC-7", page.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Merged into another case", (await browser.GetAsync($"/assessments/{twice.Reference}/activity")).Text, StringComparison.Ordinal);
        var search = await browser.SubmitAsync(await browser.GetAsync("/"), "form[action='/search']", new() { ["Text"] = twice.Reference });
        Assert.Equal($"/assessments/{twice.Reference}/merged", search.Url.AbsolutePath);
        foreach (var person in new[] { TestWorld.Caseworker, TestWorld.Administrator })
        {
            var list = await (await _app.SignInAsync(person)).GetAsync("/assessments");
            Assert.Contains(kept.Reference, list.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(twice.Reference, list.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync($"/assessments/{twice.Reference}")).Status);
    }

    [Fact]
    public async Task Undone_on_the_same_day_both_cases_are_exactly_as_they_were()
    {
        var (kept, twice) = await TwiceAsync();
        await _app.RequestAsync(kept, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await FillAsync(twice, await _app.RequestAsync(twice, TestWorld.OccupationalTherapy, TestWorld.Gwen));
        await FillAsync(kept, null);
        var before = await DumpAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        Assert.NotEqual(before, await DumpAsync());

        var page = await browser.GetAsync($"/assessments/{twice.Reference}");
        var undone = await browser.SubmitAsync(page, Form, []);

        Assert.Contains("The two cases are apart again", undone.Text, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync());
        await using var db = _app.Database();
        Assert.Empty(await db.CaseTies.ToListAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "MergeUndone"));
        Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "request-other-reference"));
    }

    [Fact]
    public async Task A_plan_that_only_the_other_case_says_is_needed_is_named_before_the_merge_kept_by_it_and_gone_when_undone()
    {
        var (kept, twice) = await TwiceAsync(a => a.Plan(new(2026, 11, 2), new(2026, 11, 10), new(2026, 11, 21), null));
        var before = await DumpAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        Assert.Contains("A plan found needed", check.Text, StringComparison.Ordinal);
        Assert.Contains("10 November 2026", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, []);

        await using (var db = _app.Database())
        {
            Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 10)), await db.Assessments.Select(a => new ValueTuple<DateOnly, DateOnly>(a.PlanNeededOn!.Value, a.DraftServedOn!.Value)).SingleAsync());
        }
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{twice.Reference}"), Form, []);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task A_merge_is_not_undone_once_something_has_happened_on_another_day_or_by_the_other_side()
    {
        var (kept, twice) = await TwiceAsync();
        var request = await _app.RequestAsync(twice, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        var merged = await browser.GetAsync($"/assessments/{twice.Reference}");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Empty((await dco.GetAsync($"/assessments/{twice.Reference}")).All($"form[action$='/merged/undo']"));
        Assert.Contains("It can be undone there today", (await browser.GetAsync($"/assessments/{kept.Reference}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It can be undone there today", (await dco.GetAsync($"/assessments/{kept.Reference}")).Text, StringComparison.Ordinal);
        // a service that only opens its request stops nothing
        await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}");
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/close"), Form, new() { ["Reason"] = "Not needed" });

        var refused = await browser.SubmitAsync(merged, Form, []);

        Assert.Contains("This merge can no longer be undone, because something has happened since: Request closed", refused.Text, StringComparison.Ordinal);
        await using (var db = _app.Database()) { Assert.Single(await db.Assessments.ToListAsync()); }
        _app.Time.Advance(TimeSpan.FromDays(1));
        var nextDay = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{twice.Reference}");
        Assert.Empty(nextDay.All("form[action$='/merged/undo']"));
    }

    [Fact]
    public async Task What_a_service_has_written_since_goes_back_with_its_request_when_a_merge_is_undone()
    {
        var (kept, twice) = await TwiceAsync();
        var request = await _app.RequestAsync(twice, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{request}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Holds a pencil" });

        var undone = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{twice.Reference}/merged"), Form, []);

        Assert.Contains("The two cases are apart again", undone.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((twice.AssessmentId, "Holds a pencil"), await db.AdviceResponses.Where(r => r.Id == request).Select(r => new ValueTuple<Guid, string?>(r.AssessmentId, r.Needs)).SingleAsync());
    }

    [Fact]
    public async Task What_is_sent_to_a_case_that_was_merged_meanwhile_is_given_back_with_where_the_case_is_now()
    {
        var (kept, twice) = await TwiceAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var open = await browser.GetAsync($"/assessments/{twice.Reference}/questions");
        await MergeAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);

        var late = await browser.SubmitAsync(open, Form, new() { ["Text"] = "Her father must not be told where she lives" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Her father must not be told where she lives", late.Text, StringComparison.Ordinal);
        Assert.Equal($"/assessments/{twice.Reference}/merged", late.Find("main a[href$='/merged']").GetAttribute("href"));
    }

    [Fact]
    public async Task Both_requests_to_one_service_stay_and_the_page_says_so()
    {
        var (kept, twice) = await TwiceAsync();
        await _app.RequestAsync(kept, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(twice, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var check = await CheckAsync(browser, kept.Reference, twice.Reference, keep: twice.Reference);
        Assert.Contains("Both cases ask Paediatric occupational therapy. Both requests stay", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        var requests = await db.AdviceRequests.ToListAsync();
        Assert.All(requests, r => Assert.Equal((twice.AssessmentId, RequestStage.WithService, TestWorld.Gwen), (r.AssessmentId, r.Stage, r.FirstAskedProfessionalId)));
        Assert.Equal(2, requests.Count);
    }

    [Fact]
    public async Task A_request_takes_the_earlier_day_on_which_health_was_asked_and_its_holder_is_told()
    {
        var kept = await _app.AssessmentAsync(surname: "Ashworth", change: a => Same(a));
        var request = await _app.RequestAsync(kept, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var twice = await _app.AssessmentAsync(surname: "Ashworth", decision: null, change: a => { Same(a); a.Decide(AssessmentDecision.Assess, new(2026, 11, 10), new(2026, 11, 12)); });
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        Assert.Contains("now due 24 December 2026, was 2 January 2027", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        Assert.Equal((new DateOnly(2026, 11, 12), new DateOnly(2026, 12, 24)), await db.AdviceRequests.Where(r => r.Id == request).Select(r => new ValueTuple<DateOnly, DateOnly>(r.ReceivedByHealthOn, r.DueOn)).SingleAsync());
        Assert.Equal(TestWorld.Clinician, (await db.Emails.SingleAsync(e => e.Template == "due-date-corrected")).To);
        Assert.Equal(request, (await db.AuditEntries.SingleAsync(e => e.Fact == "RequestDateCorrected")).AdviceRequestId);
    }

    [Fact]
    public async Task Two_assessments_of_one_child_are_linked_and_each_shows_the_other()
    {
        var (first, second) = await TwiceAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.Contains("Another case looks like this child’s", (await browser.GetAsync($"/assessments/{first.Reference}")).Text, StringComparison.Ordinal);

        await DecideAsync(browser, first.Reference, second.Reference, "link");

        foreach (var (here, there) in new[] { (first, second), (second, first) })
        {
            var page = await browser.GetAsync($"/assessments/{here.Reference}");
            Assert.Contains($"Same child, another assessment: {there.Reference}", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("looks like this child’s", page.Text, StringComparison.Ordinal);
        }
        await using var db = _app.Database();
        Assert.Equal(2, await db.Assessments.CountAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "SameChildDecided" && e.Reason == "The school sent it twice"));
        Assert.Single(await db.Emails.Where(e => e.Template == "two-cases").ToListAsync());
    }

    [Fact]
    public async Task Twins_are_never_suggested_again_and_nobody_is_written_to()
    {
        var (first, second) = await TwiceAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await DecideAsync(browser, first.Reference, second.Reference, "two");

        Assert.DoesNotContain("looks like this child’s", (await browser.GetAsync($"/assessments/{second.Reference}")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.Emails.Where(e => e.Template == "two-cases").ToListAsync());
        // it can be said anew, because somebody may have been wrong
        await DecideAsync(browser, first.Reference, second.Reference, "link");
        Assert.Equal(TieKind.SameChild, (await db.CaseTies.SingleAsync()).Kind);
    }

    [Fact]
    public async Task A_case_of_another_authority_is_neither_shown_nor_merged()
    {
        var here = await _app.AssessmentAsync(change: a => Same(a));
        var there = await _app.AssessmentAsync("890", change: a => Same(a));
        foreach (var person in new[] { TestWorld.Caseworker, TestWorld.Administrator })
        {
            var browser = await _app.SignInAsync(person);
            Assert.DoesNotContain("looks like this child’s", (await browser.GetAsync($"/assessments/{here.Reference}")).Text, StringComparison.Ordinal);

            var page = await browser.GetAsync($"/assessments/{here.Reference}/same-child?asked=true&typed={there.Reference}");

            Assert.Equal([$"There is no case {there.Reference} of Lancashire County Council that you may open"], page.Errors);
        }
    }

    [Theory]
    [InlineData("", "Select a case, or enter the reference of the other case")]
    [InlineData("nonsense", "There is no case nonsense of Lancashire County Council that you may open")]
    public async Task The_other_case_is_found_by_its_reference_or_the_page_says_what_is_wrong(string typed, string problem)
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Equal([problem], (await browser.GetAsync($"/assessments/{keys.Reference}/same-child?asked=true&typed={typed}")).Errors);
    }

    [Fact]
    public async Task The_authority_s_own_reference_finds_the_other_case_and_what_differs_is_shown_first()
    {
        var (first, second) = await TwiceAsync(a => a.AuthorityReference = "EHC-7");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync($"/assessments/{first.Reference}/same-child?asked=true&typed=EHC-7");

        Assert.Equal($"{first.Reference} beside {second.Reference}", page.Find("h1").TextContent);
        Assert.Contains("The authority’s own reference", page.Find("main table").TextContent, StringComparison.Ordinal);
        var none = await browser.SubmitAsync(page, Form, new() { ["Decision"] = "", ["Reason"] = "" });
        Assert.Equal(["Select what these two cases are", "Enter how you know"], none.Errors);
    }

    [Fact]
    public async Task A_case_that_changed_meanwhile_is_not_merged()
    {
        var (kept, twice) = await TwiceAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await CheckAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{twice.Reference}/sharing"), Form, new() { ["Sharing"] = "Agreed", ["SaidBy"] = "The mother" });

        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync(check, Form, [])).StatusCode);

        await using var db = _app.Database();
        Assert.Equal(2, await db.Assessments.CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // its service goes on seeing the record
    public async Task An_objection_in_either_record_holds_for_the_requests_of_both(bool isReturned)
    {
        var (kept, twice) = await TwiceAsync(a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Objects, "Gwen Pritchard"));
        var now = _app.Time.GetUtcNow().UtcDateTime;
        var request = await _app.RequestAsync(kept, TestWorld.OccupationalTherapy, TestWorld.Gwen, !isReturned ? null : r =>
        {
            r.Submit(now, new(2026, 11, 21), "Gwen Pritchard");
            r.Accept(now);
            r.ReturnToAuthority(now, new DateOnly(2026, 11, 21));
        });
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, kept.Reference, twice.Reference, keep: kept.Reference);
        Assert.Contains("What the family said about sharing in either case holds", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
        Assert.Equal("Gwen Pritchard", (await db.Assessments.SingleAsync()).Family.DoNotShareWith);
    }

    [Fact]
    public async Task A_pupil_number_of_another_child_is_a_conflict_to_look_at()
    {
        var other = await _app.AssessmentAsync(surname: "Brown", change: a => a.Child.Upn = ValidUpn);
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/correct-details"), "main form", new() { ["Child.Upn"] = ValidUpn, ["Reason"] = "From the school" });

        Assert.Contains($"The UPN is recorded for a child with another name or date of birth: {other.Reference}", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pupil_number_that_is_known_is_looked_at_in_the_form_and_in_an_import()
    {
        var known = await _app.AssessmentAsync(surname: "Brown", received: new(2026, 10, 1), change: a => a.Child.Upn = ValidUpn);
        var child = new ChildOrYoungPerson { LegalSurname = "Green", Forenames = "Ada", DateOfBirth = new(2018, 1, 2), Upn = ValidUpn };
        var details = new NotificationDetails { RequestReceivedOn = new(2026, 10, 1), Source = RequestSource.Parent, Child = child };

        var (form, import) = await _app.AsAsync(TestWorld.Caseworker, async services =>
        {
            var cases = await KnownCases.LoadAsync(services.GetRequiredService<PortalDb>(), services.GetRequiredService<MergedCases>(), known.LocalAuthorityId, new HashSet<Guid>(), default);
            return (await services.GetRequiredService<DuplicateQuery>().FindAsync(known.LocalAuthorityId, child, null, default), SameChild.Find(details, cases));
        });

        Assert.Equal((known.Reference, "Same UPN, but not the same surname, forenames, date of birth"), (Assert.Single(form).Reference, form[0].Why));
        Assert.Equal((SameChildKind.LookAtBoth, known.Reference), (import!.Kind, import.There.Reference));
        Assert.Equal(["surname", "forenames", "date of birth"], import.Differences);
    }

    [Fact]
    public async Task Twins_whom_a_colleague_has_kept_as_two_meanwhile_are_not_merged()
    {
        var (kept, twice) = await TwiceAsync(a => a.Child.Forenames = "Bea");
        var (carol, mohammed) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Manager));
        var (compare, check) = (await mohammed.GetAsync($"/assessments/{twice.Reference}/same-child?other={kept.Reference}"), await CheckAsync(mohammed, twice.Reference, kept.Reference, kept.Reference));
        Assert.Contains("Twins share a birthday", check.Text, StringComparison.Ordinal);
        await DecideAsync(carol, kept.Reference, twice.Reference, "two");

        var pages = new[] { await mohammed.SubmitAsync(compare, Form, new() { ["Decision"] = "merge", ["Keep"] = kept.Reference, ["Reason"] = "Sent twice" }), await mohammed.SubmitAsync(check, Form, []) };

        foreach (var told in pages)
        {
            Assert.Equal(HttpStatusCode.Conflict, told.Status);
            Assert.Contains("kept these as two children on 21 November 2026", Assert.Single(told.Errors), StringComparison.Ordinal);
        }
        await using var db = _app.Database();
        Assert.Equal(TieKind.OtherChild, (await db.CaseTies.SingleAsync()).Kind);
        Assert.Contains("Something else was decided before", (await mohammed.SubmitAsync(pages[1], Form, [])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_merges_two_cases_that_a_colleague_has_merged_the_other_way_round_is_told_which_one_stays()
    {
        var (kept, twice) = await TwiceAsync();
        var (carol, mohammed) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Manager));
        var check = await CheckAsync(mohammed, kept.Reference, twice.Reference, twice.Reference);
        await MergeAsync(carol, kept.Reference, twice.Reference, kept.Reference);

        var late = await mohammed.SubmitAsync(check, Form, []);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains($"{kept.Reference} stays, and {twice.Reference} is part of it", late.Text, StringComparison.Ordinal);
    }

    private const string ValidUpn = "H801200001001";

    private static void Same(Assessment a) => (a.Child.Forenames, a.Child.LegalSurname) = ("Zoë", "Ashworth");

    private async Task<(CaseKeys Kept, CaseKeys Twice)> TwiceAsync(Action<Assessment>? change = null)
    {
        var kept = await _app.AssessmentAsync(received: new(2026, 10, 8), change: a => Same(a));
        var twice = await _app.AssessmentAsync(received: new(2026, 10, 1), change: a => { Same(a); change?.Invoke(a); });
        return (kept, twice);
    }

    // what of a case an authority cannot see, or that hangs on a request, among it
    private async Task FillAsync(CaseKeys keys, Guid? request)
    {
        await using var db = _app.Database();
        db.Documents.Add(new CaseDocument(keys, null, CaseDocumentKind.FromAuthority, Guid.NewGuid().ToString("N")) { FileName = "a.pdf", ContentType = "application/pdf", Sha256 = "0", ScanVerdict = "Clean", UploadedByName = "Test" });
        db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { Name = $"Dr {keys.Reference}" });
        db.Notes.Add(new CaseNote(Guid.NewGuid(), keys, CaseSide.DcoService, new(Guid.NewGuid(), "Priya Nair"), new("private", false, null), default));
        db.Questions.Add(new CaseQuestion(Guid.NewGuid(), keys, CaseSide.DcoService, "Which school?", "Priya Nair", default));
        if (request is { } id) { db.AdviceResponses.Add(new AdviceResponse(await db.AdviceRequests.SingleAsync(r => r.Id == id)) { Needs = "draft" }); }
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private static async Task<Page> CheckAsync(PortalBrowser browser, string here, string other, string keep) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{here}/same-child?other={other}"), Form, new() { ["Decision"] = "merge", ["Keep"] = keep, ["Reason"] = "The school sent it twice" });

    private static async Task<Page> MergeAsync(PortalBrowser browser, string here, string other, string keep) => await browser.SubmitAsync(await CheckAsync(browser, here, other, keep), Form, []);

    private static async Task<Page> DecideAsync(PortalBrowser browser, string here, string other, string decision) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{here}/same-child?other={other}"), Form, new() { ["Decision"] = decision, ["Reason"] = "The school sent it twice" });

    // every value of every row of both cases but the versions, which each save renews
    private async Task<string> DumpAsync()
    {
        await using var db = _app.Database();
        List<object> rows =
        [
            .. await db.Assessments.ToListAsync(), .. await db.AdviceRequests.ToListAsync(), .. await db.AdviceResponses.ToListAsync(), .. await db.Documents.ToListAsync(), .. await db.Exemptions.ToListAsync(),
            .. await db.InvolvedProfessionals.ToListAsync(), .. await db.Notes.ToListAsync(), .. await db.Questions.ToListAsync(), .. await db.QuestionMessages.ToListAsync(),
        ];
        return string.Join('\n', rows.Select(r => ValuesOf(db, r)).Order(StringComparer.Ordinal));
    }

    private static string ValuesOf(PortalDb db, object row)
    {
        var entry = db.Entry(row);
        return JsonSerializer.Serialize(entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)).Where(p => p.Metadata.Name != "Version").ToDictionary(p => $"{p.Metadata.DeclaringType.Name}.{p.Metadata.Name}", p => p.CurrentValue));
    }
}
