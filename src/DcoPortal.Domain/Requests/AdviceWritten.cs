namespace DcoPortal.Domain.Requests;

/// <summary>What follows from the parts of advice, wherever they are kept.</summary>
public static class AdviceWritten
{
    extension(IAdviceText text)
    {
        /// <summary>Whether needs, outcomes or provision were written.</summary>
        public bool IsWritten => !(string.IsNullOrWhiteSpace(text.Needs) && string.IsNullOrWhiteSpace(text.Outcomes) && string.IsNullOrWhiteSpace(text.Provision));
    }
}
