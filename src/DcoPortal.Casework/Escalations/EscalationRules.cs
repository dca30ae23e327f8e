namespace DcoPortal.Casework.Escalations;

/// <summary>Why something about an escalation is refused, in words for people.</summary>
public static class EscalationRules
{
    /// <summary>The person chosen cannot be asked.</summary>
    public const string NotInList = "Choose somebody from the list";

    /// <summary>The person asked answered before it could be taken back.</summary>
    public const string Answered = "This was answered in the meantime: read the answer first. Nothing was changed";

    /// <summary>The escalation had been taken back.</summary>
    public const string TakenBack = "This was taken back already. Nothing was changed";
}
