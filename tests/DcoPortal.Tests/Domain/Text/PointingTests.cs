using DcoPortal.Domain.Text;

namespace DcoPortal.Tests.Domain.Text;

public sealed class PointingTests
{
    [Theory]
    [InlineData("Please see attached report")]
    [InlineData("See attached")]
    [InlineData("See report.")]
    [InlineData("Will follow")]
    [InlineData("Report to follow")]
    [InlineData("Awaiting assessment")]
    [InlineData("Not yet assessed")]
    [InlineData("As discussed")]
    [InlineData("see previous")]
    [InlineData("Refer to letter dated 3 Nov")]
    [InlineData("Please see enclosed letter of 03/11/2026. Full report will follow.")]
    [InlineData("See Dr Shah's letter")]
    [InlineData("See the physiotherapy report dated 3 November from Blackpool")]
    [InlineData("Already sent by secure email")]
    [InlineData("https://nhs-my.sharepoint.com/:w:/g/personal/gwen/EaBc")]
    [InlineData("Report: https://nhs-my.sharepoint.com/:w:/g/personal/gwen/EaBc")]
    [InlineData("nhs-my.sharepoint.com/personal/gwen/EaBc")]
    [InlineData("OT report at H:\\SEND\\report.docx")]
    [InlineData("Report is on RiO")]
    [InlineData("See RiO")]
    [InlineData("Report is on SystmOne.")]
    [InlineData("Our report is held on EMIS")]
    [InlineData("The report is on the shared drive")]
    [InlineData("Report emailed to the SEND team on 27 November")]
    [InlineData("Please contact me on 01632 960006 for the report")]
    [InlineData("Our report of March 2025 still stands")]
    [InlineData("OT report to follow")]
    [InlineData("Report available from gwen.pritchard@nhs.net")]
    public void What_only_says_where_the_report_is_points_elsewhere(string text)
    {
        Assert.True(Pointing.IsAll(text));
        Assert.True(Pointing.IsIn(text));
    }

    [Theory]
    [InlineData("Report to follow.", true)]
    [InlineData("See report on RiO", true)]
    [InlineData("Report: https://nhs-my.sharepoint.com/:w:/g/x", true)]
    [InlineData("Occupational therapy report is on the shared drive", true)]
    [InlineData("Our report of March 2025 still stands", true)]
    [InlineData("Report", false)]
    [InlineData("Occupational therapy report", false)]
    [InlineData("See the guideline: https://example.org", false)]
    public void A_file_that_only_says_where_the_report_is_is_told_from_one_with_a_title_alone(string text, bool expected) => Assert.Equal(expected, Pointing.IsAllOfFile(text));

    [Theory]
    [InlineData("He has dyspraxia. See the attached report for scores.")]
    [InlineData("Her needs are set out in the enclosed letter")]
    [InlineData("Scores are in Appendix A")]
    [InlineData("The full assessment is attached, with exercises for school")]
    public void Advice_that_speaks_of_what_is_attached_says_something_all_the_same(string text)
    {
        Assert.False(Pointing.IsAll(text));
        Assert.True(Pointing.IsIn(text));
    }

    [Theory]
    [InlineData("Weekly occupational therapy, reviewed each term")]
    [InlineData("She has attachment difficulties and is attached to her carer")]
    [InlineData("His appendix was removed in 2024")]
    [InlineData("Follows instructions of two words")]
    [InlineData("Cannot see letters on the board")]
    [InlineData("Awaiting an operation on both hips")]
    [InlineData("None")]
    [InlineData("Assessment and review")]
    [InlineData("Weekly occupational therapy in school. See also https://www.rcot.co.uk/handwriting")]
    [InlineData("Uses the app at https://example.org/aac to speak")]
    [InlineData("Physiotherapy before school")]
    [InlineData("Will not stand yet")]
    [InlineData("Not yet in contact with others")]
    [InlineData("Previous speech and language therapy")]
    [InlineData("Contact with the school nurse each week")]
    [InlineData("Speech, language and occupational therapy, reviewed in 6 weeks")]
    [InlineData("")]
    [InlineData(null)]
    public void What_says_something_itself_points_nowhere(string? text) => Assert.False(Pointing.IsIn(text));
}
