using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>Whether the family may exclude who would get a request again: what was ended is not opened again past its wish.</summary>
public sealed class ExcludedHolder(PortalDb db, WishesInForce wishes, UkClock clock)
{
    /// <summary>What to say to the DCO service.</summary>
    public const string Rule = "The family may not want information shared with who had this request. Ask with Request advice, where you confirm whom they mean, or put the wish right under Sharing information.";

    /// <summary>How the reason of a request begins that was stopped for a wish.</summary>
    public const string Stopped = "The family does not want information shared with them.";

    /// <summary>Whether what the family wishes today may mean who has, or had, the request.</summary>
    public Task<bool> IsMeantAsync(AdviceRequest request, CancellationToken ct) => IsMeantAsync(request, new(request.ServiceId, request.ProfessionalId), ct);

    /// <summary>Whether it may mean somebody else of the service that has the request.</summary>
    public async Task<bool> IsMeantAsync(AdviceRequest request, AskTarget target, CancellationToken ct)
    {
        var wish = await wishes.OfAsync(request, ct);
        if (string.IsNullOrWhiteSpace(wish)) { return false; }
        var directory = await AskableDirectoryQuery.OfBoardAsync(db, request.IcbId, ct);
        // of words that name nobody known, whoever had it may be meant
        return SharingWishes.MayMean(wish, target, directory, clock.Today) || UnclearWishes.NobodyKnown([wish], directory) is not null;
    }

    /// <summary>Whether it may mean a person of the service that has the request, whatever it says of the service.</summary>
    public async Task<bool> IsPersonMeantAsync(AdviceRequest request, Professional person, CancellationToken ct)
    {
        var wish = await wishes.OfAsync(request, ct);
        return !string.IsNullOrWhiteSpace(wish) && SharingWishes.MayMeanPerson(wish, AskTarget.Of(person), await AskableDirectoryQuery.AroundAsync(db, [request], ct));
    }

    /// <summary>The part of today's wish of which nobody can tell whom it means, or null: whoever gets the request next may be meant.</summary>
    public async Task<string?> MeansNobodyKnownAsync(AdviceRequest request, CancellationToken ct)
    {
        var wish = await wishes.OfAsync(request, ct);
        return string.IsNullOrWhiteSpace(wish) ? null : UnclearWishes.NobodyKnown([wish], await AskableDirectoryQuery.OfBoardAsync(db, request.IcbId, ct));
    }

    /// <summary>
    /// A request is open again: what the family has wished since it ended counts as on any open request, and the DCO service stops or
    /// keeps it. What had been settled before stays settled.
    /// </summary>
    /// <param name="request">The request, open again, in the caller's save.</param>
    /// <param name="sinceUtc">When it ended, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task DoubtIfWishedSinceAsync(AdviceRequest request, DateTime sinceUtc, CancellationToken ct)
    {
        if (request.Stage.IsWithNobody()) { return; }
        if (!await wishes.AreSaidSinceAsync(request, sinceUtc, ct)) { return; }
        var wish = await wishes.OfAsync(request, ct);
        request.DoubtSharing(!string.IsNullOrWhiteSpace(wish) && SharingWishes.Doubts(wish, await AskableDirectoryQuery.OfBoardAsync(db, request.IcbId, ct), clock.Today)(request), clock.UtcNow);
    }
}
