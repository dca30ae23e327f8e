using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

/// <summary>Rows that are marked by colour are named once for the file, and a list that is only painted is not.</summary>
public sealed class ColouredRowsTests
{
    [Theory]
    [InlineData("....", null)]
    [InlineData(".r..", "row 3 is")]
    [InlineData("r", "row 2 is")]
    [InlineData("rr", null)]
    [InlineData(".r", "row 3 is")]
    [InlineData(".r.r", "rows 3 and 5 are")]
    [InlineData("gggggggg", null)]
    [InlineData("ggggrggg", "row 6 is")]
    [InlineData(".g.g.g.g", null)]
    [InlineData(".g.g.g.g.gbg.g.g", "row 12 is")]
    [InlineData("..............rrrrrrrrrrrr", "rows 16, 17, 18, 19, 20, 21, 22, 23, 24, 25 and 2 more are")]
    public void Rows_that_are_coloured_otherwise_than_most_are_named(string rows, string? named)
    {
        // each letter is the colour of a row from row 2 on, in its two columns
        var colours = rows.SelectMany((colour, i) => colour == '.' ? [] : new[] { 0, 1 }.Select(column => ((i + 2, column), $"{colour}"))).ToDictionary(c => c.Item1, c => c.Item2);
        var told = ColouredRows.Told(colours, [.. Enumerable.Range(2, rows.Length)]);
        Assert.Equal(named is null, told is null);
        Assert.StartsWith(named is null ? "" : $"Colours: {named} coloured otherwise than most", told ?? "", StringComparison.Ordinal);
    }
}
