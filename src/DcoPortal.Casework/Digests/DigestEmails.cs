using System.Globalization;
using DcoPortal.Casework.Emails;

namespace DcoPortal.Casework.Digests;

/// <summary>Who gets the digests of a morning.</summary>
public sealed class DigestEmails(Outbox outbox)
{
    private static readonly Announcement Waited = new("digest", "digest", "That person",
        "A morning on which a person who chose daily or weekly emails is told what waited for them", Unless: "Nothing waited, or the account is disabled", Again: "working day, or Monday for weekly emails");

    private static readonly Announcement LeadsWeek = new("service-lead-weekly", "service-lead-weekly", "Each service lead",
        "Monday morning, or that of Tuesday or Wednesday when no portal ran before", Unless: "Nothing waits for any of their services, or the account is disabled", Again: "Monday");

    /// <summary>Every announcement of a digest.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [Waited, LeadsWeek];

    /// <summary>Tells a person how many emails waited for them.</summary>
    /// <param name="reader">The account, its address and its board.</param>
    /// <param name="count">How many emails waited.</param>
    /// <param name="day">The day it is for (Europe/London).</param>
    public void WhatWaited((Guid Id, string Email, Guid IcbId) reader, int count, DateOnly day) =>
        outbox.Queue(Waited, Waited.KeyOf(reader.Id, $"{day:yyyyMMdd}"), reader.Email, Addresses.AccountEmail,
            new Dictionary<string, string> { ["count"] = count.ToString(CultureInfo.InvariantCulture) }, null, icbId: reader.IcbId);

    /// <summary>Tells a service lead how their services stand.</summary>
    /// <param name="lead">The account, its address and its board.</param>
    /// <param name="figures">The figures, by placeholder.</param>
    /// <param name="monday">The Monday of the week (Europe/London).</param>
    public void WeekOfLead((Guid Id, string Email, Guid IcbId) lead, IReadOnlyDictionary<string, string> figures, DateOnly monday) =>
        outbox.Queue(LeadsWeek, LeadsWeek.KeyOf(lead.Id, $"{monday:yyyyMMdd}"), lead.Email, "/", figures, null, icbId: lead.IcbId);
}
