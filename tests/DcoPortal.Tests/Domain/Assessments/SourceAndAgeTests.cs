using DcoPortal.Domain.Assessments;

namespace DcoPortal.Tests.Domain.Assessments;

public sealed class SourceAndAgeTests
{
    // born on 1 March 2008: 16 in the school year that ends in 2024, of compulsory school age up to 28 June 2024
    private static readonly DateOnly Born = new(2008, 3, 1);

    [Theory]
    [InlineData(RequestSource.YoungPerson, "2024-06-28", true)]
    [InlineData(RequestSource.YoungPerson, "2024-06-29", false)]
    [InlineData(RequestSource.Parent, "2024-06-28", false)]
    [InlineData(RequestSource.Parent, "2024-06-29", true)]
    [InlineData(RequestSource.School, "2028-02-29", false)]
    [InlineData(RequestSource.School, "2028-03-01", true)]
    [InlineData(RequestSource.Post16Institution, "2022-02-28", true)]
    [InlineData(RequestSource.Post16Institution, "2022-03-01", false)]
    [InlineData(RequestSource.Other, "2031-03-01", false)]
    [InlineData(RequestSource.Parent, "2007-03-01", false)]
    public void Who_asked_is_looked_at_where_the_age_makes_it_unlikely(RequestSource source, string on, bool isDoubtful) =>
        Assert.Equal(isDoubtful, SourceAndAge.Doubt(source, Born, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)) is not null);
}
