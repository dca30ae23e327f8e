namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>How a row and a case that share a key compare.</summary>
internal enum SameChildKind
{
    /// <summary>The same child and the same request: two keys say so and nothing says otherwise.</summary>
    SameRequest,

    /// <summary>One key says that it is the same child, and another says otherwise, or none does: a person must look.</summary>
    LookAtBoth,

    /// <summary>The same child, and a request of another day.</summary>
    AnotherRequest,
}

/// <summary>A row beside the case that it may be the same as, key by key.</summary>
/// <param name="Kind">How they compare.</param>
/// <param name="There">The case.</param>
/// <param name="Differences">What differs, in words.</param>
internal sealed record SameChild(SameChildKind Kind, KnownCase There, IReadOnlyList<string> Differences)
{
    /// <summary>Whether they may be twins: what else is known of the row's own child goes before.</summary>
    public bool IsTwin { get; init; }

    /// <summary>The name by which the row calls the child and the portal did before, or null.</summary>
    public string? Before { get; init; }

    /// <summary>The same behind the name of the case, in words, or nothing.</summary>
    public string BeforeInWords => Before is { } name ? $", recorded before as {name}" : "";

    /// <summary>The one of the cases that share a key which says most about what to do.</summary>
    public static SameChild? Find(NotificationDetails row, KnownCases known) =>
        known.Sharing(row).Select(there => Compare(row, there)).OrderBy(s => s.IsTwin).ThenBy(s => s.Kind).ThenBy(s => s.Differences.Count).ThenByDescending(s => s.There.IsOpen).FirstOrDefault();

    private static SameChild Compare(NotificationDetails row, KnownCase there)
    {
        var child = ChildKeys.Of(row.Child);
        var sameDay = row.RequestReceivedOn == there.RequestReceivedOn;
        var sameReference = Same(row.AuthorityReference, there.AuthorityReference);
        List<string> differences = [.. ChildLikeness.Differences(child, there.Child)];
        // another request has another reference by nature, and the same reference should not have another day
        if (sameDay && sameReference == false) { differences.Add("LA reference"); }
        if (!sameDay && sameReference == true) { differences.Add("date of the request"); }
        if (differences.Count > 0) { return new(SameChildKind.LookAtBoth, there, differences) { Before = ChildLikeness.RecordedBefore(child, there.Child), IsTwin = ChildLikeness.ToLookAt(child, there.Child, sameDay) is { Kind: LikenessKind.Twin } }; }
        if (!sameDay) { return new(SameChildKind.AnotherRequest, there, differences); }
        var second = sameReference == true || Same(child.NhsNumber, there.NhsNumber) == true || Same(child.Upn, there.Upn) == true || Same(child.Postcode, there.Postcode) == true;
        return new(second ? SameChildKind.SameRequest : SameChildKind.LookAtBoth, there, differences);
    }

    // null where one of them is not known
    private static bool? Same(string? one, string? other) => one is null || other is null ? null : one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
