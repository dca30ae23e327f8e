using DcoPortal.Casework.Notifications.Importing.Reading;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>Their columns, each with ours that was guessed or chosen.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Columns">What stands in each drop-down.</param>
public sealed record ColumnsPage(ColumnsQuestion Question, IReadOnlyList<MatchedColumn> Columns)
{
    /// <summary>Ours, to choose from.</summary>
    public static IEnumerable<SelectListItem> Ours { get; } =
        [.. new[] { ColumnNames.SurnameFirst, ColumnNames.ForenamesFirst }.Concat(NotificationColumns.Tracker).Concat(NotificationColumns.Further).Select(c => new SelectListItem(NotificationColumns.Required.Contains(c) ? $"{c} (needed)" : c, c))];

    /// <summary>The page as the file is guessed.</summary>
    public static ColumnsPage Of(ColumnsQuestion question) => new(question, [.. question.Columns.Select(c => new MatchedColumn { Heading = c.Key, Column = c.Column })]);

    /// <summary>The page as a person sent it; headings that the file does not have are left out.</summary>
    public static ColumnsPage Of(ColumnsQuestion question, ColumnsForm form) => new(question, [.. question.Columns.Select(c => new MatchedColumn
    {
        Heading = c.Key,
        Column = form.Columns.Find(m => m.Heading == c.Key)?.Column is { } chosen && Ours.Any(o => o.Value == chosen) ? chosen : null,
    })]);

    /// <summary>Whether what is chosen for a column is guessed from its heading, or was matched for an earlier file.</summary>
    public bool IsGuess(int at) => Question.Columns[at] is { Column: { } column } guessed && Columns[at].Column == column && ColumnNames.Sure(guessed.Heading) is null;

    /// <summary>Whether headings name the services of which they hold a day.</summary>
    public bool NamesServices => Question.Columns.Any(c => ServiceHeading.Of(c.Heading) is not null);

    /// <summary>Ours for each of their headings.</summary>
    public IReadOnlyDictionary<string, string> Chosen => Columns.ToDictionary(c => c.Heading!, c => c.Column ?? "");

    /// <summary>What is chosen twice, or needed and not chosen, each at a field.</summary>
    public IEnumerable<(string Field, string Words)> Problems()
    {
        foreach (var twice in Columns.Select((c, i) => (c.Column, i)).Where(c => !string.IsNullOrEmpty(c.Column)).GroupBy(c => c.Column).Where(g => g.Count() > 1))
        {
            yield return (FieldOf(twice.Last().i), $"{twice.Key} is chosen twice");
        }
        var chosen = Columns.Select(c => c.Column).ToList();
        var whole = chosen.Contains(ColumnNames.SurnameFirst) || chosen.Contains(ColumnNames.ForenamesFirst);
        var missing = NotificationColumns.Required.Where(r => !chosen.Contains(r) && !(whole && r is (NotificationColumns.Surname or NotificationColumns.Forenames))).ToList();
        if (missing.Count > 0) { yield return (FieldOf(0), $"Choose which column is {string.Join(", ", missing)}"); }
    }

    /// <summary>The name of a drop-down.</summary>
    public static string FieldOf(int index) => $"Columns[{index}].Column";
}
