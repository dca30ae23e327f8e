namespace DcoPortal.Domain.Statutory;

/// <summary>How an assessment began, which fixes the day its clock starts (Children and Families Act 2014).</summary>
public enum OriginRoute
{
    /// <summary>A request by a parent, young person, school or college under section 36(1).</summary>
    Section36Request,

    /// <summary>The authority became responsible for the child or young person under section 24, for example on a move into its area.</summary>
    Section24Responsibility,
}
