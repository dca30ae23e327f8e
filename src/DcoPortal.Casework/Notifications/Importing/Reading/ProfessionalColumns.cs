namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the columns of one professional or service of a row, and the headings that name it where no column does
internal sealed record ProfessionalColumns(string Name, string Service, string Provider, string Asked, string Answered, string Family, IReadOnlyList<ServiceHeading> Headed)
{
    /// <summary>The column of one of its days.</summary>
    public string Day(bool isAnswer) => isAnswer ? Answered : Asked;

    public static ProfessionalColumns Of(int n, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> columns)
    {
        var (name, service, asked, answered) = (NotificationColumns.ProfessionalName(n), NotificationColumns.ProfessionalService(n), NotificationColumns.ProfessionalAsked(n), NotificationColumns.ProfessionalAnswered(n));
        ServiceHeading? At(string column, bool isAnswer) => columns.TryGetValue(column, out var at) && ServiceHeading.Of(headings[at]) is { } headed ? headed with { IsAnswer = isAnswer } : null;
        return new(name, service, NotificationColumns.ProfessionalProvider(n), asked, answered, NotificationColumns.ProfessionalFamilyAsked(n),
            columns.ContainsKey(name) || columns.ContainsKey(service) ? [] : [.. new[] { At(asked, false), At(answered, true) }.OfType<ServiceHeading>()]);
    }
}
