namespace DcoPortal.Casework.Documents.Scanning;

/// <summary>For development and demonstrations: scans nothing and says so.</summary>
internal sealed class NoScanner : IMalwareScanner
{
    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken ct) => Task.FromResult(ScanVerdict.NotScanned);

    public bool CanOpen(ScanVerdict verdict) => verdict is not ScanVerdict.Infected;

    public Task CheckAsync(CancellationToken ct) => Task.CompletedTask;
}
