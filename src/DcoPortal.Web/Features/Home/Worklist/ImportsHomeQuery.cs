using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The imports that wait for a person, and those of colleagues who can't import theirs any more.</summary>
public sealed class ImportsHomeQuery(WaitingImports waiting)
{
    /// <summary>None where nothing waits.</summary>
    public async Task<IEnumerable<HomeSection>> SectionsAsync(CancellationToken ct)
    {
        var (own, left) = await waiting.OfPersonAsync(ct);
        // two files of as many rows would sound alike
        string Number(int n) => own.Count + left.Count == 1 ? "" : $", number {n} of {own.Count + left.Count}";
        return
        [
            .. Section("Imports that wait for you", [.. own.Select((i, n) => Item(i, "You", Number(n + 1)))]),
            .. Section("Imports that a colleague left", [.. left.Select((i, n) => Item(i, $"{i.ByName}, who cannot import any more", Number(own.Count + n + 1)))]),
        ];
    }

    private static IEnumerable<HomeSection> Section(string heading, IReadOnlyList<HomeItem> items) => items.Count == 0 ? [] : [new(heading, items, "")];

    private static HomeItem Item(WaitingImport import, string who, string number)
    {
        var rows = UkText.Count(import.Rows, "row");
        var (title, toDo, button, detail) = import.Wait switch
        {
            ImportWait.ToCheck => (import.Rows == 0 ? "An import waits to be checked" : $"An import waits to be checked: {rows}", "Check an import", "Check", $"Nothing of it is in a case yet. Its file is deleted on {UkText.LongDate(UkClock.DateOf(import.UploadedUtc + ImportProcessor.Retention))}"),
            ImportWait.Failed => ($"An import was not done: {rows}", "Try an import again", "Open", "Nothing of it is in a case yet"),
            _ => ($"{rows} of an import {(import.Rows == 1 ? "waits" : "wait")} for your answer", "Say what rows of an import are", "Look", "Not imported, because nobody has said what they are"),
        };
        return new(import.Wait == ImportWait.Unanswered ? $"{Addresses.AssessmentsImportBatch(import.Id)}?show=LookAt" : Addresses.AssessmentsImportBatch(import.Id), title, $"{detail}{number}")
        {
            ToDo = toDo,
            Button = button,
            Who = who,
            WhoNote = $"Uploaded on {UkText.LongDateTime(import.UploadedUtc)}",
            Since = UkClock.DateOf(import.UploadedUtc),
            Words = $"Uploaded on {UkText.LongDateTime(import.UploadedUtc)}",
        };
    }
}
