using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>What a row says that the case does not say of which it is: such a row is not passed over as being there already.</summary>
internal static class SaidMore
{
    /// <summary>Each in words, in the order of the columns. The services of a case that is stored are compared later.</summary>
    /// <param name="said">The row as it was read, before anything followed from it.</param>
    /// <param name="details">The same as a notification.</param>
    /// <param name="same">The case, or null.</param>
    public static IReadOnlyList<string> Of(ImportedNotification said, NotificationDetails details, SameChild? same) => same is null ? [] :
    [
        .. Lacking(NotificationColumns.AuthorityReference, details.AuthorityReference, same.There.AuthorityReference),
        .. Decision(details, same.There),
        .. Day(NotificationColumns.HealthTold, said.HealthToldOn, same.There.ToldOn),
        .. Day(NotificationColumns.AdviceRequested, said.AdviceRequestedOn, same.There.AskedOn),
        .. Lacking(NotificationColumns.NhsNumber, details.Child.NhsNumber, same.There.NhsNumber),
        .. Lacking(NotificationColumns.Upn, details.Child.Upn, same.There.Upn),
        .. Lacking(NotificationColumns.Postcode, details.Child.Postcode, same.There.Postcode),
        .. same.There.Said is { } row ? SaidBesides.News(SaidOfCase.Of(details, said), row, []).Concat(said.ToCorrect.Where(c => c.Given.Length > 0 && same.There.ToCorrect.All(t => t.Given != c.Given)).Select(c => c.Field)) : [],
        .. same.There.Line is null ? [] : Services(details.Professionals, same.There.Professionals),
    ];

    /// <summary>A professional or service in words.</summary>
    public static string Words(NamedProfessional named) => string.Join(", ", new[] { named.Name, named.ServiceName, named.ProviderName }.OfType<string>());

    private static IEnumerable<string> Lacking(string column, string? here, string? there)
    {
        if (here is not null && there is null) { yield return column; }
    }

    private static IEnumerable<string> Day(string column, DateOnly? here, DateOnly? there)
    {
        if (here is { } on && on != there) { yield return $"{column} {UkText.LongDate(on)}{(there is { } other ? $", not {UkText.LongDate(other)}" : "")}"; }
    }

    private static IEnumerable<string> Decision(NotificationDetails details, KnownCase there)
    {
        if (details.Decision is { } decision && (decision, details.DecidedOn) != (there.Decision, there.DecidedOn)) { yield return $"decision {(decision == AssessmentDecision.Assess ? "to assess" : "not to assess")} on {UkText.LongDate(details.DecidedOn)}"; }
    }

    private static IEnumerable<string> Services(IReadOnlyList<NamedProfessional> here, IReadOnlyList<NamedProfessional> there)
    {
        var known = there.Select(Key).ToHashSet();
        var byFamily = there.Where(p => p.FamilyAsked).Select(Key).ToHashSet();
        return here.Where(p => !known.Contains(Key(p))).Select(Words).Concat(here.Where(p => p.FamilyAsked && known.Contains(Key(p)) && !byFamily.Contains(Key(p))).Select(p => $"{Words(p)} asked for by the family"));
    }

    private static (string?, string?, string?, DateOnly?, DateOnly?) Key(NamedProfessional named) => (SearchKey.Of(named.Name), SearchKey.Of(named.ServiceName), SearchKey.Of(named.ProviderName), named.AskedOn, named.AnsweredOn);
}
