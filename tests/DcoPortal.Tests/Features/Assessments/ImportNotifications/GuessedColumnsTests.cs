using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>The portal matches no column by itself to what its heading does not say. Today is 21 November 2026.</summary>
public sealed class GuessedColumnsTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Decision due date")]
    [InlineData("Decision target")]
    [InlineData("Target decision date")]
    [InlineData("Decision by")]
    [InlineData("Decision expected")]
    [InlineData("Date of decision due")]
    [InlineData("Decision letter sent")]
    [InlineData("Decision appealed")]
    [InlineData("Decision notes")]
    [InlineData("Reply due")]
    [InlineData("Answer expected")]
    [InlineData("Due back")]
    [InlineData("Received by DCO")]
    [InlineData("Date received by NHS")]
    [InlineData("Request due")]
    [InlineData("Date request due")]
    [InlineData("Request withdrawn")]
    [InlineData("Service not to be asked")]
    [InlineData("Parent wishes")]
    [InlineData("Parental wishes")]
    [InlineData("Parent view")]
    [InlineData("Parent says")]
    [InlineData("Parental consent")]
    [InlineData("Parents agree")]
    [InlineData("Parent/carer consent")]
    [InlineData("Consent from parent")]
    [InlineData("Date parents told")]
    [InlineData("Parent not to be contacted")]
    [InlineData("Parent contact preference")]
    [InlineData("Request received from parent")]
    [InlineData("School consent")]
    [InlineData("Address withheld")]
    [InlineData("Confidential address")]
    [InlineData("Address of father")]
    [InlineData("Father address")]
    [InlineData("Previous address")]
    [InlineData("GP address")]
    [InlineData("School address")]
    [InlineData("School email")]
    [InlineData("School need")]
    [InlineData("Parent email 2")]
    [InlineData("Dietetics chased")]
    [InlineData("Chaser sent")]
    [InlineData("Reminder sent")]
    [InlineData("Dietetics part received")]
    [InlineData("Holding reply received")]
    [InlineData("Date LA request received by DCO")]
    [InlineData("Date returned to LA")]
    public void A_heading_that_says_otherwise_is_guessed_to_be_no_day_and_no_name(string heading)
    {
        // whoever has something against, or asks not to be told, may be whom the family means
        Assert.Contains(ColumnNames.Guess(heading), new[] { null, NotificationColumns.DoNotShareWith });
        Assert.Null(ServiceHeading.Of(heading));
    }

    [Theory]
    [InlineData("Panel decision date", NotificationColumns.DecisionDate)]
    [InlineData("Name of parent/carer", NotificationColumns.Parent)]
    [InlineData("Child's home address", NotificationColumns.Address)]
    [InlineData("Current school name", NotificationColumns.Setting)]
    [InlineData("Date sent to provider", "Professional 1 asked on")]
    [InlineData("Date provider returned", "Professional 1 answered on")]
    [InlineData("Child NHS number", NotificationColumns.NhsNumber)]
    public void A_heading_that_says_no_more_is_guessed_as_before(string heading, string column) => Assert.Equal(column, ColumnNames.Guess(heading));

    [Fact]
    public async Task A_guess_is_marked_as_one_and_a_whole_name_beside_its_parts_is_not_lost()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var asked = await manager.UploadAsync("Surname,Forename,Name,DOB,Date received,Address line 1\nAshworth,Zoë,Zoë Ashworth (Smith),04/03/2019,02/11/2026,1 High St\nBond,Ali,Ali Bond,04/03/2018,02/11/2026,\n");
        Assert.Equal(2, asked.All("td .dco-muted").Count(m => m.TextContent == "Not surely this column: check it"));

        await _app.ImportAsync(await manager.SubmitAsync(asked, "form[action$='/columns']", []));
        await using var db = _app.Database();
        Assert.Equal(["Whole name: Zoë Ashworth (Smith)"], (await db.Assessments.ToListAsync()).SelectMany(a => a.ToCorrect).Where(c => c.Field == "Whole name").Select(c => $"{c.Field}: {c.Given}"));
    }

    [Fact]
    public async Task A_consent_that_somebody_took_for_a_name_comes_in_to_be_corrected_all_the_same()
    {
        const string headings = "Surname,Forename,DOB,Date request received,Parental consent\n";
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var asked = await manager.UploadAsync(headings + "Ashworth,Zoë,04/03/2019,02/11/2026,Yes\n");
        Assert.Contains("Match the columns", asked.Text, StringComparison.Ordinal);
        var at = asked.All("input[type=hidden][name$='.Heading']").ToList().FindIndex(i => i.GetAttribute("value") == "PARENTALCONSENT");
        await manager.SubmitAsync(asked, "form[action$='/columns']", new() { [$"Columns[{at}].Column"] = NotificationColumns.Parent });

        // remembered for the next file
        await _app.ImportAsync(await _app.OwnFileAsync(headings + "Bond,Ali,04/03/2018,02/11/2026,\"No, not CAMHS\"\n"));
        await using var db = _app.Database();
        Assert.Equal(("Parental consent, taken as Parent or carer", "No, not CAMHS"), (await db.Assessments.SingleAsync()).ToCorrect.Select(c => (c.Field, c.Given)).Single());
    }
}
