using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Exemptions;

/// <summary>On which requests health's exemption may be recorded.</summary>
internal static class ExemptibleRequests
{
    /// <summary>Why not, in a sentence, or null when it may.</summary>
    public static string? Refusal(AdviceRequest r) =>
        r.Kind != AdviceKind.Statutory ? "This request has a local target, not a legal limit, so no exemption applies to it."
        : r.Stage.IsWithNobody() ? "This request has not been sent, so there is nothing to be exempt from yet."
        : r.Stage.IsEnd() ? "This request has ended, so an exemption can no longer be recorded on it."
        : null;
}
