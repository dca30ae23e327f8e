using System.Globalization;
using DcoPortal.Casework.Clock;

namespace DcoPortal.Casework.Requests;

/// <summary>What a request made now would be: its kind and its due date, which the authority's decision and the days of the case say; the mark of the wish that it must heed; and how many the authority has named.</summary>
public sealed record AskTerms(AdviceKind Kind, Deadline Deadline, string Wish, int Named)
{
    /// <summary>For a case as it stands.</summary>
    public static AskTerms Of(Assessment assessment, ClockSettings local, int named) => assessment.AdviceRequestReceivedOn is { } received
        ? new(AdviceKind.Statutory, StatutoryClock.ForHealthAdvice(received, local), SeenWish.Of(assessment.Family), named)
        : new(AdviceKind.EarlyInformation, StatutoryClock.ForEarlyInformation(assessment.NotifiedOn, local), SeenWish.Of(assessment.Family), named);

    /// <summary>What a page carries of them, so that a form does not send another kind of request, or one with another date, past another wish or past somebody named meanwhile, than it showed.</summary>
    public string Seen => $"{Kind}:{Deadline.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:{Wish}:{Named}";
}
