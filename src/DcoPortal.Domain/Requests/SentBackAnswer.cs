using System.Text.Encodings.Web;
using System.Text.Json;

namespace DcoPortal.Domain.Requests;

/// <summary>Advice as it was submitted and then sent back. The service rewrites its text in place; this stays with the move, for the DCO service alone.</summary>
public sealed record SentBackAnswer(string? Summary, string? Basis, string? Needs, string? Outcomes, string? Provision, string? Author) : IAdviceText
{
    /// <summary>The documents that were part of it, in their order.</summary>
    public IReadOnlyList<Guid> Documents { get; init; } = [];

    /// <summary>Longest stored text, in characters.</summary>
    public const int StoredLength = 500_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is submitted now.</summary>
    public static SentBackAnswer Of(IAdviceText? written, IReadOnlyList<Guid> documents) =>
        new(written?.Summary, written?.Basis, written?.Needs, written?.Outcomes, written?.Provision, written?.Author) { Documents = documents };

    /// <summary>As it is kept with the move.</summary>
    public string Stored() => JsonSerializer.Serialize(this, Json);

    /// <summary>As it was kept.</summary>
    public static SentBackAnswer Read(string stored) => JsonSerializer.Deserialize<SentBackAnswer>(stored, Json)!;

    /// <summary>Whether a withdrawal that lets nobody read an answer means this too: it was sent back before, or says in some part the very same.</summary>
    public bool IsMeantBy(DateTime sentBackUtc, DateTime withdrawnUtc, IAdviceText withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        return sentBackUtc <= withdrawnUtc || Same(Needs, withdrawn.Needs) || Same(Outcomes, withdrawn.Outcomes) || Same(Provision, withdrawn.Provision) || Same(Summary, withdrawn.Summary) || Same(Basis, withdrawn.Basis);
    }

    private static bool Same(string? mine, string? theirs) => !string.IsNullOrWhiteSpace(mine) && mine == theirs;
}
