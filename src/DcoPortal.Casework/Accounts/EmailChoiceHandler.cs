namespace DcoPortal.Casework.Accounts;

/// <summary>Stores the choice of the person who is signed in.</summary>
public sealed class EmailChoiceHandler(PortalDb db, Change change, AuditTrail audit)
{
    /// <summary>Stores the choice. Emails already held go with the person's next digest, whatever they choose now.</summary>
    public Task<Outcome> HandleAsync(EmailFrequency frequency, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var me = db.Scope.UserId;
        var user = await db.Users.SingleAsync(u => u.Id == me, ct);
        if (user.EmailFrequency == frequency) { return Outcome.Already; }
        audit.Record(new EmailFrequencyChanged(Words(user.EmailFrequency), Words(frequency)));
        user.EmailFrequency = frequency;
        return Outcome.Done;
    }, ct);

    /// <summary>The choice in words.</summary>
    public static string Words(EmailFrequency frequency) => frequency switch
    {
        EmailFrequency.Daily => "One email each working day for what can wait",
        EmailFrequency.Weekly => "One email each Monday for what can wait",
        _ => "Each email as it happens",
    };
}
