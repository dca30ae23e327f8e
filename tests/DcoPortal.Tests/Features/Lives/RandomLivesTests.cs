using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Lives;

/// <summary>
/// Whatever the pages allow, in whatever order: nobody who was to be asked is forgotten, no legal date moves, no document and no answer is
/// lost. DCO_TEST_LIVES makes more lives than the suite has time for.
/// </summary>
public sealed class RandomLivesTests
{
    private const int Length = 40;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(int.Parse(Environment.GetEnvironmentVariable("DCO_TEST_LIVES_FROM") ?? "1", System.Globalization.CultureInfo.InvariantCulture),
        int.Parse(Environment.GetEnvironmentVariable("DCO_TEST_LIVES") ?? "12", System.Globalization.CultureInfo.InvariantCulture))];

    [Theory, MemberData(nameof(Seeds))]
    public async Task A_life_in_any_order_loses_nobody_no_date_and_no_document(int seed)
    {
        using var app = PortalApp.Lend();
        var life = new Life(app, seed);
        await life.BeginAsync();
        for (var i = 0; i < Length; i++)
        {
            var (name, step) = life.Any(Steps.All);
            life.Said.Add(name);
            try
            {
                if (!await step(life)) { life.Said.Add("   nothing done"); continue; }
                await NothingIsLost.HoldsAsync(life);
            }
            catch (Exception lost) { Assert.Fail($"{lost.Message}\nLife {seed}, {life.Keys.Reference}:\n{string.Join('\n', life.Said)}\n{lost.StackTrace}"); }
            if (life.Chance(40)) { life.Wait(); }
        }
    }
}
