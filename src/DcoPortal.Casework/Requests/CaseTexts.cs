namespace DcoPortal.Casework.Requests;

/// <summary>What people have written about a case in boxes of words, wherever a wish may stand.</summary>
public static class CaseTexts
{
    /// <summary>Each text, or null.</summary>
    public static IReadOnlyList<string?> Of(CaseDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var (child, family, setting) = (details.Child, details.Family, details.Setting);
        return
        [
            family.Views, details.Reasons, child.CommunicationNeeds, child.Interpreter, child.Address, child.KnownAs, family.ParentName, family.ParentPhone,
            family.SecondParentName, family.SecondParentContact, family.YoungPersonPhone, family.SharingSaidBy, setting.Name, setting.YearGroup, setting.SencoContact,
        ];
    }
}
