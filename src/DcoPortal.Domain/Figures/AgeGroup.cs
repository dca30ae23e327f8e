namespace DcoPortal.Domain.Figures;

/// <summary>Ages on the due date, grouped as the national figures on plans group them.</summary>
public enum AgeGroup
{
    Under5,
    From5To10,
    From11To15,
    From16To19,
    From20,
}

/// <summary>The bounds of the groups.</summary>
public static class AgeGroups
{
    /// <summary>The group of a person on a day.</summary>
    public static AgeGroup Of(DateOnly born, DateOnly on) =>
        born.AddYears(5) > on ? AgeGroup.Under5 : born.AddYears(11) > on ? AgeGroup.From5To10 : born.AddYears(16) > on ? AgeGroup.From11To15 : born.AddYears(20) > on ? AgeGroup.From16To19 : AgeGroup.From20;
}
