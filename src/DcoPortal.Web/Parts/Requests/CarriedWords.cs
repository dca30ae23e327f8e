namespace DcoPortal.Web.Parts.Requests;

/// <summary>What the law says of asking again for advice that came along with a case.</summary>
internal static class CarriedWords
{
    /// <summary>In a sentence.</summary>
    /// <param name="bringsPlan">Whether a plan came with the case too.</param>
    public static string AskAgain(bool bringsPlan) => bringsPlan
        ? "Nobody need be asked for it again where the adviser, the family and the authority that had it are satisfied that it is enough (regulation 15(3)(b))."
        : "Nobody may be asked for it again where the adviser, the family and the authority are all satisfied that it is enough (regulation 6(4)).";
}
