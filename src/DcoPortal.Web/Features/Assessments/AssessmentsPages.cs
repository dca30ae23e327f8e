using DcoPortal.Web.Features.Assessments.Activity;
using DcoPortal.Web.Features.Assessments.AddLater;
using DcoPortal.Web.Features.Assessments.CorrectDates;
using DcoPortal.Web.Features.Assessments.CorrectDetails;
using DcoPortal.Web.Features.Assessments.Details;
using DcoPortal.Web.Features.Assessments.GoLive;
using DcoPortal.Web.Features.Assessments.HandOver;
using DcoPortal.Web.Features.Assessments.ImportNotifications;
using DcoPortal.Web.Features.Assessments.List;
using DcoPortal.Web.Features.Assessments.LogNotification;
using DcoPortal.Web.Features.Assessments.Merged;
using DcoPortal.Web.Features.Assessments.Pack;
using DcoPortal.Web.Features.Assessments.RightAuthority;
using DcoPortal.Web.Features.Assessments.SameChild;
using DcoPortal.Web.Features.Assessments.SentCases;
using DcoPortal.Web.Features.Assessments.Sharing;
using DcoPortal.Web.Features.Assessments.Transfer;

namespace DcoPortal.Web.Features.Assessments;

internal static class AssessmentsPages
{
    /// <summary>What the pages of assessments read and write with.</summary>
    public static IServiceCollection AddAssessmentsPages(this IServiceCollection services)
    {
        services.AddScoped<ActivityQuery>();
        services.AddScoped<AddLaterQuery>();
        services.AddScoped<AdvicePackQuery>();
        services.AddScoped<AssessmentListQuery>();
        services.AddScoped<CorrectableDatesQuery>();
        services.AddScoped<CorrectableDetailsQuery>();
        services.AddScoped<DecisionFactsQuery>();
        services.AddScoped<DetailsQuery>();
        services.AddScoped<DraftChecks>();
        services.AddScoped<DraftDocuments>();
        services.AddScoped<DraftStore>();
        services.AddScoped<ForecastQuery>();
        services.AddScoped<GoLiveQuery>();
        services.AddScoped<HandOverQuery>();
        services.AddScoped<ImportsQuery>();
        services.AddScoped<LackingAdviceQuery>();
        services.AddScoped<LogNotificationHandler>();
        services.AddScoped<LoggedQuery>();
        services.AddScoped<MergedQuery>();
        services.AddScoped<RightAuthorityQuery>();
        services.AddScoped<SameChildQuery>();
        services.AddScoped<SharingQuery>();
        services.AddScoped<TransferFormQuery>();
        services.AddScoped<SentCaseQuery>();
        return services;
    }
}
