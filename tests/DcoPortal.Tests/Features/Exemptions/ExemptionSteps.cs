using System.Globalization;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Exemptions;

/// <summary>What the tests of exemptions type and arrange alike.</summary>
internal static class ExemptionSteps
{
    public const string Form = "main form";

    /// <summary>A sent request that health received on a day, with the clock moved on to another.</summary>
    public static async Task<(CaseKeys Keys, Guid Id)> RequestReceivedAsync(this PortalApp app, string received, string today)
    {
        app.Time.Set(Noon(received));
        var keys = await app.AssessmentAsync();
        var id = await app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        app.Time.Set(Noon(today));
        return (keys, id);
    }

    /// <summary>An assessment whose request the authority received on a day, not decided, with the clock moved on to another.</summary>
    public static async Task<CaseKeys> AssessmentReceivedAsync(this PortalApp app, string received, string today, AssessmentDecision? decision = null)
    {
        app.Time.Set(Noon(received));
        var keys = await app.AssessmentAsync(received: Day(received), decision: decision);
        app.Time.Set(Noon(today));
        return keys;
    }

    public static Dictionary<string, string?> Closure(string ground, string closed, string reopens, string asked)
    {
        var prefix = ground == "SchoolClosed" ? "School" : "EarlyYears";
        return Values(ground, ($"{prefix}.ClosedFrom", closed), ($"{prefix}.ReopensOn", reopens), ($"{prefix}.AskedOn", asked));
    }

    public static Dictionary<string, string?> Absence(string first, string last) => Values("AbsentFromArea", ("AbsentFrom", first), ("AbsentUntil", last));

    public static Dictionary<string, string?> Missed(string on, string who = "ChildOrFamily") => Values("MissedAppointment", ("AppointmentOn", on)).With("NotKeptBy", who);

    public static Dictionary<string, string?> Circumstances(string from, string? until, bool? personal = null)
    {
        var values = Values("ExceptionalCircumstances", ("CircumstancesFrom", from), ("CircumstancesUntil", until));
        return personal is { } yes ? values.With("CircumstancesArePersonal", yes ? "true" : "false") : values;
    }

    public static Dictionary<string, string?> With(this Dictionary<string, string?> values, string name, string value) => new(values) { [name] = value };

    public static Dictionary<string, string?> WithDay(this Dictionary<string, string?> values, string name, string day)
    {
        var all = new Dictionary<string, string?>(values);
        Add(all, name, day);
        return all;
    }

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static DateTime Noon(string day) => Day(day).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    /// <summary>A day of a fieldset of three boxes, for the small forms of a recorded exemption.</summary>
    public static Dictionary<string, string?> OneDay(string name, string day) => new Dictionary<string, string?>().WithDay(name, day);

    /// <summary>The same fieldset, emptied.</summary>
    public static Dictionary<string, string?> NoDay(string name)
    {
        Dictionary<string, string?> values = [];
        Add(values, name, null);
        return values;
    }

    private static Dictionary<string, string?> Values(string ground, params (string Name, string? Day)[] days)
    {
        var values = new Dictionary<string, string?> { ["Ground"] = ground, ["Evidence"] = "The letter of that week", ["Impractical"] = "The assessment could not be made without it" };
        foreach (var (name, day) in days) { Add(values, name, day); }
        return values;
    }

    private static void Add(Dictionary<string, string?> values, string name, string? day)
    {
        var parts = day?.Split('-') ?? ["", "", ""];
        (values[$"{name}.Year"], values[$"{name}.Month"], values[$"{name}.Day"]) = (parts[0], parts[1], parts[2]);
    }
}
