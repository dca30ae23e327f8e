using FluentValidation.AspNetCore;

namespace DcoPortal.Web.Platform.Validation;

internal static class ValidationSetup
{
    public static IServiceCollection AddValidation(this IServiceCollection services) => services
        .AddFluentValidationAutoValidation()
        .AddValidatorsFromAssemblyContaining<Program>(includeInternalTypes: true);
}
