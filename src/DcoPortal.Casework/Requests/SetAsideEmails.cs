using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Requests;

/// <summary>Tells whoever had begun an answer that it was set aside, when somebody else did that. The email holds nothing of it.</summary>
public sealed class SetAsideEmails(PortalDb db, PortalDbFactory databases, Outbox outbox, CurrentPerson person)
{
    private static readonly Announcement SetAside = new("begun-answer-set-aside", "begun-answer-not-sent", "Whoever had begun an answer in the portal",
        "Somebody else sends an answer, or answers that there is no advice, gives the request back, says that nothing more is needed, or closes or withdraws the request", Unless: "They did it themselves, are told of the closing anyway, or cannot sign in any more", Again: "move and person");

    /// <summary>Every email about it.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [SetAside];

    /// <summary>Tells each who had worked on an answer that somebody else has sent one, in the caller's save.</summary>
    /// <param name="request">The request, submitted.</param>
    /// <param name="begun">Who worked on it last.</param>
    /// <param name="response">The answer, with what others had written before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SentByAnotherAsync(AdviceRequest request, BegunAnswer? begun, AdviceResponse? response, CancellationToken ct)
    {
        foreach (var user in (response?.Others ?? []).Select(o => o.UserId).Append(begun?.ByUserId ?? Guid.Empty).Where(u => u != Guid.Empty).Distinct())
        {
            await QueueAsync(request, new BegunAnswer(user, null, null, IsWritten: true, 0), "Somebody else has sent an answer to this request. What you had written or uploaded may not be in it as you left it", ct);
        }
    }

    /// <summary>Queues it in the caller's save.</summary>
    /// <param name="request">The request, moved.</param>
    /// <param name="begun">What was begun; null for nothing.</param>
    /// <param name="what">What was done instead, in a sentence without a full stop.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="told">An address that is told of it in this save already, or null.</param>
    public async Task QueueAsync(AdviceRequest request, BegunAnswer? begun, string what, CancellationToken ct, string? told = null)
    {
        if (begun?.ByUserId is not { } user || user == person.Scope.UserId) { return; }
        // the address alone, of the person whose work it is
        await using var all = databases.Create(AccessScope.System);
        if (await all.Users.Where(u => u.Id == user && u.DisabledUtc == null).Select(u => u.Email).SingleOrDefaultAsync(ct) is not { } to || to.Equals(told, StringComparison.OrdinalIgnoreCase)) { return; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        var values = AdviceEmails.Values(request, service, null, await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct));
        values["stage"] = what;
        outbox.Queue(SetAside, SetAside.KeyOf(request.Id, request.MoveCount, user), to, request.ShownToService ? AdviceEmails.Path(request) : Addresses.AdviceRequests, values, request.Keys, request.Id);
    }
}
