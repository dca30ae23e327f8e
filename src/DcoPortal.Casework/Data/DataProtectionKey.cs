namespace DcoPortal.Casework.Data;

/// <summary>A data-protection key: cookies and tokens made by one instance are read by the others.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }
    public required string FriendlyName { get; set; }
    public required string Xml { get; set; }
}
