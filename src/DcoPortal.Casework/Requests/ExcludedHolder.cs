namespace DcoPortal.Casework.Requests;

/// <summary>Whether the family may exclude who would get a request again: what was ended is not opened again past its wish.</summary>
public sealed class ExcludedHolder(PortalDb db, UkClock clock)
{
    /// <summary>What to say to the DCO service.</summary>
    public const string Rule = "The family may not want information shared with who had this request. Ask with Request advice, where you confirm whom they mean, or put the wish right under Sharing information.";

    /// <summary>Whether what the family wishes today may mean who has, or had, the request.</summary>
    public async Task<bool> IsMeantAsync(AdviceRequest request, CancellationToken ct)
    {
        var wish = await db.Assessments.Where(a => a.Id == request.AssessmentId).Select(a => a.Family.DoNotShareWith).SingleOrDefaultAsync(ct);
        if (string.IsNullOrWhiteSpace(wish)) { return false; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        return SharingWishes.MayMean(wish, new AskTarget(request.ServiceId, request.ProfessionalId), directory, clock.Today);
    }
}
