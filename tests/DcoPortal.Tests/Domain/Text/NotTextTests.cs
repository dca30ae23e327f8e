using DcoPortal.Domain.Text;

namespace DcoPortal.Tests.Domain.Text;

public sealed class NotTextTests
{
    [Theory]
    [InlineData("Dietetics?", true)]
    [InlineData("✗ Dietetics", true)]
    [InlineData("Gwen Pritchard ❌", true)]
    [InlineData("Dietetics 👎", true)]
    [InlineData("-Dietetics", true)]
    [InlineData("(Dietetics)", true)]
    [InlineData("Gwen Pritchard*", true)]
    [InlineData("✓ Dietetics", false)]
    [InlineData("Gwen Pritchard (OT)", false)]
    [InlineData("Smith-Jones", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_sign_that_may_mean_no_stands_beside_something_asked(string? text, bool asked) => Assert.Equal(asked, NotText.IsAsked(text));

    [Theory]
    [InlineData("No objection")]
    [InlineData("no concerns.")]
    [InlineData("None")]
    public void No_objection_names_nobody_and_elsewhere_what_says_something_stays(string typed)
    {
        Assert.Null(typed.ObjectionOrNull());
        Assert.Equal(typed == "None" ? null : typed, typed.ContentOrNull());
        Assert.Equal("CAMHS", "CAMHS".ObjectionOrNull());
    }

    [Theory]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("N/A")]
    [InlineData("n.a.")]
    [InlineData("None")]
    [InlineData("none.")]
    [InlineData("TBC")]
    [InlineData("No")]
    [InlineData("Nobody")]
    [InlineData("same")]
    [InlineData("Not known")]
    [InlineData("No-one")]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("########")]
    public void Words_for_nothing_are_no_content(string typed)
    {
        Assert.True(NotText.IsNothing(typed));
        Assert.Null(typed.ContentOrNull());
    }

    [Theory]
    [InlineData("No contact with her father")]
    [InlineData("Nana")]
    [InlineData("None of this may go to the school")]
    public void Words_that_say_something_are_content(string typed) => Assert.Equal(typed, typed.ContentOrNull());

    [Theory]
    [InlineData("N/A", true, false)]
    [InlineData("Not known", true, false)]
    [InlineData("-", true, false)]
    [InlineData("Na", false, true)]
    [InlineData("No", false, true)]
    [InlineData("Nora", false, false)]
    public void Names_that_are_also_words_for_nothing_are_looked_at_and_not_refused(string typed, bool none, bool look) =>
        Assert.Equal((none, look), (NotText.IsNoName(typed), NotText.MayBeNoName(typed)));

    [Theory]
    [InlineData("ZoÃ«", "Zoë")]
    [InlineData("Oâ€™Brien", "O’Brien")]
    [InlineData("Åukasz", null)]
    [InlineData("Å\u0081ukasz", "Łukasz")]
    [InlineData("FranÃ§ois Zoë", "François Zoë")]
    [InlineData("Zoë", null)]
    [InlineData("João", null)]
    [InlineData("Nguyễn Þóra", null)]
    public void Garbled_letters_are_put_right(string typed, string? meant) => Assert.Equal(meant, NotText.Ungarbled(typed));

    [Theory]
    [InlineData("\"Maya\"", "Maya")]
    [InlineData("“Maya”", "Maya")]
    [InlineData("Maya", null)]
    [InlineData("Maya \"May\"", null)]
    public void Quotation_marks_around_a_cell_are_no_part_of_it(string typed, string? inside) => Assert.Equal(inside, NotText.Unquoted(typed));

    [Fact]
    public void A_number_that_Excel_shortened_and_letters_that_were_lost_are_recognised()
    {
        Assert.True(NotText.IsShortenedNumber("9.43E+09") && NotText.IsShortenedNumber("9E9") && !NotText.IsShortenedNumber("9434765919"));
        Assert.True(NotText.HasLostLetters("Zo\uFFFD") && NotText.HasLostLetters("Zo?la") && !NotText.HasLostLetters("Is she well?"));
    }
}
