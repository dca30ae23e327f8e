using System.Security.Cryptography;
using System.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>What a page carries of the family's wish that it showed, so that nobody settles a newer one unread.</summary>
public static class SeenWish
{
    /// <summary>A mark of what the family agreed, and of whom it excludes.</summary>
    public static string Of(FamilyView family) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{family.Sharing}:{family.DoNotShareWith}")))[..16];
}
