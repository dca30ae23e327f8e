using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Tests.Parts.Worklist;

public sealed class SectionNoteTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("nothing waits", new int[0], new int[0], 0)]
    [InlineData("up to 89 days overdue, 1 due within 14 days", new[] { -89, -3, 5, 30 }, new int[0], 4)]
    [InlineData("first due in 20 days", new[] { 20, 30 }, new int[0], 2)]
    [InlineData("oldest 6 weeks", new int[0], new[] { 3, 44 }, 2)]
    [InlineData("oldest 3 days", new int[0], new[] { 3, 1 }, 2)]
    [InlineData("all from today", new int[0], new[] { 0 }, 1)]
    // of more than are shown nobody knows how many are due soon, or which is the oldest
    [InlineData("up to 89 days overdue", new[] { -89, 5 }, new int[0], 20)]
    [InlineData("", new int[0], new[] { 3 }, 20)]
    public void The_line_of_a_section_says_how_late_how_soon_or_how_old(string words, int[] due, int[] old, int total)
    {
        HomeItem[] items =
        [
            .. due.Select(d => new HomeItem("/", "", "") { DueOn = Today.AddDays(d), Status = TrafficLight.On(Today).Of(Today.AddDays(d)) }),
            .. old.Select(d => new HomeItem("/", "", "") { Since = Today.AddDays(-d) }),
        ];

        Assert.Equal(words, SectionNote.Of(new HomeSection("A kind", items, "None.") { Total = total }, Today));
    }

    [Fact]
    public void A_local_target_is_never_called_overdue() =>
        Assert.Equal("up to 6 days past local target", SectionNote.Of(new("A kind", [new("/", "", "") { DueOn = Today.AddDays(-6), Status = RagStatus.Overdue, IsLocalTarget = true }], ""), Today));
}
