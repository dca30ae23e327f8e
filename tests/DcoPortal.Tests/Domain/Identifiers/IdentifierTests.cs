using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Tests.Domain.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("9434765919", "943 476 5919")]
    [InlineData("9434765870", "943 476 5870")]
    [InlineData("4010232137", "401 023 2137")]
    [InlineData("9000000009", "900 000 0009")]
    [InlineData("1234567881", "123 456 7881")]
    [InlineData(" 999 018 1594 ", "999 018 1594")]
    [InlineData("999-018-1594", "999 018 1594")]
    [InlineData("999\u00A0018\u20131594", "999 018 1594")]
    public void A_right_NHS_number_is_shown_three_three_four(string text, string display)
    {
        Assert.True(NhsNumber.TryParse(text, out var value, out var problem), problem);
        Assert.Equal(display, value.Display);
        Assert.Equal(display.Replace(" ", "", StringComparison.Ordinal), value.Value);
        Assert.Equal(value, NhsNumber.Parse(value.ToString()));
    }

    [Theory]
    [InlineData("1234567890", "check digit is wrong")]
    [InlineData("9434765918", "check digit is wrong")]
    [InlineData("0000000000", "all digits the same")]
    [InlineData("9999999999", "all digits the same")]
    [InlineData("943476591", "must have 10 digits")]
    [InlineData("94347659190", "must have 10 digits")]
    [InlineData("943476591O", "must have 10 digits")]
    [InlineData("9.43477E+09", "must have 10 digits")]
    [InlineData("٩٤٣٤٧٦٥٩١٩", "must have 10 digits")]
    [InlineData("  ", "missing")]
    [InlineData(null, "missing")]
    public void A_wrong_NHS_number_says_what_is_wrong(string? text, string expected)
    {
        Assert.False(NhsNumber.TryParse(text, out var value, out var problem));
        Assert.Null(value);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Any_one_wrong_digit_in_an_NHS_number_is_caught()
    {
        const string right = "9434765919";
        for (var i = 0; i < 10; i++)
            for (var d = '0'; d <= '9'; d++)
                Assert.Equal(d == right[i], NhsNumber.TryParse($"{right[..i]}{d}{right[(i + 1)..]}", out _, out _));
    }

    [Theory]
    [InlineData("B801200005001")]
    [InlineData("b801 2000 05001")]
    [InlineData("P207000016049")] // B207000016049 with the letter that its digits really give
    public void A_right_UPN_is_read(string text)
    {
        Assert.True(Upn.TryParse(text, out var value, out var problem), problem);
        Assert.Equal(13, value.Value.Length);
        Assert.False(value.IsTemporary);
    }

    [Theory]
    [InlineData("A801200005001", "check letter is wrong")]
    [InlineData("B207000016049", "check letter is wrong")]
    [InlineData("Q207000016049", "check letter is wrong")]
    [InlineData("B80120000500", "must have 13 characters")]
    [InlineData("1801200005001", "must begin with a letter")]
    [InlineData("B8012A0005001", "must have digits after the first letter")]
    [InlineData("B80120000500O", "last character is not a digit or an allowed letter")]
    [InlineData("", "missing")]
    public void A_wrong_UPN_says_what_is_wrong(string text, string expected)
    {
        Assert.False(Upn.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void A_temporary_UPN_ends_in_a_letter_that_counts()
    {
        // 8x2 + 0x3 + 1x4 + 2x5 + 5x10 + B(1)x13 = 93, and 93 mod 23 = 1 = B
        Assert.True(Upn.TryParse("B80120000500B", out var value, out var problem), problem);
        Assert.True(value.IsTemporary);
        Assert.False(Upn.TryParse("B80120000500C", out _, out _));
    }

    [Theory]
    [InlineData("qe1", "QE1")]
    [InlineData("P81010", "P81010")]
    [InlineData("01K", "01K")]
    [InlineData(" y02466 ", "Y02466")]
    public void A_right_ODS_code_is_read(string text, string expected)
    {
        Assert.True(OdsCode.TryParse(text, out var value, out _));
        Assert.Equal(expected, value.Value);
    }

    [Theory]
    [InlineData("Q1", "must have 3 to 10 characters")]
    [InlineData("ABCDEFGHIJK", "must have 3 to 10 characters")]
    [InlineData("Q_1", "must be letters and digits only")]
    [InlineData("QÉ1", "must be letters and digits only")]
    [InlineData("", "missing")]
    public void A_wrong_ODS_code_says_what_is_wrong(string text, string expected)
    {
        Assert.False(OdsCode.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("888", true)]
    [InlineData("909", true)]
    [InlineData("088", false)]
    [InlineData("8888", false)]
    [InlineData("E10000017", false)]
    public void A_local_authority_number_has_three_digits(string text, bool right) => Assert.Equal(right, LaCode.TryParse(text, out _, out _));

    [Theory]
    [InlineData("pr24gq", "PR2 4GQ")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("B33 8TH", "B33 8TH")]
    [InlineData("CR2 6XH", "CR2 6XH")]
    [InlineData("DN55 1PT", "DN55 1PT")]
    [InlineData("W1A 1HQ", "W1A 1HQ")]
    [InlineData("EC1A 1BB", "EC1A 1BB")]
    [InlineData(" la1\u00A04yw", "LA1 4YW")]
    public void A_right_postcode_is_spaced_and_upper_case(string text, string expected)
    {
        Assert.True(Postcode.TryParse(text, out var value, out _));
        Assert.Equal(expected, value.Display);
    }

    [Theory]
    [InlineData("PR2", "not a UK postcode")]
    [InlineData("PR2 4CQ", "not a UK postcode")]
    [InlineData("12345", "not a UK postcode")]
    [InlineData("PR2 4GQ\n; drop", "not a UK postcode")]
    [InlineData("", "missing")]
    public void A_wrong_postcode_says_so(string text, string expected)
    {
        Assert.False(Postcode.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void A_reference_reads_back_as_it_was_printed()
    {
        var reference = AssessmentReference.Create("LCC", 2026, 42);
        Assert.Equal("LCC-26-00042", reference.ToString());
        Assert.True(AssessmentReference.TryParse(" lcc-26-00042 ", out var read, out _));
        Assert.Equal(reference, read);
        Assert.Equal("LCC-26-123456", AssessmentReference.Parse("LCC-26-123456").ToString());
    }

    [Theory]
    [InlineData("LCC-26-42")]
    [InlineData("LCC-26-00000")]
    [InlineData("LCC-26-000042")]
    [InlineData("L-26-00042")]
    [InlineData("LCC-2026-00042")]
    [InlineData("LCC/2026/1001")]
    [InlineData("LCC-26-٠٠٠٤٢")]
    [InlineData("LCC-26-00042/..")]
    [InlineData(null)]
    public void A_wrong_reference_is_refused(string? text) => Assert.False(AssessmentReference.TryParse(text, out _, out _));

    [Fact]
    public void A_reference_cannot_be_made_of_wrong_parts()
    {
        Assert.Throws<ArgumentException>(() => AssessmentReference.Create("lcc", 26, 1));
        Assert.ThrowsAny<ArgumentException>(() => AssessmentReference.Create("LCC", 26, 0));
        Assert.ThrowsAny<ArgumentException>(() => AssessmentReference.Create("LCC", 26, 1_000_000));
    }

    [Fact]
    public void The_thirteen_primary_needs_are_found_by_code_in_any_case()
    {
        Assert.Equal("SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH", string.Join(' ', PrimaryNeeds.All.Select(n => n.Code)));
        Assert.True(PrimaryNeeds.TryGet(" slcn", out var need));
        Assert.Equal("Speech, language and communication needs", need.Name);
        Assert.False(PrimaryNeeds.TryGet("XYZ", out _));
        Assert.False(PrimaryNeeds.TryGet(null, out _));
    }
}
