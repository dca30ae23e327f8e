using DcoPortal.Web.Features.Advice.Chase;
using DcoPortal.Web.Features.Advice.Check;
using DcoPortal.Web.Features.Advice.Escalate;
using DcoPortal.Web.Features.Advice.LadderSettings;
using DcoPortal.Web.Features.Advice.NoAdvice;
using DcoPortal.Web.Features.Advice.PassOn;
using DcoPortal.Web.Features.Advice.Request;
using DcoPortal.Web.Features.Advice.RequestAdvice;
using DcoPortal.Web.Features.Advice.Respond;
using DcoPortal.Web.Features.Advice.ReturnToAuthority;
using DcoPortal.Web.Features.Advice.TrafficLights;
using DcoPortal.Web.Features.Advice.Triage;
using DcoPortal.Web.Features.Advice.Withdrawn;
using DcoPortal.Web.Features.Advice.Worklist;

namespace DcoPortal.Web.Features.Advice;

internal static class AdvicePages
{
    /// <summary>What the pages of advice read and write with.</summary>
    public static IServiceCollection AddAdvicePages(this IServiceCollection services)
    {
        services.AddScoped<AllNilQuery>();
        services.AddScoped<ChaseQuery>();
        services.AddScoped<ChaseChipsQuery>();
        services.AddScoped<EscalateManyQuery>();
        services.AddScoped<CheckListQuery>();
        services.AddScoped<CheckQuery>();
        services.AddScoped<EscalationListQuery>();
        services.AddScoped<LadderPageQuery>();
        services.AddScoped<PassOnQuery>();
        services.AddScoped<RequestAdviceQuery>();
        services.AddScoped<RequestListPageQuery>();
        services.AddScoped<RequestPageQuery>();
        services.AddScoped<RespondQuery>();
        services.AddScoped<ReturnQuery>();
        services.AddScoped<TrafficLightQuery>();
        services.AddScoped<TriageQuery>();
        services.AddScoped<WithdrawnQuery>();
        return services;
    }
}
