namespace DcoPortal.Casework.Ties;

/// <summary>What was decided about two cases, in words.</summary>
internal static class TieWords
{
    /// <summary>Who said what, and why, without a full stop.</summary>
    public static string Said(CaseTie tie) => tie.Kind switch
    {
        TieKind.SameChild => $"{tie.DecidedByName} linked these as two assessments of one child on {UkText.LongDateTime(tie.DecidedUtc)} (“{tie.Reason}”)",
        TieKind.OtherChild => $"{tie.DecidedByName} kept these as two children on {UkText.LongDateTime(tie.DecidedUtc)} (“{tie.Reason}”)",
        _ => $"{tie.DecidedByName} merged these on {UkText.LongDateTime(tie.DecidedUtc)} (“{tie.Reason}”): {tie.Reference} stays, and {tie.OtherReference} is part of it",
    };
}
