namespace DcoPortal.Web;

/// <summary>The portal cannot start as it is configured. The message is one line that says what to set.</summary>
public sealed class StartUpException(string message) : Exception(message);
