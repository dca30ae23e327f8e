using DcoPortal.Domain.Directory;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>Which services of one kind are the child's local ones.</summary>
internal static class LocalServices
{
    /// <summary>
    /// The one that names the child's district, else the one that names its area; of several the one with the least open work.
    /// Where none names either, all that name no area at all: the directory does not say which of them is the local one.
    /// </summary>
    public static IEnumerable<Candidate> Of(IEnumerable<Candidate> kind)
    {
        var all = kind.OrderBy(c => c.Cover).ThenBy(c => c.Open).ThenBy(c => c.Place, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Token, StringComparer.Ordinal).ToList();
        return all[0].Cover < AreaCover.NotSaid ? [all[0]] : all.Where(c => c.Cover == AreaCover.NotSaid);
    }
}
