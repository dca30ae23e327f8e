using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>No row is read by headings that are not its own. Today is 21 November 2026.</summary>
public sealed class SecondTableTests : IDisposable
{
    private const string Own = "Surname,Forename,DOB,NHS No,Date request received,";
    private const string Tracker = "Local authority,Surname,Forename,DOB,NHS No,Date request received,Decision to assess,Date of decision,Date health was asked for advice,";
    private const string First = "Lancashire,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,01/10/2026,02/10/2026,03/10/2026,,,\n";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Surname,Forename,DOB,NHS No,Date request received,Do not share with,School", "Bond,Ali,04/03/2018,,02/11/2026,dad,Moor School")]
    [InlineData("Forename,Surname,DOB,NHS No,Date request received,School,Do not share with", "Ali,Bond,04/03/2018,,02/11/2026,Moor School,dad")]
    [InlineData("Pupil surname,Pupil forename,D of B,NHS,Received,Not to share with,", "Bond,Ali,04/03/2018,,02/11/2026,dad,")]
    [InlineData(",,,,,Do not share with,School", "Bond,Ali,04/03/2018,,02/11/2026,dad,Moor School")]
    public async Task An_authoritys_file_with_other_headings_further_down_is_not_read_by_the_first(string second, string child)
    {
        var page = await _app.OwnFileAsync(Own + "School,Do not share with\nAshworth,Zoë,04/03/2019,,02/11/2026,Hill School,\n,,,,,,\n" + second + "\n" + child + "\n");

        Assert.Contains("Row 4 holds headings again, otherwise than row 1, so that the rows beneath would be read wrongly", Assert.Single(page.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.ImportBatches.ToListAsync());
    }

    [Fact]
    public async Task A_tracker_with_the_services_the_other_way_round_further_down_is_not_read_by_the_first_headings()
    {
        var page = await _app.TrackerAsync("My tracker\n" + Tracker + "Dietetics requested,Dietetics received,Epilepsy nursing requested,Epilepsy nursing received\n" + First +
            Tracker + "Epilepsy nursing requested,Epilepsy nursing received,Dietetics requested,Dietetics received\nBlackpool,Bond,Ali,04/03/2018,,01/09/2026,Yes,01/10/2026,02/10/2026,07/10/2026,10/11/2026,07/10/2026,\n");

        Assert.Contains("Row 4 holds headings again, otherwise than row 2", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_further_down_that_only_a_persons_answer_makes_known_are_told_on_the_preview()
    {
        const string first = "Kid last,Kid first,Kid day,Came,Keep from";
        var asked = await _app.OwnFileAsync(first + "\nAshworth,Zoë,04/03/2019,02/11/2026,\nKid first,Kid last,Kid day,Came,Keep from\nAli,Bond,04/03/2018,02/11/2026,dad\n");
        Assert.DoesNotContain("Check before importing", asked.Text, StringComparison.Ordinal);
        Assert.NotEmpty(asked.Errors);

        // a name of ours lets the file be known as a list
        var manager = await _app.SignInAsync(TestWorld.Manager);
        asked = await manager.UploadAsync("Kid last,Kid first,DOB,Date received,Keep from\nAshworth,Zoë,04/03/2019,02/11/2026,\nKid first,Kid last,x,y,Keep from\nAli,Bond,04/03/2018,02/11/2026,dad\n");
        var columns = asked.All("input[type=hidden][name$='.Heading']").Select(i => i.GetAttribute("value")!).ToList();
        Dictionary<string, string> chosen = new() { ["KIDLAST"] = "Legal surname", ["KIDFIRST"] = "Forenames", ["DOB"] = "Date of birth", ["DATERECEIVED"] = "Date request received", ["KEEPFROM"] = "Do not share with" };
        var preview = await manager.SubmitAsync(asked, "form[action$='/columns']", columns.Select((c, i) => (c, i)).ToDictionary(c => $"Columns[{c.i}].Column", c => (string?)chosen[c.c]));

        Assert.Contains("Row 3 holds headings again, otherwise than row 1", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_that_are_repeated_as_they_are_are_no_child_and_are_told()
    {
        const string headings = Own + "School\n";

        var preview = await _app.OwnFileAsync(headings + "Ashworth,Zoë,04/03/2019,,02/11/2026,Hill School\n" + headings + "Bond,Ali,04/03/2018,,02/11/2026,Moor School\n");

        Assert.Contains("Row 3, which repeats the headings", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Good (2)", preview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Given,Family,Born,Their no,Came in,Where,Tell")]
    [InlineData("First,Last,,,,Keep from,School")]
    [InlineData("OCTOBER,,,,,Confidential from:,School:")]
    public async Task Rows_beneath_other_headings_in_words_that_nobody_knows_are_looked_at(string headings)
    {
        var preview = await _app.OwnFileAsync(Own + "School,Do not share with\nAshworth,Zoë,04/03/2019,,02/11/2026,Hill School,\n" + headings + "\nAli,Bond,04/03/2018,,02/11/2026,dad,Moor School\n");

        Assert.Contains("row 3 above it holds words and no child, such as the headings of another table", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Good (1)", preview.Text, StringComparison.Ordinal);
        Assert.Contains("To look at (1)", preview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTUMN TERM,,,,,,")]
    [InlineData("Cole,Cy,TBC,,not known,Moor School,")]
    [InlineData("Cole,Cy,awaiting form,,02/11/2026,Moor School,")]
    public async Task Rows_beneath_a_title_or_a_child_without_days_are_not_doubted(string row)
    {
        var preview = await _app.OwnFileAsync(Own + "School,Do not share with\nAshworth,Zoë,04/03/2019,,02/11/2026,Hill School,\n" + row + "\nBond,Ali,04/03/2018,,02/11/2026,Moor School,\n");

        Assert.DoesNotContain("above it holds words", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_whose_cells_are_words_of_headings_is_a_child()
    {
        var preview = await _app.OwnFileAsync("Surname,Forename,DOB,Date received,Source of request,School,Primary need\nPupil,Child,04/03/2019,02/11/2026,School,Nursery,Need\n");

        Assert.DoesNotContain("holds headings", preview.Text, StringComparison.Ordinal);
        Assert.Contains("With a warning (1)", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_columns_with_one_name_none_is_taken_for_the_other()
    {
        var page = await _app.TrackerAsync("Local authority,Surname,Forename,DOB,Date request received,Do not share,Do not share\nLancashire,Ashworth,Zoë,04/03/2019,01/09/2026,,CAMHS\n");

        Assert.Contains("Two columns are headed Do not share", Assert.Single(page.Errors), StringComparison.Ordinal);
    }
}
