using Microsoft.Extensions.Options;

namespace DcoPortal.Casework;

/// <summary>The portal cannot start as it is configured. The message is one line that says what to set.</summary>
public sealed class StartUpException(string message) : Exception(message)
{
    /// <summary>The one line for the person who starts the portal, or null when the failure is not about configuration.</summary>
    public static string? LineFor(Exception e) => e switch
    {
        StartUpException own => own.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        _ => null,
    };
}
