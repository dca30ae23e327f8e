namespace DcoPortal.Casework.Transfers;

/// <summary>Says to a service where a case went whose move closed its request: it no longer sees the case.</summary>
public sealed class ClosedByMoveQuery(PortalDb db)
{
    /// <summary>How that reason begins.</summary>
    internal const string Beginning = "The case has moved to ";

    /// <summary>Why a request of a case that moved is closed.</summary>
    internal static string Reason(string to) => Beginning + to;

    /// <summary>The authority or board to which the case went; null when the request was closed for another reason.</summary>
    public async Task<string?> WhereToAsync(AdviceRequest request, CancellationToken ct)
    {
        if (request.CloseReason is not { } why || !why.StartsWith(Beginning, StringComparison.Ordinal)) { return null; }
        var to = why[Beginning.Length..];
        // a person may have closed it in words that begin like these: those are for the DCO service
        return await db.LocalAuthorities.AnyAsync(a => a.Name == to, ct) || await db.Icbs.AnyAsync(i => i.Name == to, ct) ? to : null;
    }
}
