namespace DcoPortal.Casework.Assessments;

/// <summary>Whose case an assessment is, for whoever may read the assessment.</summary>
/// <param name="Name">The name, or null when it is nobody's.</param>
/// <param name="HasLeft">Whether that person cannot sign in any more, so that the case waits for somebody else.</param>
public sealed record CaseOwnerShown(string? Name, bool HasLeft);

/// <summary>Names the owner of a case. The DCO service, to which the row scope shows no account of an authority, may know whom to ring.</summary>
public sealed class CaseOwnerName(PortalDbFactory dbs)
{
    /// <summary>Who it is.</summary>
    /// <param name="assessment">An assessment that was read under the person's own scope.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<CaseOwnerShown> OfAsync(Assessment assessment, CancellationToken ct)
    {
        if (assessment.OwnerUserId is not { } id) { return new(null, false); }
        await using var db = dbs.Create(AccessScope.System);
        var owner = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => new { u.DisplayName, u.DisabledUtc }).SingleOrDefaultAsync(ct);
        return new(owner?.DisplayName, owner?.DisabledUtc is not null);
    }
}
