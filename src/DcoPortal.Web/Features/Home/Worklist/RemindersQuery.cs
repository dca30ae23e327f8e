using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Notes;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Reminders of the person's notes, and of their team's, whose day has come.</summary>
public sealed class RemindersQuery(PortalDb db, NotesQuery notes, CurrentPerson person, UkClock clock)
{
    private const int MostWords = 60;

    /// <summary>The part of a worklist, or none.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        var due = notes.Due();
        var rows = await (from n in due
                          join a in db.Assessments on n.AssessmentId equals a.Id
                          orderby n.RemindOn, n.Id
                          select new { n.Id, n.Text, n.IsForTeam, n.AuthorUserId, n.AuthorName, n.RemindOn, a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name, Total = due.Count() }).Take(HomeRows.Most).ToListAsync(ct);
        if (rows.Count == 0) { return []; }
        return [new("Reminders", rows.ConvertAll(n =>
        {
            var child = ChildLine.Of(n.KnownAs, n.Forenames, n.LegalSurname, n.DateOfBirth, n.Setting, n.Reference);
            var words = Beginning(n.Text);
            return new HomeItem($"{Addresses.AssessmentNotes(n.Reference)}#note-{n.Id:N}", child.Name, words)
            {
                ToDo = words,
                Child = child,
                Who = n.AuthorUserId == person.Scope.UserId ? "You" : n.AuthorName,
                WhoNote = n.IsForTeam ? "Note for your team" : "Your own note",
                Since = n.RemindOn,
                DueOn = n.RemindOn,
                When = n.RemindOn == clock.Today ? "Reminder for today" : $"Reminder for {UkText.LongDate(n.RemindOn!.Value)}",
                Words = $"Reminder for {UkText.LongDate(n.RemindOn!.Value)}",
            };
        }), "") { Total = rows[0].Total }];
    }

    private static string Beginning(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MostWords) { return line; }
        var cut = line.LastIndexOf(' ', MostWords);
        return $"{line[..(cut > 0 ? cut : MostWords)]}…";
    }
}
