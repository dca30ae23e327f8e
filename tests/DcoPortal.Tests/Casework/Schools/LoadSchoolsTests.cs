using System.Text;
using DcoPortal.Casework;
using DcoPortal.Casework.Schools;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Schools;

public sealed class LoadSchoolsTests : IDisposable
{
    private const string Head = "URN,LA (code),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),Street,Town,Postcode,TelephoneNum\r\n";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_file_adds_schools_a_later_one_renews_them_and_the_same_again_changes_nothing()
    {
        const string first = Head + "119200,888,Moorside Primary School,Community school,Open,Primary,Moorside Road,Lancaster,LA1 9AC,01524900103\r\n119201,888,\"Fylde, the Primary\",Community school,Open,Not applicable,,Lytham,FY8 9AD,\r\n";

        Assert.Equal(new SchoolsLoaded(2, 0, 2), await LoadAsync(Encoding.UTF8.GetBytes(first)));
        Assert.Equal(new SchoolsLoaded(0, 0, 2), await LoadAsync(Encoding.UTF8.GetBytes(first)));
        Assert.Equal(new SchoolsLoaded(1, 1, 2), await LoadAsync(Encoding.UTF8.GetBytes(Head + "119200,888,Moorside Primary School,Community school,Closed,Primary,Moorside Road,Lancaster,LA1 9AC,\r\n119461,888,Leyland Methodist,Voluntary controlled school,Open,Primary,,Leyland,PR25 9AE,\r\n")));

        await using var db = _app.Database();
        var schools = await db.Schools.OrderBy(s => s.Urn).ToListAsync();
        Assert.Equal([("119200", false), ("119201", true), ("119461", true)], schools.Select(s => (s.Urn, s.IsOpen)));
        Assert.Equal(("Fylde, the Primary", "", "Lytham, Community school, URN 119201"), (schools[1].Name, schools[1].Phase, schools[1].Place));
    }

    [Fact]
    public async Task The_registers_own_encoding_is_read_and_a_row_without_a_number_is_passed_over()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Head + "119200,888,École St Anne’s,Other,Open,Primary,,Preston,PR1 9AA,\r\n,888,No number,Other,Open,,,,,\r\n");

        Assert.Equal(new SchoolsLoaded(1, 0, 1), await LoadAsync(windows));

        await using var db = _app.Database();
        Assert.Equal("École St Anne’s", (await db.Schools.SingleAsync()).Name);
    }

    [Fact]
    public async Task Another_file_is_refused_in_a_line_that_names_the_missing_column()
    {
        var refused = await Assert.ThrowsAsync<StartUpException>(() => LoadAsync("Name,Town\r\nMoorside,Lancaster\r\n"u8.ToArray()));

        Assert.Equal("The file of schools has no column URN. Download all establishment fields as CSV from Get Information about Schools.", refused.Message);
    }

    private async Task<SchoolsLoaded> LoadAsync(byte[] file)
    {
        await using var db = _app.Database();
        return await LoadSchools.FromAsync(new MemoryStream(file), db, default);
    }
}
