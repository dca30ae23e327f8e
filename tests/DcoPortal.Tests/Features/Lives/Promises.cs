namespace DcoPortal.Tests.Features.Lives;

/// <summary>What people were told or may rely on, kept apart from the portal's own record of it.</summary>
internal sealed class Promises
{
    /// <summary>Documents of the authority: whoever works on the case can open them.</summary>
    public HashSet<Guid> Documents { get; } = [];

    /// <summary>Documents that the authority took out: nobody opens them.</summary>
    public HashSet<Guid> TakenOut { get; } = [];

    /// <summary>Words that were submitted as advice, by request: they are to be checked, returned or read for good.</summary>
    public Dictionary<Guid, string> Submitted { get; } = [];

    /// <summary>Words that the authority has been given, by request.</summary>
    public Dictionary<Guid, string> Returned { get; } = [];

    /// <summary>Words that were withdrawn after they had been returned: nobody outside the DCO service reads them.</summary>
    public HashSet<string> Withdrawn { get; } = [];

    /// <summary>Services whom the family leaves out, and since when; until somebody confirms on the page that they may be asked.</summary>
    public Dictionary<Guid, DateTime> LeftOut { get; } = [];

    /// <summary>Words that a clinician saved and has not sent, by service, and the request for which they were written.</summary>
    public Dictionary<Guid, (Guid Request, string Words)> Drafts { get; } = [];

    /// <summary>Services that the DCO service chose itself and has prepared or marked for the family: nobody has said that they need not be asked.</summary>
    public HashSet<Guid> Chosen { get; } = [];

    /// <summary>Services of whom somebody said, on a page that asked for it, why they are not asked or asked any more.</summary>
    public HashSet<Guid> LetGo { get; } = [];

    /// <summary>The day from which health's six weeks run, as somebody last recorded or corrected it; null until it is looked at.</summary>
    public DateOnly? HealthAskedOn { get; set; }

    /// <summary>The due date of each statutory request: nothing but a correction moves it.</summary>
    public Dictionary<Guid, DateOnly> Due { get; } = [];
}
