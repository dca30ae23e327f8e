using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>A name without a place to break never pushes a page sideways on a phone: every look measures it.</summary>
[Collection(PageTests.Name)]
public sealed class LongWordsTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_name_of_sixty_letters_stays_on_the_page()
    {
        var keys = await portal.AssessmentAsync(surname: new string('W', 60));
        var id = await portal.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: new string('W', 100));
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "long-words");
        await visitor.SignInAsync(TestWorld.Administrator);

        await visitor.GoAsync("/", "home");
        await visitor.GoAsync($"/assessments/{keys.Reference}", "assessment");
        await visitor.GoAsync($"/advice-requests/{id}/close", "close");
    }
}
