using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;

namespace DcoPortal.Tests.Support;

/// <summary>The moves of a request for tests that do not look at the names that go into the audit trail.</summary>
public static class ShortMoves
{
    public static void Send(this AdviceRequest request, DateTime utc) => request.Send("The service", utc);

    public static void GiveBack(this AdviceRequest request, string reason, DateTime utc) => request.GiveBack(reason, "The service", utc);

    public static void PassTo(this AdviceRequest request, Professional? professional) => request.PassTo(professional, "Somebody", "Somebody else", null, DateTime.UnixEpoch);

    public static void PassToCover(this AdviceRequest request, HealthService cover) => request.PassToCover(cover, "The service", cover.Name, DateTime.UnixEpoch);

    public static void Submit(this AdviceRequest request, DateTime utc, DateOnly today, string byName) => request.Submit(1, written: false, byName, utc, today);

    public static void SubmitNilReturn(this AdviceRequest request, ReplyCode reason, string? note, DateTime utc, DateOnly today, string byName) => request.SubmitNilReturn(reason, note, byName, utc, today);

    public static void ReturnToAuthority(this AdviceRequest request, DateTime utc, DateOnly today) => request.ReturnToAuthority(null, [], utc, today);
}
