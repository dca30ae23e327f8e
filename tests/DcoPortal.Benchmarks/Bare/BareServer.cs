using System.Text;
using System.Text.Json;
using DcoPortal.Benchmarks.Counting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DcoPortal.Benchmarks.Bare;

/// <summary>The least that could answer: Kestrel, Microsoft.Data.Sqlite and the portal's own SQL, every value written as text. What the portal takes beyond this is spent on accounts, rules and pages.</summary>
internal static class BareServer
{
    public const string Command = "serve-bare";

    /// <summary>Serves the pages of a file, each at its number.</summary>
    public static async Task RunAsync(string database, string pages, string url)
    {
        var served = JsonSerializer.Deserialize<List<BarePage>>(await File.ReadAllTextAsync(pages))!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapGet("/{number:int}", (int number, HttpContext context) => AnswerAsync(database, served[number], context.Response));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(string database, BarePage page, HttpResponse response)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var command in page.Commands) { Read(connection, command, text); }
        await response.WriteAsync(text.ToString());
    }

    private static void Read(SqliteConnection connection, SentCommand sent, StringBuilder text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sent.Sql;
        foreach (var value in ForThisTime(sent)) { command.Parameters.AddWithValue(value.Name, (object?)value.Text ?? value.Number ?? (object)DBNull.Value); }
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
                for (var n = 0; n < reader.FieldCount; n++) { text.Append(reader.GetValue(n)).Append('\t'); }
            }
        }
        while (reader.NextResult());
    }

    // a row that is added has an id of its own each time: the first value, by the portal's own SQL
    private static IEnumerable<SentValue> ForThisTime(SentCommand sent) =>
        sent.IsWrite ? sent.Values.Select((v, n) => n == 0 ? v with { Text = Guid.CreateVersion7().ToString().ToUpperInvariant() } : v) : sent.Values;
}
