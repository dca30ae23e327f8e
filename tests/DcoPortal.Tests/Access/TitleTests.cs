using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Access;

/// <summary>Browser histories, tabs and shared screens show titles; download folders show file names.</summary>
public sealed class TitleTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Caseworker)]
    [InlineData(TestWorld.Administrator)]
    [InlineData(TestWorld.Dco)]
    [InlineData(TestWorld.Clinician)]
    [InlineData(TestWorld.Lead)]
    public async Task Titles_and_file_names_carry_the_reference_and_never_a_childs_name(string email)
    {
        var subjects = await Subjects.ArrangeAsync(_app);
        var browser = await _app.SignInAsync(email);
        var wrong = new List<string>();
        var looked = 0;

        foreach (var endpoint in PortalEndpoint.Of(_app).Where(e => e.Method == "GET" && !e.Anonymous))
        {
            foreach (var subject in endpoint.Parameters.Count == 0 ? [null] : (subjects.For(endpoint.Area, endpoint.Controller, endpoint.Parameters[0]) ?? []).Cast<Subject?>().Take(4))
            {
                var page = await browser.GetAsync(endpoint.Address(endpoint.Parameters.Count > 0 ? endpoint.Parameters[0] : null, subject?.Value));
                if (page.Response.IsSuccessStatusCode)
                {
                    looked++;
                    wrong.AddRange(WrongWith(page, endpoint).Select(w => $"{endpoint}: {w}"));
                }
            }
        }

        Assert.Empty(wrong.Distinct());
        Assert.True(looked > 15, $"{looked} pages");
    }

    private static IEnumerable<string> WrongWith(Page page, PortalEndpoint endpoint)
    {
        var title = page.Document.Title ?? "";
        var file = $"{page.Response.Content.Headers.ContentDisposition}";
        if (NamesChild(title) || NamesChild(file)) { yield return $"names the child: {title}{file}"; }
        var isOfCase = page.Url.AbsolutePath.StartsWith("/assessments/", StringComparison.Ordinal) && endpoint.Pattern.Contains("{reference}", StringComparison.Ordinal)
            || page.Url.AbsolutePath.StartsWith("/advice-requests/", StringComparison.Ordinal) && endpoint.Pattern.Contains("{id", StringComparison.Ordinal);
        if (isOfCase && title.Length > 0 && !title.Contains("-26-", StringComparison.Ordinal)) { yield return $"has no reference: {title}"; }
    }

    private static bool NamesChild(string text) =>
        text.Contains("Ashworth", StringComparison.OrdinalIgnoreCase) || text.Contains("Zoë", StringComparison.OrdinalIgnoreCase);
}
