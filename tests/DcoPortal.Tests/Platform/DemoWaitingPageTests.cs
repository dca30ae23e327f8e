using System.Net;
using DcoPortal.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace DcoPortal.Tests.Platform;

public sealed class DemoWaitingPageTests
{
    [Fact]
    public async Task Whoever_opens_the_portal_while_its_demo_is_made_sees_how_far_it_is_and_it_makes_way_for_the_portal()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var portal = builder.Build();
        var page = (DemoWaitingPage)await DemoWaitingPage.OpenAsync(portal);
        using var http = new HttpClient { BaseAddress = new Uri(page.Addresses.Single()) };

        page.Made(40);
        page.Made(30);
        var answer = await http.GetAsync("/assessments");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("<progress id=\"made\" max=\"100\" value=\"40\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await page.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/"));
    }
}
