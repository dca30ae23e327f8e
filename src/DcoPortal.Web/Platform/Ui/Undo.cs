using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>The button beside a success that takes it back while there is time.</summary>
/// <param name="Address">Where it posts to.</param>
/// <param name="Field">The name of the field that names what is taken back.</param>
/// <param name="Ids">What is taken back.</param>
/// <param name="Seconds">How long the button is of use: with script it goes then.</param>
public sealed record Undo(string Address, string Field, IReadOnlyList<Guid> Ids, int Seconds);

/// <summary>Keeps the button for the next page.</summary>
public static class UndoTempData
{
    const string Key = "ui:undo";

    /// <summary>Offers on the next page to take back what was just done.</summary>
    public static void Undo(this ITempDataDictionary tempData, string address, string field, IEnumerable<Guid> ids, int seconds) =>
        tempData[Key] = $"{address}|{field}|{seconds}|{string.Join(',', ids)}";

    internal static Undo? TakeUndo(this ITempDataDictionary tempData) =>
        (tempData[Key] as string)?.Split('|') is [var address, var field, var seconds, var ids]
            ? new(address, field, [.. ids.Split(',').Select(Guid.Parse)], int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)) : null;
}
