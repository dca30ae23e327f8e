namespace DcoPortal.Casework.Accounts;

/// <summary>Says that a person works in a health service.</summary>
public sealed class UserService
{
    public Guid UserId { get; set; }
    public Guid ServiceId { get; set; }
}
