namespace DcoPortal.Casework.Requests;

/// <summary>The words of the DCO's two decisions.</summary>
internal static class AllNilWords
{
    /// <summary>What is so, as a heading.</summary>
    /// <param name="hasUnanswered">Whether another request was closed or withdrawn without an answer.</param>
    public static string Heading(bool hasUnanswered) => hasUnanswered ? "No service that answered has advice" : "Every service has no advice";

    /// <summary>What is so where others did not answer, in a sentence.</summary>
    public const string Unanswered = "Who answered said that there is none, and every other request was closed or withdrawn without an answer.";

    public static string Label(this AllNilDecision decision) => decision == AllNilDecision.NoHealthNeedsKnown ? "No health needs are known" : "A health assessment is commissioned";
}
