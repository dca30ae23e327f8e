namespace DcoPortal.Domain.Ladder;

/// <summary>The ladder of a board, or of one service that has its own. Without one the usual ladder holds.</summary>
public sealed class LadderSetting
{
    private LadderSetting() { }

    /// <summary>Makes the ladder of a board or of one service.</summary>
    /// <param name="icbId">The board.</param>
    /// <param name="serviceId">The service, or null for the board's own ladder.</param>
    /// <param name="ladder">The ladder.</param>
    public LadderSetting(Guid icbId, Guid? serviceId, ChaseLadder ladder)
    {
        // a board or service has one ladder, so its own key is the key
        Id = serviceId ?? icbId;
        IcbId = icbId;
        ServiceId = serviceId;
        Ladder = ladder;
    }

    /// <summary>The service's key, or the board's.</summary>
    public Guid Id { get; private set; }

    /// <summary>The board.</summary>
    public Guid IcbId { get; private set; }

    /// <summary>The service, or null.</summary>
    public Guid? ServiceId { get; private set; }

    /// <summary>The ladder as stored text.</summary>
    public string Steps { get; private set; } = "";

    /// <summary>Changes on every save: two people cannot overwrite each other.</summary>
    public Guid Version { get; set; }

    /// <summary>The ladder.</summary>
    public ChaseLadder Ladder
    {
        get => ChaseLadder.Parse(Steps);
        set => Steps = value.ToString();
    }
}
