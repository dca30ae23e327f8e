namespace DcoPortal.Casework.Transfers;

internal static class TransferSetup
{
    /// <summary>What moves a case to another board or another local authority.</summary>
    public static IServiceCollection AddTransfers(this IServiceCollection services)
    {
        services.AddScoped<AnswerTransferHandler>();
        services.AddScoped<CaseCarrier>();
        services.AddScoped<CaseTransferHandler>();
        services.AddScoped<CaseOnItsWay>();
        services.AddScoped<ClosedByMoveQuery>();
        services.AddScoped<CorrectTransferHandler>();
        services.AddScoped<EarlierRecords>();
        services.AddScoped<FollowingAnswers>();
        services.AddScoped<TransferEmails>();
        services.AddScoped<TransfersQuery>();
        services.AddScoped<TransferWords>();
        services.AddScoped<WhereItGoesOnQuery>();
        services.AddScoped<WithdrawnPapersQuery>();
        return services;
    }
}
