using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>What an outcome is made of, in words, in order and as words of an address.</summary>
internal static class FigureParts
{
    public static string Name(FigureDetail detail) => detail switch
    {
        { Band: { } band } => band.Label(),
        { Nil: { } nil } => nil.Label(),
        { Ground: { } ground } => FigureWords.Label(ground),
        { Stage: { } stage } => FigureWords.OpenLabel(stage),
        _ => "Not stated",
    };

    // lateness and grounds have an order of their own; reasons stand by their number
    public static int Order(FigureDetail detail) => detail switch { { Band: { } band } => (int)band, { Ground: { } ground } => (int)ground, _ => 0 };

    public static (string Key, string Value) Words(FigureDetail detail) => detail switch
    {
        { Band: { } band } => ("band", $"{band}"),
        { Nil: { } nil } => ("nil", $"{nil}"),
        { Ground: { } ground } => ("ground", $"{ground}"),
        { Stage: { } stage } => ("open", $"{stage}"),
        _ => ("", ""),
    };
}
