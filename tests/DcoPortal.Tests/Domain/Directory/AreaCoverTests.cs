using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Tests.Domain.DirectoryRules;

public sealed class AreaCoverTests
{
    [Theory]
    [InlineData("|PR2|", "PR2 1AB", AreaCover.District)]
    [InlineData("|PR2|", "PR21 1AB", AreaCover.Elsewhere)]
    [InlineData("|PR|BB1|", "pr2 1ab", AreaCover.Area)]
    [InlineData("|PR|PR2|", "PR2 1AB", AreaCover.District)]
    [InlineData("|P|", "PR2 1AB", AreaCover.Elsewhere)]
    [InlineData("|BB|", "PR2 1AB", AreaCover.Elsewhere)]
    [InlineData("|EC1A|", "EC1A 1BB", AreaCover.District)]
    [InlineData("|EC|", "EC1A 1BB", AreaCover.Area)]
    [InlineData("", "PR2 1AB", AreaCover.NotSaid)]
    [InlineData("|PR|", null, AreaCover.NotSaid)]
    [InlineData("|PR|", "not known", AreaCover.NotSaid)]
    public void A_service_covers_the_districts_and_areas_it_names(string areas, string? postcode, AreaCover expected) =>
        Assert.Equal(expected, new HealthService { Name = "School nursing", Inbox = "a@nhs.net", Areas = areas }.Covers(postcode));

    [Fact]
    public void Areas_are_read_however_they_are_separated_and_each_once() =>
        Assert.Equal(["PR", "BB1", "LA2"], PostcodeDistrict.Read(" pr, bb1;PR\r\nla2 "));

    [Theory]
    [InlineData("PR", true)]
    [InlineData("B", true)]
    [InlineData("BB11", true)]
    [InlineData("EC1A", true)]
    [InlineData("PR2 1AB", false)]
    [InlineData("PRESTON", false)]
    [InlineData("2", false)]
    public void An_area_or_district_has_its_form(string text, bool isOne) => Assert.Equal(isOne, PostcodeDistrict.IsOne(text));
}
