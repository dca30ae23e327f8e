using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Requests;

/// <summary>Tells whoever had begun an answer that somebody else set it aside, or sent one. The email holds nothing of it.</summary>
public sealed class SetAsideEmails(PortalDb db, PortalDbFactory databases, Outbox outbox, CurrentPerson person)
{
    private static readonly Announcement SetAside = new("begun-answer-set-aside", "begun-answer-not-sent", "Whoever had begun an answer in the portal",
        "Somebody else answers that there is no advice, gives the request back, says that nothing more is needed, or closes or withdraws the request", Unless: "They did it themselves, are told of the closing anyway, or cannot sign in any more", Again: "move and person");

    private static readonly Announcement SentByAnother = new("begun-answer-another-sent", "begun-answer-another-sent", "Whoever had worked on an answer in the portal",
        "Somebody else sends an answer", Unless: "They cannot sign in any more", Again: "move and person");

    /// <summary>Every email about it.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [SetAside, SentByAnother];

    /// <summary>Tells each who had worked on an answer that somebody else has sent one, in the caller's save.</summary>
    /// <param name="request">The request, submitted.</param>
    /// <param name="begun">Who worked on it last.</param>
    /// <param name="response">The answer, with what others had written before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SentByAnotherAsync(AdviceRequest request, BegunAnswer? begun, AdviceResponse? response, CancellationToken ct)
    {
        foreach (var user in (response?.Others ?? []).Select(o => o.UserId).Append(begun?.ByUserId ?? Guid.Empty).Where(u => u != Guid.Empty).Distinct())
        {
            await TellAsync(SentByAnother, request, user, null, ct);
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
        if (begun?.ByUserId is { } user) { await TellAsync(SetAside, request, user, what, ct, told); }
    }

    private async Task TellAsync(Announcement what, AdviceRequest request, Guid user, string? stage, CancellationToken ct, string? told = null)
    {
        if (user == person.Scope.UserId) { return; }
        // the address alone, of the person whose work it is
        await using var all = databases.Create(AccessScope.System);
        if (await all.Users.Where(u => u.Id == user && u.DisabledUtc == null).Select(u => u.Email).SingleOrDefaultAsync(ct) is not { } to || to.Equals(told, StringComparison.OrdinalIgnoreCase)) { return; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.DistinctName).SingleAsync(ct);
        var values = AdviceEmails.Values(request, service, null, await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct));
        if (stage is not null) { values["stage"] = stage; }
        outbox.Queue(what, what.KeyOf(request.Id, request.MoveCount, user), to, request.ShownToService ? AdviceEmails.Path(request) : Addresses.AdviceRequests, values, request.Keys, request.Id);
    }
}
