using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DcoPortal.Demo;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>A person at the portal: keeps cookies, follows no redirect, and says how long each answer took.</summary>
internal sealed class Visitor : IDisposable
{
    private const string Token = "__RequestVerificationToken";
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient _http;

    private Visitor(Uri url) =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>Somebody of the demo who has signed in.</summary>
    public static async Task<Visitor> SignInAsync(Uri url, string email)
    {
        var visitor = new Visitor(url);
        var form = await visitor.OpenAsync("/account/sign-in");
        var answer = await visitor.SubmitAsync(form, new Dictionary<string, string> { ["Email"] = email, ["Password"] = DemoPeople.Password });
        return answer.Status == HttpStatusCode.Redirect ? visitor : throw new InvalidOperationException($"{email} cannot sign in: {answer.Status}");
    }

    /// <summary>The page that came back.</summary>
    public static IHtmlDocument Parse(Answer answer) => Parser.ParseDocument(answer.Text);

    public void Dispose() => _http.Dispose();

    public Task<Answer> GetAsync(string path) => TimedAsync(() => _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>A page, with its forms. Redirects are followed.</summary>
    public async Task<Opened> OpenAsync(string path)
    {
        var answer = await GetAsync(path);
        while (answer.Redirect is { } to) { answer = await GetAsync(path = to); }
        return answer.Status == HttpStatusCode.OK ? new(path, Parse(answer)) : throw new InvalidOperationException($"{path} answered {answer.Status}");
    }

    /// <summary>Sends a form of a page with every field as shown, but for those given.</summary>
    public async Task<Answer> SubmitAsync(Opened page, IReadOnlyCollection<KeyValuePair<string, string>> values, FormToSend? form = null)
    {
        using var content = (form ?? new()).Content(page, values, out var action);
        return await TimedAsync(() => _http.PostAsync(new Uri(_http.BaseAddress!, action), content));
    }

    /// <summary>Sends a field as a form of a page would, wherever on it that form is.</summary>
    public async Task<Answer> PostAsync(string page, string to, KeyValuePair<string, string> value)
    {
        var token = (await OpenAsync(page)).Find($"input[name={Token}]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([value, new(Token, token)]);
        return await TimedAsync(() => _http.PostAsync(new Uri(to, UriKind.Relative), content));
    }

    private static async Task<Answer> TimedAsync(Func<Task<HttpResponseMessage>> send)
    {
        var clock = Stopwatch.StartNew();
        using var response = await send();
        var body = await response.Content.ReadAsByteArrayAsync();
        return new(response.StatusCode, clock.Elapsed, body, response.Headers.Location?.ToString());
    }
}
