using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>After a withdrawal the case says what the version to use says: advice, a nil return, or nothing.</summary>
public sealed class WhatCountsAsAdviceTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private DateTime Now => _app.Time.GetUtcNow().UtcDateTime;

    private static DateOnly Today => new(2026, 11, 21);

    [Fact]
    public async Task An_addendum_alone_is_no_advice_and_stands_in_the_DCO_service_s_work()
    {
        var (keys, id) = await ReturnedAsync(nil: null);
        await MoreAsync(id, AnswerKind.Addendum, nil: null, withdrawnMeanwhile: true);

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.False(request.AnswerStands);
        Assert.NotNull(request.UnsettledUtc);
        Assert.Contains("Advice withdrawn, nothing in its place", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 with advice", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nil_return_withdrawn_leaves_the_advice_before_it_and_nothing_to_decide()
    {
        var (keys, id) = await ReturnedAsync(nil: null);
        // the service's version 1 was withdrawn in error and its version 2 says that the child is not known
        await MoreAsync(id, AnswerKind.Version, ReplyCode.NotKnown);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await WithdrawNewestAsync(id);

        await using var db = _app.Database();
        Assert.Null((await db.AdviceRequests.SingleAsync(r => r.Id == id)).NilReason);
        Assert.DoesNotContain("Every service has no advice: decide", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 with advice", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_withdrawn_leaves_the_nil_return_before_it_and_the_DCO_decides()
    {
        var (keys, id) = await ReturnedAsync(ReplyCode.NotKnown);
        await MoreAsync(id, AnswerKind.Version, nil: null);
        await WithdrawNewestAsync(id);

        await using var db = _app.Database();
        Assert.Equal(ReplyCode.NotKnown, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).NilReason);
        Assert.Contains("Every service has no advice: decide", (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 nil return", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_no_needs_are_known_says_that_advice_has_overtaken_it()
    {
        var (keys, id) = await ReturnedAsync(ReplyCode.NotKnown);
        await using (var db = _app.Database())
        {
            (await db.Assessments.SingleAsync()).DecideAllNil(AllNilDecision.NoHealthNeedsKnown, "All records were read", "Dr Helen Shaw", Now);
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        _app.Time.Advance(TimeSpan.FromHours(1));
        await MoreAsync(id, AnswerKind.Version, nil: null);
        var (carol, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Dco));

        foreach (var page in new[] { await carol.GetAsync($"/assessments/{keys.Reference}"), await dco.GetAsync($"/assessments/{keys.Reference}"), await dco.GetAsync($"/assessments/{keys.Reference}/all-nil") })
        {
            Assert.Contains("A service has given advice since, on 21 November 2026", page.Document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task<(CaseKeys Keys, Guid Id)> ReturnedAsync(ReplyCode? nil)
    {
        var keys = await _app.AssessmentAsync();
        return (keys, await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => Return(r, nil)));
    }

    private void Return(AdviceRequest request, ReplyCode? nil)
    {
        if (nil is { } reason) { request.SubmitNilReturn(reason, null, "Gwen Pritchard", Now, Today); }
        else { request.Submit(1, true, "Gwen Pritchard", Now, Today); }
        request.Accept(Now);
        request.ReturnToAuthority(null, [], Now, Today);
    }

    private async Task MoreAsync(Guid id, AnswerKind kind, ReplyCode? nil, bool withdrawnMeanwhile = false)
    {
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        request.AskForMore(kind, "More, please", new DateOnly(2027, 7, 1), Now);
        // a nil return is only taken where what was returned does not stand: this one was given before that rule
        var before = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).ToListAsync();
        if (withdrawnMeanwhile || nil is not null) { db.Withdrawals.Add(request.WithdrawAnswer(before[0], null, [], before, WithdrawalReason.WrongVersion, "Wrong", "Priya Nair", Now).Withdrawal); }
        Return(request, nil);
        if (nil is not null) { db.Entry(before[0]).Property(a => a.WithdrawnUtc).CurrentValue = null; }
        db.AuditEntries.Add(Facts.About(request.Keys));
        await db.SaveChangesAsync();
    }

    private async Task WithdrawNewestAsync(Guid id)
    {
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        var answers = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).ToListAsync();
        db.Withdrawals.Add(request.WithdrawAnswer(answers.MaxBy(a => a.Number)!, null, [], answers, WithdrawalReason.WrongVersion, "Wrong", "Priya Nair", Now).Withdrawal);
        db.AuditEntries.Add(Facts.About(request.Keys));
        await db.SaveChangesAsync();
    }
}
