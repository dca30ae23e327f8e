using DcoPortal.Domain.Advice;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>What a nil return says, in a few words.</summary>
internal static class ReplyWords
{
    public static string Of(ReplyCode code) => code switch
    {
        ReplyCode.NotKnown => "Not known to service",
        ReplyCode.ReferredWaiting => "Referred, waiting to be seen",
        ReplyCode.Discharged => "Discharged",
        ReplyCode.MovedOut => "Moved out of the area",
        ReplyCode.Duplicate => "Already asked",
        ReplyCode.WrongService => "Another service should advise",
        ReplyCode.DeclinedByFamily => "Declined by the family",
        ReplyCode.UniversalOnly => "Universal services only",
        ReplyCode.OutOfAgeRange => "Outside the service's age range",
        _ => "Seen by a private provider",
    };
}
