using DcoPortal.Domain.Figures;

namespace DcoPortal.Tests.Domain.Figures;

public sealed class DelayCauseTests
{
    private static readonly DateOnly Received = new(2026, 6, 1);

    [Theory]
    [InlineData(30, 31, 40, 50, DelayCause.Asking)]
    [InlineData(1, 31, 40, 50, DelayCause.Opening)]
    [InlineData(1, 3, 50, 52, DelayCause.Answering)]
    [InlineData(1, 3, 10, 60, DelayCause.Returning)]
    // as many days: the earlier
    [InlineData(10, 20, 30, 40, DelayCause.Asking)]
    // never sent, never opened, never answered: it lasts to the end
    [InlineData(null, null, null, 60, DelayCause.Asking)]
    [InlineData(2, null, null, 60, DelayCause.Opening)]
    [InlineData(2, 5, null, 60, DelayCause.Answering)]
    // answered by another route: nobody opened it here
    [InlineData(2, null, 58, 60, DelayCause.Opening)]
    // a corrected day that runs backwards is no day
    [InlineData(-4, 3, 9, 60, DelayCause.Returning)]
    public void The_cause_is_where_most_of_the_days_went(int? asked, int? opened, int? answered, int end, DelayCause expected)
    {
        var days = DelayCauses.Days(Received, On(asked), On(opened), On(answered), On(end)!.Value);

        Assert.Equal(expected, DelayCauses.Of(days));
    }

    [Fact]
    public void The_days_of_the_four_add_up_to_all_the_days()
    {
        var days = DelayCauses.Days(Received, On(3), On(8), On(40), On(47)!.Value);

        Assert.Equal((3, 5, 32, 7), (days.Asking, days.Opening, days.Answering, days.Returning));
        Assert.Equal(47, Enum.GetValues<DelayCause>().Sum(days.Of));
    }

    private static DateOnly? On(int? days) => days is { } n ? Received.AddDays(n) : null;
}
