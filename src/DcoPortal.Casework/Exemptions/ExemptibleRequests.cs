using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Casework.Exemptions;

/// <summary>On which requests health's exemption may be recorded.</summary>
internal static class ExemptibleRequests
{
    /// <summary>Why not, in a sentence, or null when it may.</summary>
    public static string? Refusal(AdviceRequest request) => Exemption.RefusalOn(request);
}
