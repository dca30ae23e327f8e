using System.Numerics;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Where and how the operators of a content stream write (ISO 32000-1, 8.4 and 9.3): as far as it takes to tell whether words are seen.</summary>
internal sealed class PdfPen
{
    private const int Deepest = 1000;
    // what most operators take, and a little more
    private const int MostNumbers = 6;
    private const float Dark = 0.2f;

    private readonly Stack<bool> _layers = new();
    private readonly Stack<State> _kept = new();
    private readonly List<float> _numbers = [];
    private readonly PdfPath _path = new();
    private State _now = new(Matrix3x2.Identity, false, false, 0, "", 0, 0) { IsBlack = true };
    private Matrix3x2 _line = Matrix3x2.Identity;

    /// <summary>Whether what it fills is white.</summary>
    public bool IsWhite => _now.IsWhite;

    /// <summary>Whether what it fills is black, and lets nothing through.</summary>
    public bool IsBlack => _now is { IsBlack: true, IsClear: false };

    /// <summary>Whether the words are written without being drawn, as a machine writes them over a scan.</summary>
    public bool IsInvisible => _now.Render is 3 or 7;

    /// <summary>Whether the layer of a name is switched off.</summary>
    public Func<string, bool> IsLayerOff { get; init; } = _ => false;

    /// <summary>Whether what is drawn with the settings of a name lets through what is under it.</summary>
    public Func<string, bool> IsClear { get; init; } = _ => false;

    /// <summary>Told each box that is filled, and whether in black.</summary>
    public Action<PdfWords.Box, bool> Filled { get; init; } = (_, _) => { };

    /// <summary>Whether what is drawn stands on a layer that is switched off.</summary>
    public bool IsOff => _layers.Contains(true);

    public string Font => _now.Font;

    /// <summary>Where the line of words begins, from the page's corner.</summary>
    public Matrix3x2 At => _line * _now.Page;

    /// <summary>How far a letter of the usual width goes at least.</summary>
    public float Step => 0.35f * MathF.Abs(_now.Size * At.M11);

    /// <summary>How high a letter stands.</summary>
    public float Height => MathF.Abs(_now.Size * At.M22);

    /// <summary>Where the last line was left: how many letters stand in it already.</summary>
    public int OnLine { get; set; }

    public void Number(float number)
    {
        if (_numbers.Count == MostNumbers) { _numbers.RemoveAt(0); }
        _numbers.Add(number);
    }

    /// <summary>Follows an operator; true when it begins a line anew.</summary>
    public bool Apply(string word, string name)
    {
        var isMoved = Move(word);
        if (!isMoved)
        {
            Set(word, name);
            Draw(word);
        }
        else { OnLine = 0; }
        _numbers.Clear();
        return isMoved && word != "BT";
    }

    /// <summary>Follows the operators that begin and end a layer.</summary>
    public void Mark(string word, string tag, string name)
    {
        if (word is "BDC" or "BMC" && _layers.Count < Deepest) { _layers.Push(word == "BDC" && tag == "OC" && IsLayerOff(name)); }
        else if (word == "EMC") { _layers.TryPop(out _); }
    }

    private bool Move(string word)
    {
        switch (word)
        {
            case "BT": _line = Matrix3x2.Identity; return true;
            case "Td": Shift(Last(2), Last(1)); return true;
            case "TD": _now = _now with { Leading = -Last(1) }; Shift(Last(2), Last(1)); return true;
            case "T*" or "'" or "\"": Shift(0, -_now.Leading); return true;
            case "Tm": _line = Matrix(); return true;
            default: return false;
        }
    }

    private void Set(string word, string name)
    {
        switch (word)
        {
            case "q" when _kept.Count < Deepest: _kept.Push(_now); break;
            case "Q": if (_kept.TryPop(out var kept)) { _now = kept; } break;
            case "cm": _now = _now with { Page = Matrix() * _now.Page }; break;
            case "TL": _now = _now with { Leading = Last(1) }; break;
            case "Tf": _now = _now with { Font = name, Size = Last(1) }; break;
            case "Tr": _now = _now with { Render = (int)Last(1) }; break;
            case "gs": _now = _now with { IsClear = IsClear(name) }; break;
            case "g": _now = _now with { IsWhite = Last(1) >= 1, IsBlack = IsDark(_numbers, isGrey: true), IsGrey = true }; break;
            case "rg": _now = _now with { IsWhite = _numbers.Count == 3 && _numbers.TrueForAll(n => n >= 1), IsBlack = IsDark(_numbers) }; break;
            case "k": _now = _now with { IsWhite = _numbers.Count == 4 && _numbers.TrueForAll(n => n <= 0), IsBlack = IsDark(_numbers) }; break;
            case "cs": _now = _now with { IsWhite = false, IsBlack = name is "DeviceGray" or "DeviceRGB" or "DeviceCMYK", IsGrey = name == "DeviceGray" }; break;
            case "sc" or "scn": _now = _now with { IsWhite = IsWhiteOfAny(), IsBlack = IsDark(_numbers, _now.IsGrey) }; break;
        }
    }

    /// <summary>Whether the numbers of a colour are black, or nearly so.</summary>
    /// <param name="colour">One number of grey, three of light or four of ink.</param>
    /// <param name="isGrey">Whether one number is grey: in another ink it may be as much as there is.</param>
    public static bool IsDark(IReadOnlyList<float> colour, bool isGrey = false) => colour.Count switch
    {
        1 => isGrey && colour[0] < Dark,
        3 => colour.All(n => n < Dark),
        4 => colour[3] > 1 - Dark || colour.Take(3).All(n => n > 1 - Dark),
        _ => false,
    };

    private void Draw(string word)
    {
        switch (word)
        {
            case "m": _path.Begin(Point(Last(2), Last(1))); break;
            case "l": _path.Line(Point(Last(2), Last(1))); break;
            case "c" or "v" or "y": _path.Curve(); break;
            case "re": Rectangle(Last(4), Last(3), Last(2), Last(1)); break;
            case "f" or "F" or "f*" or "B" or "B*" or "b" or "b*":
                foreach (var box in _path.End().Where(_ => !IsOff)) { Filled(box, IsBlack); }
                break;
            case "S" or "s" or "n": _path.End(); break;
        }
    }

    private void Rectangle(float x, float y, float width, float height) => _path.Rectangle(Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height));

    private Vector2 Point(float x, float y) => Vector2.Transform(new(x, y), _now.Page);

    // one number alone may be as much ink as there is
    private bool IsWhiteOfAny() => _numbers.Count switch
    {
        1 => _now.IsGrey && _numbers[0] >= 1,
        3 => _numbers.TrueForAll(n => n >= 1),
        4 => _numbers.TrueForAll(n => n <= 0),
        _ => false,
    };

    private void Shift(float right, float up) => _line = Matrix3x2.CreateTranslation(right, up) * _line;

    private float Last(int fromEnd) => _numbers.Count >= fromEnd ? _numbers[^fromEnd] : 0;

    private Matrix3x2 Matrix() => _numbers.Count == 6 ? new(_numbers[0], _numbers[1], _numbers[2], _numbers[3], _numbers[4], _numbers[5]) : Matrix3x2.Identity;

    private readonly record struct State(Matrix3x2 Page, bool IsWhite, bool IsGrey, int Render, string Font, float Size, float Leading)
    {
        public bool IsBlack { get; init; }

        public bool IsClear { get; init; }
    }
}
