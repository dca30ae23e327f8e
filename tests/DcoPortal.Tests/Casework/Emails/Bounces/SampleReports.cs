namespace DcoPortal.Tests.Casework.Emails.Bounces;

/// <summary>Messages as mail servers send them back, about one email of ours.</summary>
internal static class SampleReports
{
    /// <summary>As Postfix writes it, headers returned.</summary>
    public static string Postfix(Guid id, string action = "failed", string status = "5.1.1", string diagnostic = "smtp; 550 5.1.1 <wrong@provider.test>:\n    Recipient address rejected: User unknown") => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mail.portal.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: portal@portal.example
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4A1F2C0042.1774000000/mail.portal.example"

        This is a MIME-encapsulated message.

        --4A1F2C0042.1774000000/mail.portal.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        <wrong@provider.test>: host mx.provider.test said: 550 5.1.1 User unknown

        --4A1F2C0042.1774000000/mail.portal.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.portal.example
        X-Postfix-Queue-ID: 4A1F2C0042
        Arrival-Date: Sat, 21 Nov 2026 12:00:00 +0000 (UTC)

        Final-Recipient: rfc822; wrong@provider.test
        Original-Recipient: rfc822;wrong@provider.test
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mx.provider.test
        Diagnostic-Code: {diagnostic}

        --4A1F2C0042.1774000000/mail.portal.example
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Return-Path: <portal@portal.example>
        From: portal@portal.example
        To: wrong@provider.test
        Message-ID: <{id:D}@portal.example>
        X-DCO-Portal-Id: {id:D}
        Subject: Health advice requested

        --4A1F2C0042.1774000000/mail.portal.example--

        """;

    /// <summary>As Exchange writes it: the whole message returned, our own header removed on the way, lines end in CR LF.</summary>
    public static string Exchange(Guid id, string domain = "portal.example") => $"""
        From: Microsoft Outlook <postmaster@provider.test>
        To: portal@portal.example
        Content-Type: multipart/report; report-type=delivery-status; boundary=abc123
        Subject: Undeliverable: Health advice requested

        --abc123
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/plain

        Your message could not be delivered.
        --inner--

        --abc123
        Content-Type: message/delivery-status

        Reporting-MTA: dns;mail.provider.test

        Final-Recipient: rfc822;wrong@provider.test
        Action: failed
        Status: 5.1.10
        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; wrong@provider.test not found

        --abc123
        Content-Type: message/rfc822

        From: portal@portal.example
        Message-ID:
         <{id:D}@{domain}>
        Content-Type: text/plain; charset=utf-8

        A body
        --abc123--
        """.ReplaceLineEndings("\r\n");

    /// <summary>With parts in base64 and quoted-printable.</summary>
    public static string Encoded(Guid id) => $"""
        Content-Type: multipart/report; boundary="q"

        --q
        Content-Type: message/delivery-status
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String("Reporting-MTA: dns; m\n\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 554 5.7.1 spam\n"u8)}
        --q
        Content-Type: message/rfc822-headers
        Content-Transfer-Encoding: quoted-printable

        X-DCO-Portal-Id:=20{id.ToString("D")[..20]}=
        {id.ToString("D")[20..]}
        --q--
        """;

    /// <summary>As a server writes it that was asked to report under our id (RFC 3461) and returns nothing.</summary>
    public static string WithoutHeaders(Guid id) => $"""
        Content-Type: multipart/report; report-type=delivery-status; boundary="q"

        --q
        Content-Type: message/delivery-status

        Original-Envelope-Id: {id:D}
        Reporting-MTA: dns; m

        Final-Recipient: rfc822; wrong@provider.test
        Action: failed (gave up)
        Status: 5.2.2
        --q--
        """;

    /// <summary>Somebody is away.</summary>
    public const string OutOfOffice = """
        From: wrong@provider.test
        Subject: Automatic reply: Health advice requested
        Content-Type: text/plain

        I am away.
        """;
}
