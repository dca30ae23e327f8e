namespace DcoPortal.Casework.Directory;

/// <summary>How a team of the case is reached: its shared inbox and, where known, its telephone number.</summary>
public sealed record TeamContact(string Team, string Inbox, string? Phone)
{
    /// <summary>For an email's text: "01772 900 100 or dco@example.nhs.uk".</summary>
    public string InEmail => Phone is null ? Inbox : $"{Phone} or {Inbox}";
}
