namespace DcoPortal.Casework.Emails.Sending;

/// <summary>One email, ready to send: plain text, no personal data.</summary>
/// <param name="Id">Our own id, given to the provider as its reference.</param>
/// <param name="To">The one recipient's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text; lines end in a line feed.</param>
public sealed record OutgoingEmail(Guid Id, string To, string Subject, string Body);

/// <summary>Hands one email to whatever carries it. Knows nothing of queues or retries.</summary>
public interface IEmailSender
{
    /// <summary>Returns once the carrier has taken the email.</summary>
    /// <exception cref="EmailRefusedException">This email can never be sent: do not retry.</exception>
    /// <exception cref="EmailNotSentException">The usual other failure. Like every other exception it may pass: retry.</exception>
    Task SendAsync(OutgoingEmail email, CancellationToken ct);
}

/// <summary>The email can never be sent as it is (a bad address, an address outside the allowed domains). The message holds no address.</summary>
public sealed class EmailRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The email did not go this time and may go later. Neither the message nor what is inside holds an address: it may be logged.</summary>
public sealed class EmailNotSentException(string message, Exception? inner = null) : Exception(message, inner);
