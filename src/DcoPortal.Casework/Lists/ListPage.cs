namespace DcoPortal.Casework.Lists;

/// <summary>One page of a list, with what the page needs to say where it is.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">This page's number, from 1.</param>
/// <param name="PageSize">Rows on a full page.</param>
/// <param name="Total">Rows in all.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total)
{
    /// <summary>How many pages there are, at least 1.</summary>
    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>True when nothing matched.</summary>
    public bool IsEmpty => Total == 0;

    /// <summary>"Showing 26 to 50 of 312 requests", "3 requests", "No requests".</summary>
    public string Summary(string one, string? many = null)
    {
        many ??= one + "s";
        if (IsEmpty)
            return $"No {many}";
        if (PageCount == 1)
            return UkText.Count(Total, one, many);
        var first = (Page - 1) * PageSize + 1;
        return $"Showing {first.ToString("N0", UkText.Culture)} to {(first + Items.Count - 1).ToString("N0", UkText.Culture)} of {UkText.Count(Total, one, many)}";
    }
}
