using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>A service that is named twice, in one row or in several: a case has one request to it, and a later round stands to be corrected.</summary>
internal static class ServiceRounds
{
    /// <summary>What a row says, each service once; and in words what it says of a service a second time, or of a second person of it.</summary>
    public static (NotificationDetails Details, IReadOnlyList<string> Reasons) OfRow(NotificationDetails details, DirectoryIndex directory)
    {
        var (services, others) = Joined(details.Professionals, directory, SecondTime);
        return (details with { Professionals = services, ToCorrect = TrackerRows.Both(details.ToCorrect, others) }, [.. others.Select(c => $"{c.Field}: {c.Given}. To be corrected"), .. SecondPeople(services, directory)]);
    }

    /// <summary>Whom the directory does not have and who is not the first of a service to be named, in words: a case has one request to the service.</summary>
    public static IReadOnlyList<string> SecondPeople(IEnumerable<NamedProfessional> named, DirectoryIndex directory) =>
        [.. from one in named.Select(directory.Link)
            where one is { ProfessionalId: null, ServiceId: not null, Name: not null } && (one.AskedOn ?? one.AnsweredOn) is not null
            group one by one.ServiceId into people
            let first = people.First()
            from other in people.Skip(1)
            where SearchKey.Of(other.Name) != SearchKey.Of(first.Name)
            select $"{SaidMore.Words(other)}: the directory does not have {other.Name}, and a case has one request to a service, here that of {first.Name}. To be corrected"];

    /// <summary>Each service once, with the first day on which it was asked and answered; what is said besides of a later round stands to be corrected.</summary>
    /// <param name="named">Everybody named, in order.</param>
    /// <param name="directory">By which one service is known under two spellings.</param>
    /// <param name="again">What stands behind the name of one that is named again.</param>
    public static (IReadOnlyList<NamedProfessional> Services, IReadOnlyList<CellToCorrect> Others) Joined(IReadOnlyList<NamedProfessional> named, DirectoryIndex directory, string again)
    {
        List<CellToCorrect> others = [];
        List<NamedProfessional> services = [];
        foreach (var group in named.GroupBy(p => (object)AddProfessionalsHandler.KeyOf(directory.Link(p))))
        {
            var one = group.First() with
            {
                AskedOn = group.Where(p => p.AskedOn is not null).Min(p => p.AskedOn),
                AnsweredOn = group.Where(p => p.AnsweredOn is not null).Min(p => p.AnsweredOn),
                FamilyAsked = group.Any(p => p.FamilyAsked),
            };
            services.Add(one);
            if (Besides(group, one, again) is { } other) { others.Add(other); }
        }
        return (services, others);
    }

    // once there is a later round, one that nobody answered is said too: the answer that is kept may be that of the other
    private static CellToCorrect? Besides(IGrouping<object, NamedProfessional> said, NamedProfessional kept, string again)
    {
        var rounds = said.Where(p => (p.AskedOn is { } asked && asked != kept.AskedOn) || (p.AnsweredOn is { } answered && answered != kept.AnsweredOn)).ToList();
        if (rounds.Count == 0) { return null; }
        var unanswered = said.Where(p => p.AnsweredOn is null && p.AskedOn == kept.AskedOn && kept.AnsweredOn is not null && rounds.TrueForAll(r => r.AskedOn is not null && r.AskedOn != p.AskedOn));
        return new($"{SaidMore.Words(kept)}{again}", string.Join("; ", unanswered.Concat(rounds).Select(p => Days(p.AskedOn, p.AnsweredOn)).Distinct()), Why);
    }

    /// <summary>The days of one round in words.</summary>
    public static string Days(DateOnly? asked, DateOnly? answered) =>
        string.Join(", ", new[] { asked is { } on ? $"asked {UkText.LongDate(on)}" : null, answered is { } back ? $"answered {UkText.LongDate(back)}" : asked is null ? null : "no answer" }.OfType<string>());

    /// <summary>Behind the name of a service that is named again, in its row or otherwise.</summary>
    public const string SecondTime = ", a second time";

    /// <summary>Behind the name of a service that another row names again.</summary>
    public const string AnotherRow = ", another row";

    /// <summary>What to do about a later round.</summary>
    public const string Why = "said of the same service in another place of the file. Only the first days are recorded: correct them on its request, or ask it again, where that is wrong";
}
