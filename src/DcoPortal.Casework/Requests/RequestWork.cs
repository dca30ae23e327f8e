namespace DcoPortal.Casework.Requests;

/// <summary>A line of somebody's work, as the list of requests shows it whole.</summary>
public enum RequestWork
{
    /// <summary>The family may not want who has it to know: stop or keep.</summary>
    MayObject,

    /// <summary>Its advice was withdrawn, and nothing takes its place.</summary>
    NothingStands,

    /// <summary>Its holder cannot sign in, or cannot open it.</summary>
    HeldByNobody,

    /// <summary>Late, and not chased today.</summary>
    NotChasedToday,

    /// <summary>Returned before, and a new version or an addendum is asked for.</summary>
    NewAnswer,

    /// <summary>A professional has it, and has not answered yet.</summary>
    ToAnswer,

    /// <summary>A professional has it, and is asked for more.</summary>
    MoreNeeded,

    /// <summary>Nobody in the service has it yet.</summary>
    WithNobodyYet,

    /// <summary>A professional answered it lately.</summary>
    AnsweredLately,

    /// <summary>Returned to the authority lately.</summary>
    ReturnedLately,
}

/// <summary>What each line of work holds: the one place that the home page and the list behind its "See all" share.</summary>
public static class RequestWorks
{
    /// <summary>How many days back "lately" goes.</summary>
    public const int RecentDays = 14;

    /// <summary>The requests of a line. Whose holder cannot open them is looked up beforehand, past what the person sees of accounts.</summary>
    public static IQueryable<AdviceRequest> In(this IQueryable<AdviceRequest> requests, RequestWork work, UkClock clock)
    {
        var (dayBegan, sinceDay) = (UkClock.StartOf(clock.Today), clock.Today.AddDays(-RecentDays));
        var sinceUtc = UkClock.StartOf(sinceDay);
        return work switch
        {
            RequestWork.MayObject => requests.NotClosed().Where(r => r.SharingDoubtUtc != null),
            RequestWork.NothingStands => requests.Where(r => r.UnsettledUtc != null),
            RequestWork.HeldByNobody => requests.ToAnswer(),
            // what was chased today waits for the service, not for the person who opens the list
            RequestWork.NotChasedToday => requests.Where(clock.Light.In(RequestBox.Overdue)).AskedBefore(dayBegan).Where(r => (r.LastChasedUtc == null || r.LastChasedUtc < dayBegan) && r.SharingDoubtUtc == null),
            RequestWork.NewAnswer => requests.Where(r => r.Stage == RequestStage.Reopened),
            RequestWork.ToAnswer => requests.ToAnswer().Where(r => r.ProfessionalId != null && r.SentBackCount == 0 && r.Stage != RequestStage.Reopened),
            RequestWork.MoreNeeded => requests.ToAnswer().Where(r => r.ProfessionalId != null && (r.SentBackCount > 0 || r.Stage == RequestStage.Reopened)),
            RequestWork.WithNobodyYet => requests.ToAnswer().Where(r => r.ProfessionalId == null),
            RequestWork.AnsweredLately => requests.NotClosed().Where(r => r.ProfessionalId != null && r.SubmittedOn >= sinceDay),
            RequestWork.ReturnedLately => requests.Where(r => r.ReturnedUtc >= sinceUtc),
            _ => requests,
        };
    }

    /// <summary>The line in words, above its list.</summary>
    public static string Words(this RequestWork work) => work switch
    {
        RequestWork.MayObject => "requests where the family may object: stop or keep each",
        RequestWork.NothingStands => "requests whose advice was withdrawn, with nothing in its place",
        RequestWork.HeldByNobody => "requests with somebody who cannot sign in or open them",
        RequestWork.NotChasedToday => "requests that are late and were not chased today",
        RequestWork.NewAnswer => "requests for a new version or an addendum",
        RequestWork.ToAnswer => "requests that a professional has and has not answered yet",
        RequestWork.MoreNeeded => "requests of which more is needed",
        RequestWork.WithNobodyYet => "requests that nobody in the service has yet",
        RequestWork.AnsweredLately => $"requests answered in the last {RecentDays} days",
        _ => $"requests with an answer passed on to the authority in the last {RecentDays} days",
    };

    /// <summary>The address of a line's list.</summary>
    public static string Address(this RequestWork work, string more = "") => $"{Addresses.AdviceRequests}?work={work}{more}";
}
