namespace DcoPortal.Casework.Requests;

/// <summary>An answer that went along with a case that moved: whoever has the case now reads it with the day that was recorded, so that day is not changed here.</summary>
internal static class CarriedAlong
{
    /// <summary>What to say.</summary>
    public const string Rule = "The case has moved and this answer went along. Whoever has it now sees the day that was recorded.";

    /// <summary>Whether a request's answer did.</summary>
    public static async Task<bool> IsAsync(PortalDbFactory databases, Guid requestId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.CarriedAnswers.AnyAsync(c => c.SourceRequestId == requestId, ct);
    }
}
