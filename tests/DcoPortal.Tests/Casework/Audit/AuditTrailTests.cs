using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Audit;

public sealed class AuditTrailTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_change_of_a_case_without_a_fact_about_that_case_is_refused_and_nothing_is_saved()
    {
        var keys = await _app.AssessmentAsync();
        var other = await _app.AssessmentAsync();

        foreach (var about in new[] { null, other })
        {
            await using var db = _app.Database();
            var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
            assessment.PrimaryNeed = "ASD";
            if (about is not null) { db.AuditEntries.Add(Facts.About(about)); }
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }

        await using var after = _app.Database();
        Assert.Equal("SLCN", (await after.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).PrimaryNeed);
    }

    [Fact]
    public async Task Having_looked_at_a_case_is_no_leave_to_change_it()
    {
        var keys = await _app.AssessmentAsync();
        await using var db = _app.Database();
        (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).PrimaryNeed = "ASD";
        var read = Facts.About(keys);
        read.IsRead = true;
        db.AuditEntries.Add(read);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_change_of_the_child_or_the_family_alone_needs_a_fact_too()
    {
        var keys = await _app.AssessmentAsync();

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
        assessment.Family.Views = "Changed.";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Every_row_of_a_case_is_audited_when_added_changed_or_deleted()
    {
        await using var db = _app.Database();

        var unaudited = db.Model.GetEntityTypes().Where(e => typeof(ICaseRow).IsAssignableFrom(e.ClrType) && !typeof(IAudited).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType.Name);

        Assert.Empty(unaudited);
        var keys = await _app.AssessmentAsync();
        db.Documents.Add(new CaseDocument(keys, null, CaseDocumentKind.FromAuthority, "k") { FileName = "a.pdf", ContentType = "application/pdf", Sha256 = "0", ScanVerdict = "Clean", UploadedByName = "Test" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Assessments.Remove(await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_row_of_the_trail_can_be_neither_changed_nor_deleted_by_the_context()
    {
        await _app.AssessmentAsync();

        await using (var db = _app.Database())
        {
            (await db.AuditEntries.FirstAsync()).Sentence = "Nothing happened";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }
        await using (var db = _app.Database())
        {
            db.AuditEntries.Remove(await db.AuditEntries.FirstAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }
    }

    [Fact]
    public async Task A_row_of_the_trail_can_be_neither_changed_nor_deleted_by_a_statement()
    {
        await _app.AssessmentAsync();
        await using var db = _app.Database();
        var before = await db.AuditEntries.CountAsync();

        var update = await Record.ExceptionAsync(() => db.AuditEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.Sentence, "Nothing happened")));
        var delete = await Record.ExceptionAsync(() => db.AuditEntries.ExecuteDeleteAsync());

        Assert.Contains("cannot be changed", update?.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be deleted", delete?.Message, StringComparison.Ordinal);
        Assert.Equal(before, await db.AuditEntries.CountAsync());
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Sentence == "Nothing happened"));
    }

    [Fact]
    public async Task A_chase_can_be_neither_changed_nor_deleted_by_a_statement()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/chase"), "main form", []);
        await using var db = _app.Database();

        var update = await Record.ExceptionAsync(() => db.Chases.ExecuteUpdateAsync(s => s.SetProperty(c => c.Recipient, "nobody@x.test")));
        var delete = await Record.ExceptionAsync(() => db.Chases.ExecuteDeleteAsync());

        Assert.Contains("cannot be changed", update?.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be deleted", delete?.Message, StringComparison.Ordinal);
        Assert.Equal(TestWorld.Clinician, (await db.Chases.SingleAsync()).Recipient);
    }

    [Fact]
    public async Task A_move_that_was_made_can_be_neither_changed_nor_deleted_by_a_statement()
    {
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var db = _app.Database();

        var update = await Record.ExceptionAsync(() => db.RequestMoves.ExecuteUpdateAsync(s => s.SetProperty(m => m.Because, "Something else")));
        var delete = await Record.ExceptionAsync(() => db.RequestMoves.ExecuteDeleteAsync());

        Assert.Contains("cannot be changed", update?.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be deleted", delete?.Message, StringComparison.Ordinal);
        Assert.Null((await db.RequestMoves.SingleAsync()).Because);
    }

    [Fact]
    public async Task Facts_of_one_action_share_its_id_and_name_who_did_it()
    {
        var keys = await _app.AssessmentAsync();

        foreach (var _ in new[] { 1, 2 })
        {
            await _app.AsAsync(TestWorld.Administrator, async services =>
            {
                var audit = services.GetRequiredService<AuditTrail>();
                audit.Record(new TriageCompletedWithoutRequests(keys, "Known to nobody"));
                audit.Record(new ChildRecordViewed(keys, "Triage"));
                return await services.GetRequiredService<PortalDb>().SaveChangesAsync();
            });
        }

        await using var db = _app.Database();
        var actions = (await db.AuditEntries.Where(e => e.ActorName == "Priya Nair").ToListAsync()).GroupBy(e => e.ActionId).ToList();
        Assert.Equal([2, 2], actions.Select(a => a.Count()));
        Assert.All(actions.SelectMany(a => a), e =>
        {
            Assert.Equal("DCO administrator", e.ActorRole);
            Assert.Equal(keys.Reference, e.AssessmentReference);
            Assert.Equal(keys.LocalAuthorityId, e.LocalAuthorityId);
            Assert.Equal(keys.IcbId, e.IcbId);
            Assert.Equal(_app.Time.GetUtcNow().UtcDateTime, e.AtUtc);
        });
    }

    [Fact]
    public async Task A_fact_and_its_change_are_saved_together_or_not_at_all()
    {
        var keys = await _app.AssessmentAsync();
        await using (var db = _app.Database())
        {
            var assessment = await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId);
            await using (var rival = _app.Database())
            {
                (await rival.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).PrimaryNeed = "ASD";
                rival.AuditEntries.Add(Facts.About(keys));
                await rival.SaveChangesAsync();
            }
            assessment.PrimaryNeed = "HI";
            var lost = Facts.About(keys);
            lost.Sentence = "Lost";
            db.AuditEntries.Add(lost);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        }

        await using var after = _app.Database();
        Assert.False(await after.AuditEntries.AnyAsync(e => e.Sentence == "Lost"));
        Assert.Equal("ASD", (await after.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).PrimaryNeed);
    }

    [Fact]
    public async Task A_person_of_a_request_cannot_be_replaced_by_the_portal_itself()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext();

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal());
    }
}
