using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>The side that has a case records something while the other takes it. Today is 21 November 2026.</summary>
public sealed class MissedAtTheMoveTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly FailingPortal _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task An_objection_of_that_moment_counts_where_the_case_is_and_the_rest_is_marked_there()
    {
        var keys = await _app.AssessmentAsync();
        await SendAsync(keys);
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);
        var form = await other.GetAsync($"{await MoveAddressAsync(keys)}/take");
        _app.Trap.Before.OfAnImport = async () =>
        {
            _app.Trap.Before.OfAnImport = null;
            await using var late = _app.Database();
            (await late.Assessments.SingleAsync(a => a.Reference == keys.Reference)).ChangeSharing(new(SharingAgreement.Objects, "The father", null, new(2026, 11, 21), "The mother"));
            late.AuditEntries.Add(Facts.About(keys));
            await late.SaveChangesAsync();
        };

        await other.SubmitAsync(form, Form, new() { ["StartedBy"] = "BecameResponsible", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });

        await using var db = _app.Database();
        var now = await db.Assessments.SingleAsync(a => a.Id != keys.AssessmentId);
        Assert.Equal("The father", now.Family.DoNotShareWith);
        Assert.Contains(now.ToCorrect, c => c is { Field: "Recorded in the moment of the move", Given: "details, dates or the family’s wish" });
    }

    private async Task SendAsync(CaseKeys keys)
    {
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await using var db = _app.Database();
        var blackpool = await db.LocalAuthorities.Where(a => a.Code == "890").Select(a => a.Id).SingleAsync();
        var check = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/move"), Form,
            new() { ["Where"] = "authority", ["AuthorityId"] = $"{blackpool}", ["MovedOn.Day"] = "20", ["MovedOn.Month"] = "11", ["MovedOn.Year"] = "2026", ["Reason"] = "The family moved" });
        await caseworker.SubmitAsync(check, "form[action$='/confirm']", []);
    }

    private async Task<string> MoveAddressAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return $"/moves/{await db.CaseTransfers.Where(t => t.FromId == keys.AssessmentId).Select(t => t.Id).SingleAsync()}";
    }
}
