using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>An email that Notify says it could not deliver.</summary>
public sealed record NotifyFailure(string Status, string? Reference, DateTime CreatedUtc)
{
    public Guid Id { get; } = Guid.NewGuid();
}

/// <summary>GOV.UK Notify's address for emails, in this process: keeps what it is given and answers as Notify documents.</summary>
public sealed class NotifyServer : IAsyncLifetime
{
    private readonly WebApplication app;

    public NotifyServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v2/notifications/email", AnswerAsync);
        app.MapGet("/v2/notifications", List);
    }

    public const string ServiceId = "8a1b6f0e-3c5d-4f1e-9b7a-2d4c6e8f0a1b";
    public const string Secret = "1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b";
    public const string ApiKey = $"portal_test-{ServiceId}-{Secret}";
    public const string TemplateId = "5d3c2b1a-0f9e-4d8c-b7a6-958473625140";

    public string Url => app.Urls.Single();

    /// <summary>What was asked: the bearer token and the body.</summary>
    public ConcurrentQueue<(string Token, JsonElement Body)> Requests { get; } = new();

    /// <summary>The next answers, before the usual 201: a status and a body.</summary>
    public ConcurrentQueue<(int Status, string Body)> Answers { get; } = new();

    /// <summary>What could not be delivered, the newest first.</summary>
    public List<NotifyFailure> Failures { get; } = [];

    /// <summary>What was asked about deliveries.</summary>
    public ConcurrentQueue<(string Token, string TemplateType, string Status)> Asked { get; } = new();

    /// <summary>How many a page holds; the real one's 250.</summary>
    public int PageSize { get; set; } = 250;

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private IResult List(HttpRequest request)
    {
        var status = request.Query["status"].ToString();
        Asked.Enqueue((request.Headers.Authorization.ToString()["Bearer ".Length..], request.Query["template_type"].ToString(), status));
        var all = Failures.Where(f => f.Status == status).ToList();
        var olderThan = request.Query["older_than"].ToString();
        var from = olderThan.Length == 0 ? 0 : all.FindIndex(f => $"{f.Id}" == olderThan) + 1;
        return Results.Json(new
        {
            notifications = all.Skip(from).Take(PageSize).Select(f => new
            {
                id = f.Id,
                reference = f.Reference,
                email_address = "inbox@provider.test",
                type = "email",
                status = f.Status,
                template = new { id = TemplateId, version = 1, uri = "https://api.notifications.service.gov.uk/v2/template/1" },
                body = "b",
                subject = "s",
                created_at = f.CreatedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
                completed_at = (string?)null,
            }),
            links = new { current = "https://api.notifications.service.gov.uk/v2/notifications" },
        });
    }

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        Requests.Enqueue((request.Headers.Authorization.ToString()["Bearer ".Length..], body.RootElement.Clone()));
        if (Answers.TryDequeue(out var answer))
            return Results.Text(answer.Body, "application/json", statusCode: answer.Status);
        return Results.Json(new
        {
            id = Guid.NewGuid(),
            reference = body.RootElement.GetProperty("reference").GetString(),
            content = new { subject = "s", body = "b", from_email = "portal@notifications.service.gov.uk" },
            uri = "https://api.notifications.service.gov.uk/v2/notifications/1",
            template = new { id = TemplateId, version = 1, uri = "https://api.notifications.service.gov.uk/v2/template/1" },
        }, statusCode: 201);
    }
}
