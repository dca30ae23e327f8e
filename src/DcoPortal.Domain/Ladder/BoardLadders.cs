namespace DcoPortal.Domain.Ladder;

/// <summary>The ladders of one board: its own and those of its services.</summary>
public sealed class BoardLadders(Guid icbId, IEnumerable<LadderSetting> settings)
{
    private readonly Dictionary<Guid, ChaseLadder> _ladders = settings.ToDictionary(s => s.Id, s => s.Ladder);

    /// <summary>The ladder of a service: its own, else the board's, else the usual one.</summary>
    public ChaseLadder Of(Guid serviceId) => _ladders.TryGetValue(serviceId, out var own) ? own : Board;

    /// <summary>The board's ladder, or the usual one.</summary>
    public ChaseLadder Board => _ladders.TryGetValue(icbId, out var board) ? board : ChaseLadder.Usual;
}
