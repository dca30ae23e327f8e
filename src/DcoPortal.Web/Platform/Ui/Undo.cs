using DcoPortal.Domain;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>The button beside a success that takes it back while there is time.</summary>
/// <param name="Address">Where it posts to.</param>
/// <param name="Steps">What is taken back.</param>
public sealed record Undo(string Address, IReadOnlyList<Guid> Steps)
{
    /// <summary>How long the button is of use: with script it goes then.</summary>
    public static int Seconds => (int)TakeBackTime.Limit.TotalSeconds;
}

/// <summary>Keeps the button for the next page.</summary>
public static class UndoTempData
{
    const string Key = "ui:undo";

    /// <summary>Offers on the next page to take back what was just done; nothing where nothing can be.</summary>
    public static void Undo(this ITempDataDictionary tempData, string address, params IEnumerable<Guid?> steps)
    {
        List<Guid> known = [.. steps.OfType<Guid>()];
        if (known.Count > 0) { tempData[Key] = $"{address}|{string.Join(',', known)}"; }
    }

    internal static Undo? TakeUndo(this ITempDataDictionary tempData) =>
        (tempData[Key] as string)?.Split('|') is [var address, var steps] ? new(address, [.. steps.Split(',').Select(Guid.Parse)]) : null;
}
