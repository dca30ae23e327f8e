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
    public void What_only_says_where_the_report_is_points_elsewhere(string text)
    {
        Assert.True(Pointing.IsAll(text));
        Assert.True(Pointing.IsIn(text));
    }

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
    [InlineData("")]
    [InlineData(null)]
    public void What_says_something_itself_points_nowhere(string? text) => Assert.False(Pointing.IsIn(text));
}
