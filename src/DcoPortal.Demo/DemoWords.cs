using DcoPortal.Domain.Assessments;

namespace DcoPortal.Demo;

/// <summary>Made-up names and texts. No real person or school.</summary>
internal static class DemoWords
{
    public static readonly string[] Surnames =
    [
        "Ashworth", "Birtwistle", "Nguyễn", "de Souza", "Nowak", "Begum", "Yusuf", "Singh", "Adeyemi", "Kowalczyk", "D'Souza", "Rigby", "Whittaker",
        "O'Brien", "Li", "Khan", "Threlfall", "McAllister", "Fitzgerald", "Hargreaves", "Greenhalgh", "Smith-Jones", "Patel", "Okonkwo", "Eastham", "Walmsley",
    ];

    public static readonly string[] Forenames =
    [
        "Amelia", "Zoë", "Ayaan", "Noah", "Niamh", "Kacper", "Théo", "Jakub", "Harper", "Evie", "George", "Seán", "Oliver", "Maryam", "Ibrahim", "Aisha",
        "Tommy", "Poppy", "Yusuf", "Fatima", "Isla", "Ruby", "Anaïs", "Alfie", "Zainab", "Leo", "Freya", "Arthur", "Inaya", "Daisy",
    ];

    /// <summary>The settings where a child of that age could learn.</summary>
    public static (string Name, string Urn)[] SettingsAt(int age) => age switch
    {
        < 4 => [("Fylde Nursery School", "119002"), ("Moorside Nursery", "119003")],
        < 11 => [("Moorside Primary School", "119200"), ("Leyland Methodist Primary School", "119461"), ("Fylde Community Primary School", "119201")],
        < 16 => [("St Wilfrid's CE Academy", "137482"), ("Ribble Valley High School", "119735")],
        _ => [("Preston Park College", "130736"), ("Brookfield Specialist College", "131908")],
    };

    /// <summary>The people who could ask for an assessment at that age.</summary>
    public static RequestSource[] SourcesAt(int age) => age < 16
        ? [RequestSource.Parent, RequestSource.Parent, RequestSource.School]
        : [RequestSource.YoungPerson, RequestSource.Post16Institution];

    public static readonly string[] Needs = ["ASD", "SLCN", "SEMH", "MLD", "SLD", "PMLD", "PD", "HI", "VI", "SPLD", "DS", "OTH"];

    /// <summary>What a parent could say of a child of that age, or a young person for themselves.</summary>
    public static string[] FamilyViewsAt(int age) => age < 16
        ?
        [
            "Loves water and music; loud halls are upsetting.",
            "Talks in single words; signs \"more\" and \"stop\".\nNeeds time to answer.",
            "We have told this story five times. Please ask us only what is not in the reports.",
            "Happiest outdoors and with animals. Mornings are hard. We hope for one good friend.",
        ]
        :
        [
            "I want to stay at college and get the bus on my own. I need people to say things one at a time.",
            "I like my animal care course. I get tired by the afternoon, and then I cannot follow.",
        ];

    public static readonly string[] Basis =
    [
        "Seen at home and at school this term; records from birth read.", "Assessed in clinic twice; observed at lunch time at school.", "Known to the service for two years; last review this month.",
    ];

    public static readonly string[] HealthNeeds =
    [
        "Understands short sentences of two key words with signs and pictures. Speech is unclear to people who do not know her.\nThese needs relate to her special educational needs.",
        "Low muscle tone and fatigue limit sitting, writing and dressing. Can sit at a table for 10 minutes with support.",
        "Sensory differences: noise and crowds lead to distress and leaving the room. Sleeps about 6 hours a night.",
        "No health needs beyond those met by universal services were found.",
    ];

    public static readonly string[] Outcomes =
    [
        "By the end of Year 4 she asks for help with a sign, picture or word in 8 of 10 lessons.",
        "Within 12 months he writes his name and a short sentence with adapted equipment.",
        "By July 2027 he stays in class for a whole lesson with an agreed break, on 4 days out of 5.",
    ];

    public static readonly string[] Provision =
    [
        "Direct therapy for 45 minutes once a fortnight in term time by a qualified therapist, and a programme of 10 minutes a day by trained school staff; review each term. (Educates or trains: section F.)",
        "A seating assessment each year and review after growth; equipment supplied by the service. (Section G.)",
        "Training for school staff, 2 hours in the first half term; consultation of 1 hour each half term for 12 months. (Section F.)",
    ];
}
