using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Requests;

/// <summary>Status by date: the function and its twin for SQL say the same of every request on every day.</summary>
public sealed class TrafficLightTests
{
    public static TheoryData<RequestStage, int> EveryStageAndThreshold()
    {
        var data = new TheoryData<RequestStage, int>();
        foreach (var stage in Enum.GetValues<RequestStage>()) { foreach (var days in new[] { 0, 7, TrafficLight.DueSoonDays, 28 }) { data.Add(stage, days); } }
        return data;
    }

    [Theory, MemberData(nameof(EveryStageAndThreshold))]
    public void A_request_is_in_exactly_one_box_on_any_day_and_SQL_agrees(RequestStage stage, int dueSoonDays)
    {
        var request = Lives.In(stage);
        for (var day = request.DueOn.AddDays(-40); day <= request.DueOn.AddDays(3); day = day.AddDays(1))
        {
            var light = new TrafficLight(day, dueSoonDays);
            var boxes = Enum.GetValues<RequestBox>().Where(b => light.In(b).Compile()(request));

            Assert.Equal([light.BoxOf(request)], boxes);
        }
    }

    [Theory]
    [InlineData(-1, null, RagStatus.Overdue)]
    [InlineData(0, null, RagStatus.DueSoon)]
    [InlineData(14, null, RagStatus.DueSoon)]
    [InlineData(15, null, RagStatus.OnTrack)]
    [InlineData(-1, -1, RagStatus.Done)]
    [InlineData(-1, 0, RagStatus.DoneLate)]
    public void A_due_date_is_met_on_the_day_itself(int due, int? done, RagStatus expected)
    {
        var today = Lives.Today;

        Assert.Equal(expected, TrafficLight.On(today).Of(today.AddDays(due), done is { } d ? today.AddDays(d) : null));
    }
}
