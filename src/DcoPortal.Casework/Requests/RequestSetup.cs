namespace DcoPortal.Casework.Requests;

internal static class RequestSetup
{
    /// <summary>What people do to a request for advice.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddScoped<ServiceHistoryQuery>();
        services.AddScoped<AcceptAdviceHandler>();
        services.AddScoped<AcknowledgeHandler>();
        services.AddScoped<AdviceDocumentsHandler>();
        services.AddScoped<AllNilAlarmHandler>();
        services.AddScoped<AllNilStandingQuery>();
        services.AddScoped<AnswerReadersQuery>();
        services.AddScoped<AskableDirectoryQuery>();
        services.AddScoped<AskForMoreHandler>();
        services.AddScoped<CameAlongQuery>();
        services.AddScoped<CannotSignInQuery>();
        services.AddScoped<ChaseHandler>();
        services.AddScoped<ReaddressEmailHandler>();
        services.AddScoped<CloseGivenBackHandler>();
        services.AddScoped<UsualTeams>();
        services.AddScoped<CloseRequestHandler>();
        services.AddScoped<DecideAllNilHandler>();
        services.AddScoped<DoubtsAnew>();
        services.AddScoped<LiftedWishes>();
        services.AddScoped<ExcludedHolder>();
        services.AddScoped<WishesInForce>();
        services.AddScoped<HideFromServiceHandler>();
        services.AddScoped<BegunAnswerQuery>();
        services.AddScoped<SetAsideDraft>();
        services.AddScoped<SetAsideEmails>();
        services.AddScoped<GiveBackHandler>();
        services.AddScoped<HandoverHandler>();
        services.AddScoped<KeepDespiteWishHandler>();
        services.AddScoped<LastRequestGone>();
        services.AddScoped<LetStandHandler>();
        services.AddScoped<LinkedWishesQuery>();
        services.AddScoped<MeantReadersQuery>();
        services.AddScoped<NextAnswerDraft>();
        services.AddScoped<NilReturnHandler>();
        services.AddScoped<NoRequestNeededHandler>();
        services.AddScoped<NotAskedHandler>();
        services.AddScoped<OpenRequestHandler>();
        services.AddScoped<PassOnHandler>();
        services.AddScoped<PromiseHandler>();
        services.AddScoped<CorrectReachedHandler>();
        services.AddScoped<CorrectRecordedAnswerHandler>();
        services.AddScoped<ReopenHandler>();
        services.AddScoped<RequestAdviceHandler>();
        services.AddScoped<RequestEmails>();
        services.AddScoped<RequestListQuery>();
        services.AddScoped<RestoreAnswerHandler>();
        services.AddScoped<ReturnAdviceHandler>();
        services.AddScoped<SaveDraftHandler>();
        services.AddScoped<SayWhyLateHandler>();
        services.AddScoped<SendAgainHandler>();
        services.AddScoped<SendBackHandler>();
        services.AddScoped<SentBackAnswers>();
        services.AddScoped<SendPreparedHandler>();
        services.AddScoped<StoppedAskings>();
        services.AddScoped<SubmitAdviceHandler>();
        services.AddScoped<WithdrawAnswerHandler>();
        services.AddScoped<WithdrawnBesideQuery>();
        services.AddScoped<WithdrawRequestHandler>();
        return services;
    }
}
