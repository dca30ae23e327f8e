using DcoPortal.Web.Features.Questions.OfAssessment;
using DcoPortal.Web.Features.Questions.Thread;

namespace DcoPortal.Web.Features.Questions;

internal static class QuestionsPages
{
    /// <summary>What the pages of questions read and write with.</summary>
    public static IServiceCollection AddQuestionsPages(this IServiceCollection services)
    {
        services.AddScoped<QuestionsPageQuery>();
        services.AddScoped<ThreadQuery>();
        return services;
    }
}
