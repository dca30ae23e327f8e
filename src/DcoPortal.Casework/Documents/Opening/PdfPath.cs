using System.Numerics;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>The path that is being drawn (ISO 32000-1, 8.5.2), as far as it is made of upright boxes.</summary>
internal sealed class PdfPath
{
    private const int Most = 500;

    private readonly List<PdfWords.Box> _boxes = [];
    private readonly List<Vector2> _corners = [];
    private bool _isOther;

    /// <summary>Begins another part of it.</summary>
    public void Begin(Vector2 at)
    {
        Close();
        _corners.Add(at);
    }

    public void Line(Vector2 to)
    {
        if (_corners.Count > 4) { _isOther = true; }
        else { _corners.Add(to); }
    }

    /// <summary>What is drawn is no box.</summary>
    public void Curve() => _isOther = true;

    public void Rectangle(Vector2 corner, Vector2 beside, Vector2 opposite, Vector2 above)
    {
        Close();
        _corners.AddRange([corner, beside, opposite, above]);
    }

    /// <summary>Its boxes; the next path begins.</summary>
    public List<PdfWords.Box> End()
    {
        Close();
        List<PdfWords.Box> all = [.. _boxes];
        _boxes.Clear();
        return all;
    }

    private void Close()
    {
        if (_corners.Count == 5 && _corners[4] == _corners[0]) { _corners.RemoveAt(4); }
        if (!_isOther && _corners.Count == 4 && IsUpright() && _boxes.Count < Most)
        {
            _boxes.Add(new(_corners.Min(c => c.X), _corners.Min(c => c.Y), _corners.Max(c => c.X), _corners.Max(c => c.Y)));
        }
        _corners.Clear();
        _isOther = false;
    }

    // each side goes along the page or up it
    private bool IsUpright() => Enumerable.Range(0, 4).All(i => _corners[i] is var a && _corners[(i + 1) % 4] is var b && (MathF.Abs(a.X - b.X) < 0.1f || MathF.Abs(a.Y - b.Y) < 0.1f));
}
