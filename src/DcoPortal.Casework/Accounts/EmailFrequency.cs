namespace DcoPortal.Casework.Accounts;

/// <summary>How often a person gets emails that no time limit depends on. Emails about a statutory limit always go at once.</summary>
public enum EmailFrequency
{
    /// <summary>Each as it happens.</summary>
    Immediate,

    /// <summary>One email each working day.</summary>
    Daily,

    /// <summary>One email each week, on Monday.</summary>
    Weekly,
}
