using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;

namespace DcoPortal.Casework.Requests;

/// <summary>What emails and pages about a case say of its two sides: how the authority's SEND team and the DCO service are reached.</summary>
public sealed record CaseParties(TeamContact Authority, TeamContact Dco, bool AuthorityCountsDayOfReceipt)
{
    public string AuthorityName => Authority.Team;

    public string AuthorityInbox => Authority.Inbox;

    /// <summary>How the authority counts its first day.</summary>
    public ClockSettings Settings => BoardClockSettings.Convention(AuthorityCountsDayOfReceipt);

    /// <summary>Reads both sides in one query.</summary>
    public static Task<CaseParties> LoadAsync(PortalDb db, Guid localAuthorityId, Guid icbId, CancellationToken ct) =>
        (from a in db.LocalAuthorities
         from i in db.Icbs
         where a.Id == localAuthorityId && i.Id == icbId
         select new CaseParties(new TeamContact(a.Name, a.SendInbox, a.SendPhone), new TeamContact(i.Name, i.DcoInbox, i.DcoPhone), a.CountsDayOfReceipt)).SingleAsync(ct);
}

/// <summary>The values of the emails about a request. Nothing here is about a child.</summary>
public static class AdviceEmails
{
    // a link that leads to a sign-in page says nothing to who has no account
    private const string SignIn = "Sign in to", NoAccount = "The person who was asked has no account here and cannot sign in: tell the DCO service, or whoever leads the service, who give this to a colleague or have them invited. With an account you can";

    /// <summary>The page that an email about a request opens.</summary>
    public static string Path(AdviceRequest request) => Addresses.AdviceRequest(request.Id);

    /// <summary>Reference, stage, due date, service, provider, authority and contact.</summary>
    public static Dictionary<string, string> Values(AdviceRequest request, AskableDirectory directory, CaseParties parties)
    {
        var service = directory.Service(request.ServiceId);
        var values = Values(request, service?.DistinctName, service is null ? null : directory.ProviderOf(service).Name, parties);
        if (request.ProfessionalId is { } holder && !directory.HasAccount(holder, request.ServiceId)) { values["next"] = NoAccount; }
        return values;
    }

    /// <summary>The same values, for a caller that knows the names of the service and its provider without the directory.</summary>
    public static Dictionary<string, string> Values(AdviceRequest request, string? serviceName, string? providerName, CaseParties parties)
    {
        var deadline = request.DeadlineWith(parties.Settings);
        var values = new Dictionary<string, string>
        {
            ["reference"] = request.AssessmentReference,
            ["stage"] = request.LapsedOn is { } ended ? $"{request.Kind.Label().ToLower(UkText.Culture)} for an assessment that ended on {UkText.LongDate(ended)}, by the due date" : request.Kind.Stage(),
            ["due-on"] = DueWords.InEmail(deadline),
            ["why-due"] = deadline.Explain(),
            ["service-name"] = serviceName ?? "The service",
            ["provider-name"] = providerName ?? "The provider",
            ["authority-name"] = parties.AuthorityName,
            ["contact"] = parties.Dco.InEmail,
            ["next"] = SignIn,
        };
        if (request is { Stage: RequestStage.Reopened, WantedByOn: { } by, MoreAskedUtc: not null })
        {
            // its own date was met or missed with the first return
            values["stage"] = $"{(request.NextAnswer == AnswerKind.Version ? "new version of" : "addendum to")} {request.Kind.Label().ToLower(UkText.Culture)}{(request.AnswerStands ? "" : ": what was returned is withdrawn, and the authority has none")}";
            values["due-on"] = UkText.LongDate(by);
            values["why-due"] = $"asked for on {UkText.LongDate(UkClock.DateOf(request.MoreAskedUtc!.Value))}, and wanted by this day. It is a local date: no law gives one.";
        }

        return values;
    }
}
