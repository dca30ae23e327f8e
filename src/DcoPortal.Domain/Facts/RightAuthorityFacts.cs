using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>A case that the DCO service had recorded under this authority by mistake was taken away from it: the last thing that it learns of the case.</summary>
/// <param name="Keys">The case as it stood there.</param>
/// <param name="Reason">How it came about, in the words of the DCO service.</param>
public sealed record CaseWasNotTheirs(CaseKeys Keys, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Recorded under the wrong authority: taken away from it";
}

/// <summary>A case that the DCO service had recorded under another authority by mistake is where it belongs.</summary>
/// <param name="Keys">The case as it stands now.</param>
/// <param name="WasReference">The reference that it had by mistake.</param>
/// <param name="Reason">How it came about, in the words of the DCO service.</param>
public sealed record CasePutUnderItsAuthority(CaseKeys Keys, string WasReference, string Reason) : AuditFact(Keys)
{
    /// <inheritdoc />
    public override string? Before => WasReference;

    /// <inheritdoc />
    public override string? After => Keys.Reference;

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Recorded under the wrong authority: put right";
}
