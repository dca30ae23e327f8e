namespace DcoPortal.Casework.Accounts;

internal static class AccountSetup
{
    /// <summary>Invitations, passwords and what an account may change.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccountLookup>();
        services.AddScoped<AccountEmails>();
        services.AddScoped<AcceptInvitationHandler>();
        services.AddScoped<CalendarAddressHandler>();
        services.AddScoped<ChangeServicesHandler>();
        services.AddScoped<EmailChoiceHandler>();
        services.AddScoped<EntryAccountQuery>();
        services.AddScoped<InviteHandler>();
        services.AddScoped<ManageUserHandler>();
        services.AddScoped<PasswordLinkHandler>();
        services.AddScoped<WhoCanSignIn>();
        return services;
    }
}
