using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>What only one of two records says is not lost when the two become one, and comes apart again with them.</summary>
public sealed class MergedWithoutLossTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_either_record_says_of_a_professional_whom_both_name_is_kept_and_put_back_by_the_undo()
    {
        var (kept, twice) = await TwiceAsync();
        await NameAsync(kept, p => p.Contact = "a@x.example");
        await NameAsync(twice, p =>
        {
            (p.Contact, p.LastSeen, p.FamilyAsked) = ("01772 111222", "June", true);
            p.NotAsked(twice, "On leave", "Priya Nair", DateTime.UnixEpoch);
        });
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(carol, kept, twice);
        Assert.Contains("Both name Pro A", check.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(check, Form, []);

        await using (var db = _app.Database())
        {
            var one = await db.InvolvedProfessionals.SingleAsync(p => p.AssessmentId == kept.AssessmentId);
            Assert.Equal(("a@x.example\n\n01772 111222", "June", true, "On leave", "Priya Nair"), (one.Contact, one.LastSeen, one.FamilyAsked, one.NotAskedReason, one.NotAskedByName));
            Assert.Equal(["FamilyAskedForAdvice", "NamedNotAsked"], await db.AuditEntries.Where(e => e.AssessmentId == kept.AssessmentId && (e.Fact == "FamilyAskedForAdvice" || e.Fact == "NamedNotAsked")).Select(e => e.Fact).Order().ToListAsync());
        }
        await UndoAsync(carol, twice);
        await using (var db = _app.Database())
        {
            var one = await db.InvolvedProfessionals.SingleAsync(p => p.AssessmentId == kept.AssessmentId);
            Assert.Equal(("a@x.example", null, false, null), (one.Contact, one.LastSeen, one.FamilyAsked, one.NotAskedReason));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whom_only_the_undecided_case_names_or_asked_is_asked_for_statutory_advice_or_waits_in_triage(bool isNamed)
    {
        static void Same(Assessment a) => (a.Child.Forenames, a.Child.LegalSurname) = ("Zoë", "Ashworth");
        var kept = await _app.AssessmentAsync(received: new(2026, 10, 1), change: a => { Same(a); a.Triaged(DateTime.UnixEpoch); });
        var twice = await _app.AssessmentAsync(received: new(2026, 10, 8), decision: null, change: Same);
        if (isNamed) { await NameAsync(twice, p => (p.ServiceId, p.FamilyAsked) = (TestWorld.SpeechTherapy, true)); }
        await _app.RequestAsync(twice, TestWorld.SpeechTherapy);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(carol, kept, twice);
        Assert.Contains($"{kept.Reference} goes to triage", check.Text, StringComparison.Ordinal);
        var done = await carol.SubmitAsync(check, Form, []);

        Assert.Equal(isNamed, done.Text.Contains("Not asked for statutory advice yet", StringComparison.Ordinal));
        Assert.NotEqual(isNamed, check.Text.Contains("(asked for early information only)", StringComparison.Ordinal));
        await using (var db = _app.Database()) { Assert.Null((await db.Assessments.SingleAsync(a => a.Id == kept.AssessmentId)).TriagedUtc); }
        Assert.Contains(kept.Reference, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_on_which_the_final_plan_went_to_health_comes_along()
    {
        static void Ended(Assessment a) => a.End(AssessmentOutcome.PlanIssued, new(2026, 11, 16), new(2026, 11, 21));
        var (kept, twice) = await TwiceAsync(Ended, a => { Ended(a); a.HealthToldOfOutcome(new(2026, 11, 17), new(2026, 11, 21)); });
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(carol, kept, twice);
        Assert.Contains("Health told of the outcome", check.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(check, Form, []);

        await using (var db = _app.Database()) { Assert.Equal(new DateOnly(2026, 11, 17), (await db.Assessments.SingleAsync()).HealthToldOfOutcomeOn); }
        await UndoAsync(carol, twice);
        await using (var db = _app.Database()) { Assert.Null((await db.Assessments.SingleAsync(a => a.Id == kept.AssessmentId)).HealthToldOfOutcomeOn); }
    }

    [Fact]
    public async Task The_DCO_s_decision_that_no_needs_are_known_comes_along_with_its_reason()
    {
        var (kept, twice) = await TwiceAsync(twice: a => a.DecideAllNil(AllNilDecision.NoHealthNeedsKnown, "The GP record was read", "Dr Helen Shaw", DateTime.UnixEpoch));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(carol, kept, twice);
        Assert.Contains("The DCO’s decision", check.Text, StringComparison.Ordinal);
        var done = await carol.SubmitAsync(check, Form, []);

        Assert.Contains("The GP record was read", done.Text, StringComparison.Ordinal);
        await UndoAsync(carol, twice);
        await using var db = _app.Database();
        var after = await db.Assessments.SingleAsync(a => a.Id == kept.AssessmentId);
        Assert.Equal((null, null, null), (after.AllNil, after.AllNilReason, after.AllNilDecidedByName));
    }

    [Fact]
    public async Task A_link_with_a_third_case_of_the_child_is_the_case_s_that_stays()
    {
        var (kept, twice) = await TwiceAsync();
        var third = await _app.AssessmentAsync(surname: "Former");
        await LinkAsync(twice, third);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(carol, kept, twice);
        Assert.Contains($"with {kept.Reference} from now on: {third.Reference}", check.Text, StringComparison.Ordinal);
        var done = await carol.SubmitAsync(check, Form, []);

        Assert.NotNull(done.Find($"main a[href='/assessments/{third.Reference}']"));
        var there = await carol.GetAsync($"/assessments/{third.Reference}");
        Assert.NotNull(there.Find($"main a[href='/assessments/{kept.Reference}']"));
        Assert.DoesNotContain(twice.Reference, there.Text, StringComparison.Ordinal);
        await UndoAsync(carol, twice);
        await using var db = _app.Database();
        var tie = await db.CaseTies.SingleAsync();
        Assert.Equal(CaseTie.PairKeyOf(twice.Reference, third.Reference), tie.PairKey);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(null, false, false)]
    [InlineData(true, null, true)]
    public async Task A_young_person_s_No_to_copying_in_the_parents_holds_from_either_record(bool? first, bool? second, bool expected)
    {
        var (kept, twice) = await TwiceAsync(a => Ask(a, first), a => Ask(a, second));
        static void Ask(Assessment a, bool? copied) => (a.Child.DateOfBirth, a.Family.ParentsMayBeCopiedIn) = (new(2009, 2, 3), copied);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(carol, kept, twice);
        Assert.Contains("a young person’s No to copying in the parents holds from either", check.Text, StringComparison.Ordinal);
        await carol.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        Assert.Equal(expected, (await db.Assessments.SingleAsync(a => a.Id == kept.AssessmentId)).Family.ParentsMayBeCopiedIn);
    }

    [Fact]
    public async Task Who_was_stopped_for_the_wish_of_a_case_that_was_merged_by_mistake_is_to_be_asked_again_after_the_undo()
    {
        var (kept, twice) = await TwiceAsync();
        var request = await _app.RequestAsync(kept, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(kept, TestWorld.SpeechTherapy, TestWorld.Joan);
        await TriagedAsync(kept);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        // by the likeness of the two it counts before the merge, which then changes nothing of the request
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{twice.Reference}/sharing"), "main form", new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "Gwen Pritchard", ["SaidBy"] = "The mother" });
        await carol.SubmitAsync(await CheckAsync(carol, kept, twice), Form, []);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), "main form", new() { ["Choice"] = "stop", ["Reason"] = "The mother named her." });

        await UndoAsync(carol, twice);

        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync(a => a.Id == kept.AssessmentId)).TriagedUtc);
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "sharing-lifted"));
    }

    private async Task TriagedAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, DateTime.UnixEpoch));
    }

    private async Task<(CaseKeys Kept, CaseKeys Twice)> TwiceAsync(Action<Assessment>? kept = null, Action<Assessment>? twice = null)
    {
        static void Same(Assessment a) => (a.Child.Forenames, a.Child.LegalSurname) = ("Zoë", "Ashworth");
        return (await _app.AssessmentAsync(received: new(2026, 10, 1), change: a => { Same(a); kept?.Invoke(a); }), await _app.AssessmentAsync(received: new(2026, 10, 8), change: a => { Same(a); twice?.Invoke(a); }));
    }

    private async Task NameAsync(CaseKeys keys, Action<InvolvedProfessional> change)
    {
        await using var db = _app.Database();
        var named = new InvolvedProfessional(keys, 0) { Name = "Pro A" };
        change(named);
        db.InvolvedProfessionals.Add(named);
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private async Task LinkAsync(CaseKeys one, CaseKeys other)
    {
        await using var db = _app.Database();
        var both = await db.Assessments.ToDictionaryAsync(a => a.Id);
        db.CaseTies.Add(CaseTie.Of(both[one.AssessmentId], both[other.AssessmentId], TieKind.SameChild, new(CaseSide.LocalAuthority, "Carol", "The former surname", DateTime.UnixEpoch, new(2026, 11, 1))));
        db.AuditEntries.Add(Facts.About(one));
        await db.SaveChangesAsync();
    }

    private static async Task<Page> CheckAsync(PortalBrowser browser, CaseKeys kept, CaseKeys twice) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{kept.Reference}/same-child?other={twice.Reference}"), Form, new() { ["Decision"] = "merge", ["Keep"] = kept.Reference, ["Reason"] = "The school sent it twice" });

    private static async Task UndoAsync(PortalBrowser browser, CaseKeys twice)
    {
        var undone = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{twice.Reference}/merged"), "form[action$='/undo']", []);
        Assert.Contains("The two cases are apart again", undone.Text, StringComparison.Ordinal);
    }
}
