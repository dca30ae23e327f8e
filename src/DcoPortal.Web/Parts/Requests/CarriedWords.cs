namespace DcoPortal.Web.Parts.Requests;

/// <summary>What the law says of asking again for advice that came along with a case.</summary>
internal static class CarriedWords
{
    /// <summary>In a sentence.</summary>
    /// <param name="bringsPlan">Whether a plan came with the case too.</param>
    public static string AskAgain(bool bringsPlan) => bringsPlan
        ? "Nobody need be asked for it again where the adviser, the family and the authority that had it are satisfied that it is enough (regulation 15(3)(b))."
        : "Nobody may be asked for it again where the adviser, the family and the authority are all satisfied that it is enough (regulation 6(4)).";

    /// <summary>What somebody who asks has to look at: the directory cannot tell whether it has the service under another name.</summary>
    /// <param name="along">Who gave it.</param>
    /// <param name="bringsPlan">Whether a plan came with the case too.</param>
    public static string Unknown(AlongUnknown along, bool bringsPlan) =>
        $"{along.Service} ({along.Provider}) gave advice on {UkText.LongDate(along.On)}, which came with the case. The directory has no service of that name in use: look whether one of those below is the same. {AskAgain(bringsPlan)}";
}
