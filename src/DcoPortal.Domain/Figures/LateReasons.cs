using System.Linq.Expressions;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Domain.Figures;

/// <summary>Why advice was not in time, as people said it: the reason of a request, or that nobody has said one. Each such request has exactly one.</summary>
public static class LateReasons
{
    /// <summary>What stands in an address for no reason.</summary>
    public const string None = "none";

    /// <summary>Which requests have a reason, or none. Translates to SQL.</summary>
    public static Expression<Func<AdviceRequest, bool>> Are(LateReason? reason) => reason is { } one ? r => r.LateReason == one : r => r.LateReason == null;
}
