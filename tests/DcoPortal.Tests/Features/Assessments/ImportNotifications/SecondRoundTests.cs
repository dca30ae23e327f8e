using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>A service that was asked twice is one request, and what is said of the other round stands to be corrected. Today is 21 November 2026.</summary>
public sealed class SecondRoundTests : IDisposable
{
    private const string Child = "LA,LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice";
    private const string Rounds = Child + ",Professional 1 name,Professional 1 service,Professional 1 provider,Professional 1 asked on,Professional 1 answered on,Professional 2 name,Professional 2 service,Professional 2 provider,Professional 2 asked on,Professional 2 answered on\n";
    private const string Row = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,02/09/2026,02/10/2026,";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(",Community paediatrics,,03/10/2026,20/10/2026,,Community paediatrics,,10/11/2026,", "2026-10-20", "asked 10 November 2026, no answer")]
    [InlineData(",Community paediatrics,,03/10/2026,,,Community paediatrics,,10/11/2026,20/11/2026", "2026-11-20", "asked 3 October 2026, no answer; asked 10 November 2026, answered 20 November 2026")]
    [InlineData(",Community paediatrics,,03/10/2026,20/10/2026,,Community paediatrics,,10/11/2026,20/11/2026", "2026-10-20", "asked 10 November 2026, answered 20 November 2026")]
    [InlineData(",Community paediatrics,,03/10/2026,,,Community paediatrics,,10/11/2026,", null, "asked 10 November 2026, no answer")]
    [InlineData(",Community paediatrics,,03/10/2026,20/10/2026,,community Paediatrics,LTHT,10/11/2026,", "2026-10-20", "asked 10 November 2026, no answer")]
    public async Task A_service_named_twice_in_one_row_is_one_request_and_its_other_round_is_told_and_stands_to_be_corrected(string cells, string? answered, string round)
    {
        var preview = await _app.TrackerAsync(Rounds + Row + cells.Replace("LTHT", await ProviderAsync(), StringComparison.Ordinal) + "\n");
        Assert.Contains($"Community paediatrics, a second time: {round}. To be corrected", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview, TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal(answered is null ? null : DateOnly.Parse(answered, System.Globalization.CultureInfo.InvariantCulture), (await db.AdviceRequests.SingleAsync()).ReturnedOn);
        Assert.Contains(("Community paediatrics, a second time", round), (await db.Assessments.SingleAsync()).ToCorrect.Select(c => (c.Field, c.Given)));
        Assert.Contains("Already there (1)", (await _app.TrackerAsync(Rounds + Row + cells.Replace("LTHT", await ProviderAsync(), StringComparison.Ordinal) + "\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_round_of_somebody_whom_the_directory_does_not_have_stands_to_be_corrected_too()
    {
        await _app.ImportAsync(await _app.TrackerAsync(Rounds + Row + "Somebody New,Community paediatrics,,03/10/2026,20/10/2026,,Community paediatrics,,10/11/2026,\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Single(await db.AdviceRequests.ToListAsync());
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c.Field.EndsWith(", a second time", StringComparison.Ordinal) && c.Given == "asked 10 November 2026, no answer");
    }

    [Fact]
    public async Task Two_rounds_that_rows_add_to_a_case_that_is_there_are_both_kept()
    {
        await _app.ImportAsync(await _app.TrackerAsync(Rounds + Row + ",,,,,,,,,\n"), TestWorld.Administrator);

        await _app.ImportAsync(await _app.TrackerAsync(Rounds + Row + ",Community paediatrics,,03/10/2026,20/10/2026,,,,,\n" + Row + ",Community paediatrics,,10/11/2026,,,,,,\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal((RequestStage.Returned, new DateOnly(2026, 10, 20)), await db.AdviceRequests.Select(r => new ValueTuple<RequestStage, DateOnly>(r.Stage, r.ReturnedOn!.Value)).SingleAsync());
        Assert.Contains(("Community paediatrics, another row", "asked 10 November 2026, no answer"), (await db.Assessments.SingleAsync()).ToCorrect.Select(c => (c.Field, c.Given)));
    }

    [Fact]
    public async Task Another_day_of_a_service_that_the_directory_does_not_have_is_kept_beside_the_first()
    {
        await _app.ImportAsync(await _app.TrackerAsync(Rounds + Row + ",Dietetics,,03/10/2026,20/10/2026,,,,,\n"), TestWorld.Administrator);
        await _app.ImportAsync(await _app.TrackerAsync(Rounds + Row + ",Dietetics,,10/11/2026,20/11/2026,,,,,\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        var cells = (await db.Assessments.SingleAsync()).ToCorrect.Select(c => $"{c.Field}: {c.Given}").ToList();
        Assert.Contains("Dietetics: asked and answered: asked 3 October 2026, answered 20 October 2026; asked 10 November 2026, answered 20 November 2026", cells);
    }

    [Fact]
    public async Task An_authoritys_row_that_has_two_answers_of_a_service_keeps_both()
    {
        const string own = "LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Professional 1 service,Professional 1 answered on,Professional 2 service,Professional 2 answered on\n";

        var preview = await _app.OwnFileAsync(own + "E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,02/09/2026,02/10/2026,Community paediatrics,20/10/2026,Community paediatrics,20/11/2026\n");
        Assert.Contains("Community paediatrics, a second time: answered 20 November 2026. To be corrected", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview);

        await using var db = _app.Database();
        Assert.Contains((await db.Assessments.SingleAsync()).ToCorrect, c => c is { Field: "Community paediatrics, a second time", Given: "answered 20 November 2026" });
    }

    private async Task<string> ProviderAsync()
    {
        await using var db = _app.Database();
        return await (from s in db.Services join p in db.Providers on s.ProviderId equals p.Id where s.Id == TestWorld.Paediatrics select p.Name).SingleAsync();
    }
}
