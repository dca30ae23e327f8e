namespace DcoPortal.Domain.Statutory;

/// <summary>A ground as one list of exemptions has it.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Paragraph">The paragraph of SI 2014/1530, such as "8(2)(c)".</param>
/// <param name="Facts">The facts to ask for. All are needed but <see cref="ExemptionFact.CircumstancesUntil"/>, which may be open.</param>
/// <param name="ShortestAbsenceDays">For an absence: the shortest that counts, in days in a row inside the period.</param>
/// <param name="MustBePersonal">For circumstances: whether they must be personal, as they must for the authority.</param>
public sealed record ListedGround(
    ExemptionGround Ground, string Paragraph, IReadOnlyList<ExemptionFact> Facts, int ShortestAbsenceDays = 0, bool MustBePersonal = false)
{
    /// <summary>The ground in plain words, without a capital.</summary>
    public string Name => this switch
    {
        { Ground: ExemptionGround.ExceptionalCircumstances, MustBePersonal: true } => "exceptional personal circumstances of the child, parent or young person",
        { Ground: ExemptionGround.AbsentFromArea } => $"absent from the area for {ShortestAbsenceDays / 7} weeks or more",
        _ => ExemptionRules.NameOf(Ground),
    };
}
