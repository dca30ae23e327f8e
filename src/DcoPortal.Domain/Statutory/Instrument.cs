namespace DcoPortal.Domain.Statutory;

/// <summary>Where a time limit is written. What one instrument says of its times is said of no other.</summary>
public enum Instrument
{
    /// <summary>The Special Educational Needs and Disability Regulations 2014 (SI 2014/1530).</summary>
    Regulations2014,

    /// <summary>The regulations about the Tribunal's recommendations (SI 2017/1306).</summary>
    Recommendations2017,

    /// <summary>The Tribunal Procedure Rules (SI 2008/2699).</summary>
    TribunalRules2008,

    /// <summary>The Children and Families Act 2014 itself.</summary>
    Act2014,

    /// <summary>No law: a local target.</summary>
    None,
}
