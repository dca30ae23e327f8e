namespace DcoPortal.Casework.Accounts;

/// <summary>How often a person gets email that no time limit hangs on. What is statutory always goes at once.</summary>
public enum EmailFrequency
{
    /// <summary>Each as it happens.</summary>
    Immediate,

    /// <summary>One email each working day.</summary>
    Daily,

    /// <summary>One email each week, on Monday.</summary>
    Weekly,
}
