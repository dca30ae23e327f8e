namespace DcoPortal.Casework.Requests;

/// <summary>The words of the DCO's two decisions.</summary>
internal static class AllNilWords
{
    public static string Label(this AllNilDecision decision) => decision == AllNilDecision.NoHealthNeedsKnown ? "No health needs are known" : "A health assessment is commissioned";
}
