using DcoPortal.Domain.Requests;
using DcoPortal.Web.Features.Assessments;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Which date of a case presses most: a local target never hides a date of the law that has passed.</summary>
public sealed class HealthFirstTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static RequestDate Request(RequestStage stage, AdviceKind kind, int days) =>
        new(stage, kind, Today.AddDays(days), IsRunning: true, WasSent: true, IsNotReplaced: false, "Occupational therapy", "LSCFT");

    private static HealthFirst? First(int? authority, params RequestDate[] requests) =>
        HealthFirst.Of(new(IsOpen: true, HealthAskedOn: null, IsTriaged: true, IsUnasked: false), requests, authority is { } days ? Today.AddDays(days) : null, Today);

    [Theory]
    // health's own date comes first on the day of the authority's
    [InlineData(3, 5, 3, false)]
    [InlineData(5, 5, 5, false)]
    [InlineData(6, 5, null, false)]
    public void Statutory_advice_comes_before_the_authoritys_date_that_is_not_earlier(int advice, int authority, int? first, bool isLocal)
    {
        var found = First(authority, Request(RequestStage.WithService, AdviceKind.Statutory, advice));

        Assert.Equal((first is { } days ? Today.AddDays(days) : (DateOnly?)null, isLocal), (found?.Due, found?.IsLocal ?? false));
    }

    [Theory]
    [InlineData(-34, -21, null)]
    [InlineData(-3, -1, null)]
    [InlineData(-3, 0, -3)]
    [InlineData(-3, 10, -3)]
    [InlineData(4, 4, null)]
    [InlineData(4, 10, 4)]
    [InlineData(4, null, 4)]
    public void A_local_target_comes_first_only_while_no_date_of_the_law_has_passed_or_falls_before_it(int target, int? authority, int? first)
    {
        DateOnly? expected = first is { } days ? Today.AddDays(days) : null;
        foreach (var request in new[] { Request(RequestStage.WithService, AdviceKind.EarlyInformation, target), Request(RequestStage.Reopened, AdviceKind.Statutory, target) })
        {
            Assert.Equal(expected, First(authority, request)?.Due);
        }
    }

    [Fact]
    public void Advice_that_is_overdue_comes_before_a_target_that_passed_earlier()
    {
        var found = First(30, Request(RequestStage.WithService, AdviceKind.EarlyInformation, -40), Request(RequestStage.WithService, AdviceKind.Statutory, -2));

        Assert.Equal((Today.AddDays(-2), false), (found!.Due, found.IsLocal));
    }
}
