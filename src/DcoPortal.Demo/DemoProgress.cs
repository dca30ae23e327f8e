namespace DcoPortal.Demo;

/// <summary>Whoever waits while the demo is made hears how far it is. Closed before the portal itself answers.</summary>
internal interface IDemoProgress : IAsyncDisposable
{
    /// <summary>How much is made, from 0 to 100; never less than it said before.</summary>
    void Made(int percent);
}
