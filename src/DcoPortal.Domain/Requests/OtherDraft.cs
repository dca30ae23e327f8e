using System.Text.Encodings.Web;
using System.Text.Json;

namespace DcoPortal.Domain.Requests;

/// <summary>What one person had written of an answer before another wrote over it: kept for the service and the DCO service, returned to nobody.</summary>
/// <param name="UserId">Who wrote it.</param>
/// <param name="ByName">That person's name.</param>
/// <param name="SavedUtc">When it was last saved, UTC.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Needs">Needs.</param>
/// <param name="Outcomes">Outcomes.</param>
/// <param name="Provision">Provision.</param>
/// <param name="Author">The author's line.</param>
public sealed record OtherDraft(Guid UserId, string ByName, DateTime SavedUtc, string? Summary, string? Basis, string? Needs, string? Outcomes, string? Provision, string? Author) : IAdviceText
{
    /// <summary>The most that one answer keeps, the newest.</summary>
    public const int Most = 5;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether an answer as it is now still holds all that was written.</summary>
    /// <param name="now">The answer.</param>
    public bool IsIn(IAdviceText now) => Holds(now.Summary, Summary) && Holds(now.Basis, Basis) && Holds(now.Needs, Needs) && Holds(now.Outcomes, Outcomes) && Holds(now.Provision, Provision);

    /// <summary>As stored.</summary>
    internal static IReadOnlyList<OtherDraft> Read(string? stored) => stored is null ? [] : JsonSerializer.Deserialize<List<OtherDraft>>(stored, Json) ?? [];

    /// <summary>To be stored; null for none.</summary>
    internal static string? Stored(IEnumerable<OtherDraft> drafts) => drafts.ToList() is { Count: > 0 } some ? JsonSerializer.Serialize(some, Json) : null;

    private static bool Holds(string? now, string? then) => string.IsNullOrWhiteSpace(then) || now?.Contains(then, StringComparison.Ordinal) == true;
}
