using System.Security.Cryptography;
using System.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>What a page carries of the family's wish that it showed, so that nobody settles a newer one unread.</summary>
public static class SeenWish
{
    /// <summary>A mark of what the family agreed, and of whom it excludes.</summary>
    public static string Of(FamilyView family) => Mark($"{family.Sharing}:{family.DoNotShareWith}");

    /// <summary>The same, and of who has a request: what was found out of one says nothing of the next.</summary>
    public static string Of(FamilyView family, AdviceRequest request) => Mark($"{family.Sharing}:{family.DoNotShareWith}:{request.ServiceId}:{request.ProfessionalId}");

    /// <summary>The same of the wishes of several cases.</summary>
    public static string Of(IEnumerable<string> wishes) => Mark(string.Join('\n', wishes));

    private static string Mark(string seen) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..16];
}
