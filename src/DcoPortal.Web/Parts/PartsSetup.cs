using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Dashboard;
using DcoPortal.Web.Parts.Directory;
using DcoPortal.Web.Parts.Documents;
using DcoPortal.Web.Parts.Emails;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Parts.Views;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Parts;

internal static class PartsSetup
{
    /// <summary>What pages of several areas show.</summary>
    public static IServiceCollection AddParts(this IServiceCollection services)
    {
        services.AddScoped<AllNilWorklistQuery>();
        services.AddScoped<ArrivalChoices>();
        services.AddScoped<CaseQuery>();
        services.AddScoped<ChaseLinesQuery>();
        services.AddScoped<CoverQuery>();
        services.AddScoped<DirectoryChoicesQuery>();
        services.AddScoped<DirectoryEntriesQuery>();
        services.AddScoped<EscalationWorklistQuery>();
        services.AddScoped<CarriedAnswersQuery>();
        services.AddScoped<GivenAnswersQuery>();
        services.AddScoped<GoesAlongQuery>();
        services.AddScoped<SaidBeforeQuery>();
        services.AddScoped<LateQuery>();
        services.AddScoped<NamedPeople>();
        services.AddScoped<NotAskedQuery>();
        services.AddScoped<FigureNamesQuery>();
        services.AddScoped<FiguresQuery>();
        services.AddScoped<OverviewQuery>();
        services.AddScoped<QuestionHomeQuery>();
        services.AddScoped<RequestHeadQuery>();
        services.AddScoped<SettingSchools>();
        services.AddScoped<TakenOutQuery>();
        services.AddScoped<UndeliveredEmailsQuery>();
        services.AddScoped<ViewBarQuery>();
        return services;
    }
}
