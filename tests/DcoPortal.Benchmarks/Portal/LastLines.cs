using System.Collections.Concurrent;
using System.Diagnostics;

namespace DcoPortal.Benchmarks.Portal;

/// <summary>The last that a process said. It is read all the time, because a process whose output nobody reads stands still.</summary>
internal sealed class LastLines
{
    private const int Most = 40;

    private readonly ConcurrentQueue<string> _lines = new();

    public LastLines(Process process)
    {
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString() => string.Join('\n', _lines);

    private void Keep(string? line)
    {
        if (line is null) { return; }
        _lines.Enqueue(line);
        while (_lines.Count > Most) { _lines.TryDequeue(out _); }
    }
}
