namespace DcoPortal.Casework.Requests;

/// <summary>What a case has of early information, which is asked for before the decision and is no statutory advice.</summary>
public enum EarlyStanding
{
    /// <summary>Nobody was asked for any.</summary>
    None,

    /// <summary>Somebody was asked, and no advice of it stands.</summary>
    Asked,

    /// <summary>Advice of it stands. Regulation 6(4): advice given for any purpose may be enough.</summary>
    In,
}

/// <summary>That nobody was asked for statutory advice, in the same words wherever it is said: somebody may have been asked for early information.</summary>
public static class EarlyInformation
{
    /// <summary>What a case has.</summary>
    /// <param name="early">Each request for early information: whether it was ever sent, and whether advice of it stands.</param>
    public static EarlyStanding Of(IEnumerable<(bool WasSent, bool HasAdvice)> early) =>
        early.Select(r => r.HasAdvice ? EarlyStanding.In : r.WasSent ? EarlyStanding.Asked : EarlyStanding.None).DefaultIfEmpty().Max();

    /// <summary>While somebody may still be asked, in the middle of a sentence.</summary>
    public static string NobodyYet(EarlyStanding early) => early switch
    {
        EarlyStanding.In => $"nobody has been asked for statutory advice{Also(early)}",
        EarlyStanding.Asked => "nobody has been asked for statutory advice yet",
        _ => "nobody has been asked yet",
    };

    /// <summary>Why there is no medical advice, in the middle of a sentence.</summary>
    public static string NobodyInHealth(EarlyStanding early) => early == EarlyStanding.None ? "nobody in health was asked" : "nobody in health was asked for statutory advice";

    /// <summary>What is added where early information is in; else nothing.</summary>
    public static string Also(EarlyStanding early) => early == EarlyStanding.In ? "; early information is in" : "";

    /// <summary>"early information: 1 of 1 back".</summary>
    public static string Counted(int back, int asked) => $"early information: {back} of {asked} back";
}
