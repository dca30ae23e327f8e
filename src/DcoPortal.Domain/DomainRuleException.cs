namespace DcoPortal.Domain;

/// <summary>A rule of the process was about to be broken. The message is written for the person at the screen.</summary>
public sealed class DomainRuleException(string message) : InvalidOperationException(message);
