namespace DcoPortal.Domain.Assessments;

/// <summary>How one part of two records compares, the least alike first.</summary>
internal enum Grade
{
    /// <summary>Plainly another.</summary>
    Unlike,

    /// <summary>One of them does not say it.</summary>
    Unknown,

    /// <summary>Sounds alike, or more than a slip apart.</summary>
    Loose,

    /// <summary>One slip, a part of it, or a name that is used for it.</summary>
    Like,

    Same,
}
