using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>The addresses of the lists behind figures.</summary>
internal static class FigureLinks
{
    public static string List(FigurePeriod period, AdviceOutcome? outcome, FigureFilters filters, (string Key, string Value) part = default) => Addresses.AdviceRequests + QueryString.Create(
        new KeyValuePair<string, string?>[] { new("due", period.Word), new("outcome", outcome?.ToString()), new(part.Key ?? "", part.Value) }
            .Concat(FigureChoice.Words(filters)).Where(w => w.Key.Length > 0 && w.Value is not null));
}
