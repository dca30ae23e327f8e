namespace DcoPortal.Domain.Figures;

/// <summary>By what figures are split.</summary>
public enum FigureCut
{
    Provider,
    Service,
    Authority,
    Board,
    Need,
    Age,
    Route,
}
