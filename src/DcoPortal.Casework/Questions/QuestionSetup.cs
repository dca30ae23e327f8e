namespace DcoPortal.Casework.Questions;

internal static class QuestionSetup
{
    /// <summary>Questions between a local authority and a DCO service.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services)
    {
        services.AddScoped<QuestionEmails>();
        services.AddScoped<OpenQuestionsQuery>();
        services.AddScoped<QuestionRowsQuery>();
        services.AddScoped<QuestionsHandler>();
        return services;
    }
}
