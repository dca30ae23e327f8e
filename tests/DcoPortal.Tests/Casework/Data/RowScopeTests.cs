using DcoPortal.Casework.Access;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Data;

public sealed class RowScopeTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private Task<AccessScope> ScopeOf(string email) =>
        _app.AsAsync(email, services => Task.FromResult(services.GetRequiredService<CurrentPerson>().Scope));

    private async Task<bool> Sees<T>(string email, Guid id) where T : class
    {
        await using var db = _app.Database(await ScopeOf(email));
        return await db.Set<T>().AnyAsync(e => EF.Property<Guid>(e, "Id") == id);
    }

    public static TheoryData<string, bool, bool, bool> Readers => new()
    {
        // who, the assessment, the request held by Gwen, advice not yet returned
        { TestWorld.Caseworker, true, true, false },
        { TestWorld.Manager, true, true, false },
        { TestWorld.OtherCaseworker, false, false, false },
        { TestWorld.OtherManager, false, false, false },
        { TestWorld.Administrator, true, true, true },
        { TestWorld.Dco, true, true, true },
        { TestWorld.BoardMember, false, false, false },
        { TestWorld.SystemAdministrator, false, false, false },
        { TestWorld.Clinician, true, true, true },
        { TestWorld.Colleague, false, false, false },
        { TestWorld.Lead, true, true, true },
        { TestWorld.OtherClinician, false, false, false },
        { TestWorld.OtherLead, false, false, false },
        { TestWorld.FarCaseworker, false, false, false },
        { TestWorld.FarAdministrator, false, false, false },
        { TestWorld.FarSystemAdministrator, false, false, false },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task A_case_is_seen_by_those_whose_case_it_is_and_by_no_one_else(string reader, bool assessment, bool request, bool draftAdvice)
    {
        var keys = await _app.AssessmentAsync();
        var requestId = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        Guid documentId;
        await using (var db = _app.Database())
        {
            var held = await db.AdviceRequests.SingleAsync(r => r.Id == requestId);
            db.AdviceResponses.Add(new AdviceResponse(held) { Needs = "needs" });
            var document = new CaseDocument(keys, requestId, CaseDocumentKind.Advice, Guid.NewGuid().ToString("N"))
            { FileName = "a.pdf", ContentType = "application/pdf", Sha256 = new string('0', 64), ScanVerdict = "NotScanned", UploadedByName = "Gwen Pritchard" };
            db.Documents.Add(document);
            documentId = document.Id;
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        Assert.Equal(assessment, await Sees<Assessment>(reader, keys.AssessmentId));
        Assert.Equal(request, await Sees<AdviceRequest>(reader, requestId));
        Assert.Equal(draftAdvice, await Sees<AdviceResponse>(reader, requestId));
        Assert.Equal(draftAdvice, await Sees<CaseDocument>(reader, documentId));
    }

    [Fact]
    public async Task An_unassigned_request_is_seen_by_every_clinician_of_its_service()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);

        Assert.True(await Sees<AdviceRequest>(TestWorld.Clinician, request));
        Assert.True(await Sees<AdviceRequest>(TestWorld.Colleague, request));
        Assert.False(await Sees<AdviceRequest>(TestWorld.OtherClinician, request));
    }

    [Fact]
    public async Task A_request_that_is_not_sent_is_not_seen_by_the_service()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, send: false);

        Assert.False(await Sees<AdviceRequest>(TestWorld.Clinician, request));
        Assert.False(await Sees<AdviceRequest>(TestWorld.Lead, request));
        Assert.False(await Sees<Assessment>(TestWorld.Clinician, keys.AssessmentId));
        Assert.True(await Sees<AdviceRequest>(TestWorld.Administrator, request));
    }

    [Fact]
    public async Task Two_contexts_of_one_kind_never_share_a_scope()
    {
        var lancashire = await _app.AssessmentAsync("888");
        var blackpool = await _app.AssessmentAsync("890");

        Assert.True(await Sees<Assessment>(TestWorld.Caseworker, lancashire.AssessmentId));
        Assert.True(await Sees<Assessment>(TestWorld.OtherCaseworker, blackpool.AssessmentId));
        Assert.False(await Sees<Assessment>(TestWorld.OtherCaseworker, lancashire.AssessmentId));
        Assert.False(await Sees<Assessment>(TestWorld.Caseworker, blackpool.AssessmentId));
    }

    [Theory]
    [InlineData(ScopeKind.None)]
    [InlineData(ScopeKind.LocalAuthority)]
    [InlineData(ScopeKind.DcoService)]
    [InlineData(ScopeKind.HealthService)]
    [InlineData(ScopeKind.Administration)]
    [InlineData(ScopeKind.FiguresOnly)]
    public void Every_entity_is_scoped_or_on_the_written_list(ScopeKind kind)
    {
        using var db = _app.Database(new AccessScope { Kind = kind });

        var forgotten = db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetDeclaredQueryFilters().Count == 0)
            .Select(e => e.ClrType.IsGenericType ? $"{e.ClrType.Name.Split('`')[0]}<Guid>" : e.ClrType.Name)
            .Where(n => !PortalDb.UnscopedEntities.ContainsKey(n));

        Assert.Empty(forgotten);
    }
}
