namespace DcoPortal.Casework.Assessments;

internal static class AssessmentSetup
{
    /// <summary>What people do to an assessment.</summary>
    public static IServiceCollection AddAssessments(this IServiceCollection services)
    {
        services.AddScoped<AnotherChildQuery>();
        services.AddScoped<AssessmentEmails>();
        services.AddScoped<AuthorityDocumentsHandler>();
        services.AddScoped<CaseOwnerName>();
        services.AddScoped<CaseOwners>();
        services.AddScoped<ChangeSharingHandler>();
        services.AddScoped<CorrectDatesHandler>();
        services.AddScoped<CorrectDetailsHandler>();
        services.AddScoped<DetailConflictsQuery>();
        services.AddScoped<HandOverHandler>();
        services.AddScoped<HealthToldHandler>();
        services.AddScoped<PlanStepsHandler>();
        services.AddScoped<HolderNews>();
        services.AddScoped<OpenAgain>();
        services.AddScoped<OtherSide>();
        services.AddScoped<RecordDecisionHandler>();
        services.AddScoped<RecordOutcomeHandler>();
        services.AddScoped<TakeBackRecordHandler>();
        services.AddScoped<ToCorrectHandler>();
        services.AddScoped<UnansweredRequests>();
        return services;
    }
}
