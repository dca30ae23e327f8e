using System.Text.Json;

namespace DcoPortal.Tests.Domain.Statutory;

public sealed record StatutoryVector(
    string Id, DateOnly Anchor, DateOnly Decision6w, DateOnly HealthAsked, DateOnly HealthDue,
    DateOnly NoPlan16w, DateOnly Final20w, DateOnly HealthLastWorkingDay)
{
    // worked by hand and by two independent programs before this one was written
    private const string Json = """
        [
        {"id":"C01","anchor":"2026-03-02","decision6w":"2026-04-13","healthAsked":"2026-03-16","healthDue":"2026-04-27","noPlan16w":"2026-06-22","final20w":"2026-07-20","healthLastWorkingDay":"2026-04-27"},
        {"id":"C02","anchor":"2024-02-01","decision6w":"2024-03-14","healthAsked":"2024-02-08","healthDue":"2024-03-21","noPlan16w":"2024-05-23","final20w":"2024-06-20","healthLastWorkingDay":"2024-03-21"},
        {"id":"C03","anchor":"2024-02-29","decision6w":"2024-04-11","healthAsked":"2024-03-07","healthDue":"2024-04-18","noPlan16w":"2024-06-20","final20w":"2024-07-18","healthLastWorkingDay":"2024-04-18"},
        {"id":"C04","anchor":"2028-01-18","decision6w":"2028-02-29","healthAsked":"2028-01-25","healthDue":"2028-03-07","noPlan16w":"2028-05-09","final20w":"2028-06-06","healthLastWorkingDay":"2028-03-07"},
        {"id":"C05","anchor":"2025-11-13","decision6w":"2025-12-25","healthAsked":"2025-11-20","healthDue":"2026-01-01","noPlan16w":"2026-03-05","final20w":"2026-04-02","healthLastWorkingDay":"2025-12-31"},
        {"id":"C06","anchor":"2025-11-14","decision6w":"2025-12-26","healthAsked":"2025-11-21","healthDue":"2026-01-02","noPlan16w":"2026-03-06","final20w":"2026-04-03","healthLastWorkingDay":"2026-01-02"},
        {"id":"C07","anchor":"2024-11-20","decision6w":"2025-01-01","healthAsked":"2024-12-04","healthDue":"2025-01-15","noPlan16w":"2025-03-12","final20w":"2025-04-09","healthLastWorkingDay":"2025-01-15"},
        {"id":"C08","anchor":"2026-02-15","decision6w":"2026-03-29","healthAsked":"2026-02-16","healthDue":"2026-03-30","noPlan16w":"2026-06-07","final20w":"2026-07-05","healthLastWorkingDay":"2026-03-30"},
        {"id":"C09","anchor":"2026-07-01","decision6w":"2026-08-12","healthAsked":"2026-07-01","healthDue":"2026-08-12","noPlan16w":"2026-10-21","final20w":"2026-11-18","healthLastWorkingDay":"2026-08-12"},
        {"id":"C10","anchor":"2026-09-13","decision6w":"2026-10-25","healthAsked":"2026-09-13","healthDue":"2026-10-25","noPlan16w":"2027-01-03","final20w":"2027-01-31","healthLastWorkingDay":"2026-10-23"},
        {"id":"C11","anchor":"2026-03-02","decision6w":"2026-04-13","healthAsked":"2026-04-13","healthDue":"2026-05-25","noPlan16w":"2026-06-22","final20w":"2026-07-20","healthLastWorkingDay":"2026-05-22"},
        {"id":"C12","anchor":"2026-03-02","decision6w":"2026-04-13","healthAsked":"2026-04-20","healthDue":"2026-06-01","noPlan16w":"2026-06-22","final20w":"2026-07-20","healthLastWorkingDay":"2026-06-01"},
        {"id":"C13","anchor":"2026-07-10","decision6w":"2026-08-21","healthAsked":"2026-07-20","healthDue":"2026-08-31","noPlan16w":"2026-10-30","final20w":"2026-11-27","healthLastWorkingDay":"2026-08-28"},
        {"id":"C14","anchor":"2026-05-05","decision6w":"2026-06-16","healthAsked":"2026-05-12","healthDue":"2026-06-23","noPlan16w":"2026-08-25","final20w":"2026-09-22","healthLastWorkingDay":"2026-06-23"},
        {"id":"C15","anchor":"2027-12-31","decision6w":"2028-02-11","healthAsked":"2028-01-10","healthDue":"2028-02-21","noPlan16w":"2028-04-21","final20w":"2028-05-19","healthLastWorkingDay":"2028-02-21"}
        ]
        """;

    public static IReadOnlyList<StatutoryVector> All { get; } =
        JsonSerializer.Deserialize<List<StatutoryVector>>(Json, JsonSerializerOptions.Web)!;

    public override string ToString() => Id;
}
