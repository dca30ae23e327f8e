namespace DcoPortal.Casework.Lists;

/// <summary>The page of a list that is shown for the page number that was asked for.</summary>
public static class Paging
{
    /// <summary>How many pages a list has: at least one.</summary>
    public static int Pages(int total, int size) => Math.Max(1, (total + size - 1) / size);

    /// <summary>The page asked for, or the nearest there is.</summary>
    public static int Nearest(int page, int total, int size) => Math.Clamp(page, 1, Pages(total, size));
}
