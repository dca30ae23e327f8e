using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Domain.Facts;

/// <summary>
/// One thing that happened, named in the past tense. Its sentence holds references and staff names, never a child's details: it is
/// read by those who may open no case. Values and the reason may hold what people wrote, and are read with the case alone.
/// </summary>
/// <param name="Case">The assessment it is about, or null.</param>
public abstract record AuditFact(CaseKeys? Case)
{
    /// <summary>The advice request it is about, or null.</summary>
    public virtual Guid? RequestId => null;

    /// <summary>The value before, or null.</summary>
    public virtual string? Before => null;

    /// <summary>The value after, or null.</summary>
    public virtual string? After => null;

    /// <summary>Why, in the words of the person who did it, or null.</summary>
    public virtual string? Because => null;

    /// <summary>The one side of the case that may read of it, or null for both.</summary>
    public virtual CaseSide? OnlyFor => null;

    /// <summary>Whether it is a view or download rather than a change.</summary>
    public virtual bool IsRead => false;

    /// <summary>The stored name: the type's.</summary>
    public string Name => GetType().Name;

    /// <summary>What happened, in words for the activity page.</summary>
    public abstract string Sentence { get; }
}
