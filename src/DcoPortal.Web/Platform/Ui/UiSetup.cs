using System.Text.Unicode;
using DcoPortal.Casework.Emails;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>Sets up the look and words that every page shares: views, messages and options.</summary>
public static class UiSetup
{
    /// <summary>Adds MVC view locations, plain-English binding messages, service details and the page chrome.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.TryAddScoped<INavigation, NoNavigation>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<PageChrome>();
        // names such as Zoë stay readable in the page source; the characters that matter are still encoded
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(o =>
        {
            o.AreaViewLocationFormats.Clear();
            o.AreaViewLocationFormats.Add("/Features/{2}/{1}/{0}.cshtml");
            o.AreaViewLocationFormats.Add("/Features/{2}/{0}.cshtml");
            o.AreaViewLocationFormats.Add("/Platform/Ui/Layout/{0}.cshtml");
            o.ViewLocationFormats.Clear();
            o.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            o.ViewLocationFormats.Add("/Platform/Ui/Layout/{0}.cshtml");
        });
        services.PostConfigure<MvcOptions>(o => o.ValueProviderFactories.Add(new LineBreaks()));
        services.Configure<MvcOptions>(o =>
        {
            // the portal's validators answer an empty field, in the portal's words
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            SpeakPlainly(o.ModelBindingMessageProvider);
        });
        return services;
    }

    /// <summary>
    /// Answers failures and bare status codes with the friendly pages at /error/{code}. Place it first, before routing.
    /// A lost edit race becomes 409, an absent database 503, a too large upload 413.
    /// </summary>
    public static IApplicationBuilder UseFriendlyErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = ErrorPages.StatusOf,
            // the error page gets new services, because those of the failed request may be broken
            CreateScopeForErrors = true,
            // a rule that refuses is ordinary work, so the log gets no stack trace
            SuppressDiagnosticsCallback = failed => ErrorPages.IsExpected(failed.Exception),
        });
        return app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    static void SpeakPlainly(DefaultModelBindingMessageProvider messages)
    {
        messages.SetMissingBindRequiredValueAccessor(_ => "Enter a value");
        messages.SetMissingKeyOrValueAccessor(() => "Enter a value");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "The form arrived empty. Fill it in and send it again");
        messages.SetValueMustNotBeNullAccessor(_ => "Enter a value");
        messages.SetAttemptedValueIsInvalidAccessor((_, name) => $"{name} is not in the right format");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "This value is not in the right format");
        messages.SetUnknownValueIsInvalidAccessor(name => $"{name} is not in the right format");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "This value is not in the right format");
        messages.SetValueIsInvalidAccessor(_ => "This value is not in the right format");
        messages.SetValueMustBeANumberAccessor(name => $"{name} must be a number");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
    }
}
