namespace DcoPortal.Domain.Statutory;

/// <summary>How a local authority counts its first day beside the law. It can make a date stricter, never later.</summary>
public enum DayOneConvention
{
    /// <summary>As the law counts: "within 6 weeks of" leaves out the day of the event.</summary>
    StatutoryDayExcluded,

    /// <summary>Day 1 is the day the request arrived, so every local date is one day before the statutory one.</summary>
    DayOfReceiptCounts,
}
