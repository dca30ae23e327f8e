using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>Somebody said whether two cases are of one child.</summary>
/// <param name="Keys">One of the two.</param>
/// <param name="Other">The other's reference.</param>
/// <param name="IsSame">Whether they are of one child.</param>
/// <param name="Reason">Why, in the words of the person who said so.</param>
public sealed record SameChildDecided(CaseKeys Keys, string Other, bool IsSame, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Other;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => IsSame ? "Linked with another assessment of the same child" : "Said not to be the same child as in another case";
}

/// <summary>A case took in another, which was the same assessment logged twice.</summary>
/// <param name="Keys">The case that stays.</param>
/// <param name="Other">The reference of the case that became part of it.</param>
/// <param name="Reason">Why, in the words of the person who merged them.</param>
public sealed record CaseTakenIn(CaseKeys Keys, string Other, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Other;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Another case, logged twice, merged into this one";
}

/// <summary>A case that was logged twice became part of another.</summary>
/// <param name="Keys">The case that became part of the other.</param>
/// <param name="Into">The other's reference.</param>
/// <param name="Reason">Why, in the words of the person who merged them.</param>
public sealed record CaseMerged(CaseKeys Keys, string Into, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Into;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Merged into another case: it was logged twice";
}

/// <summary>Cases that were merged were put apart again on the same day.</summary>
/// <param name="Keys">One of the two.</param>
/// <param name="Other">The other's reference.</param>
public sealed record MergeUndone(CaseKeys Keys, string Other) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? After => Other;

    /// <inheritdoc />
    public override string Sentence => "Merge undone: two cases again";
}
