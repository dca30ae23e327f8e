namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Finds words of a page that stand under black: whoever drew a box over them thinks that nobody reads them, and whoever opens the file can.</summary>
internal sealed class PdfBlackBoxes
{
    private const int Most = 5000;
    // letters are wider than the pen counts at least, on the whole
    private const float Usual = 1.3f;

    private readonly List<(PdfWords.Box Box, bool IsBlack)> _boxes = [];
    private readonly List<Run> _runs = [];

    /// <summary>Whether words of any page stand under black.</summary>
    public bool HideWords { get; private set; }

    /// <summary>Begins the next page.</summary>
    public void Begin()
    {
        _boxes.Clear();
        _runs.Clear();
    }

    /// <summary>Takes a box that is filled over what is there, or that lies on the page as a comment.</summary>
    public void Fill(PdfWords.Box box, bool isBlack)
    {
        if (_boxes.Count < Most) { _boxes.Add((box, isBlack)); }
    }

    /// <summary>Takes words on the page. Those of another colour are seen on black, or under a box that lets them through.</summary>
    public void Write(PdfPen pen, int letters)
    {
        if (_runs.Count >= Most || letters == 0 || pen.IsOff || !(pen.IsBlack || pen.IsInvisible) || !PdfWords.IsUpright(pen.At)) { return; }
        var left = pen.At.M31 + (pen.OnLine * pen.Step);
        _runs.Add(new(left, left + (letters * pen.Step * Usual), pen.At.M32, pen.Height));
    }

    /// <summary>Ends the page.</summary>
    public void End() => HideWords |= _boxes.Exists(b => b.IsBlack) && _runs.Exists(IsCovered);

    private bool IsCovered(Run run) => _boxes.Exists(b => b.IsBlack && OverlapOf(run, b.Box) is var (left, right) && right - left > run.Height && IsOnTop(b, (left + right) / 2, run.Middle));

    private static (float Left, float Right) OverlapOf(Run run, PdfWords.Box box) =>
        box.Bottom <= run.Middle - (0.2f * run.Height) && box.Top >= run.Middle + (0.2f * run.Height) ? (MathF.Max(run.Left, box.Left), MathF.Min(run.Right, box.Right)) : default;

    // a frame is often a black box with a white one in it
    private bool IsOnTop((PdfWords.Box, bool) box, float x, float y) => _boxes.FindLast(b => b.Box.Left <= x && b.Box.Right >= x && b.Box.Bottom <= y && b.Box.Top >= y) == box;

    private readonly record struct Run(float Left, float Right, float Line, float Height)
    {
        public float Middle => Line + (0.3f * Height);
    }
}
