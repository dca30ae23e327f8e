using System.Net;
using DcoPortal.Benchmarks.Portal;

namespace DcoPortal.Benchmarks.Writes;

/// <summary>The DCO service asks eight services at once about a case.</summary>
internal sealed class FanOuts(Visitor administrator, IReadOnlyList<Guid> services)
{
    public const int Asked = 8;

    public async Task<TimeSpan> AskAsync(string reference)
    {
        var page = await administrator.OpenAsync($"/assessments/{reference}/request-advice");
        List<KeyValuePair<string, string>> asked = [.. services.Take(Asked).Select(s => KeyValuePair.Create("Ask", $"service:{s:N}")), new("CoveringNote", "Please give advice on needs, outcomes and provision.")];
        var sent = await administrator.SubmitAsync(page, asked, new FormToSend("form#ask"));
        return sent.Status == HttpStatusCode.Redirect ? sent.Took : throw new InvalidOperationException($"Nobody was asked: {new Opened(page.Path, Visitor.Parse(sent)).Errors}");
    }
}
