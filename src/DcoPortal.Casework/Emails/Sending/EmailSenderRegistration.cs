using System.Net.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Registers the email sender that configuration names.</summary>
public static class EmailSenderRegistration
{
    /// <summary>Adds <see cref="IEmailSender"/> (a singleton, safe for concurrent use). Bad configuration stops start-up.</summary>
    public static IServiceCollection AddEmailSender(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>();
        services.AddOptions<EmailOptions>().Bind(configuration.GetSection(EmailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IEmailSender>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<EmailOptions>>().Value;
            return new AllowedAddressSender(options, Carrier(provider, options));
        });
        return services;
    }

    private static IEmailSender Carrier(IServiceProvider provider, EmailOptions options) => options.Kind switch
    {
        EmailSenderKind.Smtp => new SmtpEmailSender(options, provider.GetRequiredService<TimeProvider>(), provider.GetService<RemoteCertificateValidationCallback>()),
        EmailSenderKind.GovNotify => new GovNotifyEmailSender(options.GovNotify),
        _ => new FolderEmailSender(options, provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<TimeProvider>()),
    };
}
