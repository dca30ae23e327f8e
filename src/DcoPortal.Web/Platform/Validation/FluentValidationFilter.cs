using System.Collections.Concurrent;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>Runs the validator of every bound argument, async rules included, and adds what it finds to the model state.</summary>
internal sealed class FluentValidationFilter : IAsyncActionFilter, IOrderedFilter
{
    private static readonly ConcurrentDictionary<Type, Type> ValidatorOf = new();

    public int Order => -3000;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        foreach (var parameter in context.ActionDescriptor.Parameters)
        {
            if (!context.ActionArguments.TryGetValue(parameter.Name, out var model) || model is null) { continue; }
            var type = ValidatorOf.GetOrAdd(model.GetType(), static m => typeof(IValidator<>).MakeGenericType(m));
            if (context.HttpContext.RequestServices.GetService(type) is not IValidator validator) { continue; }
            var result = await validator.ValidateAsync(new ValidationContext<object>(model), context.HttpContext.RequestAborted);
            var prefix = parameter.BindingInfo?.BinderModelName is { Length: > 0 } name ? name + "." : "";
            foreach (var error in result.Errors) { context.ModelState.AddModelError(prefix + error.PropertyName, error.ErrorMessage); }
        }
        await next();
    }
}

internal static class ValidationSetup
{
    public static IServiceCollection AddValidation(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Program).Assembly, includeInternalTypes: true))
        {
            services.AddScoped(found.InterfaceType, found.ValidatorType);
        }
        services.Configure<MvcOptions>(o => o.Filters.Add<FluentValidationFilter>());
        return services;
    }
}
