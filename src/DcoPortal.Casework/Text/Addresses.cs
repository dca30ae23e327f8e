namespace DcoPortal.Casework.Text;

/// <summary>The address of each page, for links, redirects and emails: one place to change one. A test holds that each is an endpoint.</summary>
public static class Addresses
{
}
