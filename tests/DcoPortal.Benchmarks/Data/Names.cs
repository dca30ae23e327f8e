namespace DcoPortal.Benchmarks.Data;

/// <summary>Made-up names, so many that a search for one finds few. No real person.</summary>
internal static class Names
{
    private static readonly string[] First =
    [
        "Ash", "Bram", "Carl", "Dun", "Elm", "Farn", "Grim", "Hart", "Ing", "Kel", "Lang", "Marl", "Nor", "Oak", "Pen", "Quern", "Raven", "Staf", "Thorn", "Under",
        "Wake", "Yar", "Alder", "Birk", "Cole", "Den", "Ever", "Fern", "Gold", "Holm", "Ivel", "Kirk", "Lind", "Mere", "Nether", "Over", "Prest", "Red", "Sel", "Tarn",
    ];

    private static readonly string[] Second =
    [
        "bank", "bourne", "bridge", "brook", "burn", "bury", "by", "cliffe", "combe", "croft", "dale", "den", "don", "field", "ford", "gate", "grave", "ham", "holme", "hurst",
        "ington", "land", "ley", "low", "man", "mere", "more", "ridge", "sett", "shaw", "stead", "thorpe", "ton", "wick", "worth",
    ];

    private static readonly string[] Forenames =
    [
        "Abigail", "Adam", "Adeel", "Agnes", "Aidan", "Alba", "Amina", "Anwar", "Ava", "Ben", "Bilal", "Bonnie", "Cara", "Callum", "Chidi", "Clara", "Dara", "Dev", "Dylan", "Edie",
        "Elif", "Elsie", "Emil", "Esme", "Ewan", "Farah", "Finn", "Florence", "Gita", "Hana", "Harvey", "Hugo", "Imran", "Iris", "Ivy", "Jaya", "Jonah", "Kaya", "Kian", "Lara",
        "Lewis", "Lila", "Luca", "Mabel", "Malik", "Marek", "Mila", "Nadia", "Nia", "Oscar", "Otis", "Pearl", "Rafi", "Rhys", "Rosa", "Sami", "Tess", "Uma", "Wren", "Zak",
    ];

    private const int Surnames = 40 * 35;
    private const int NextSurname = 839;

    /// <summary>The name of a copy: neighbours have others, and the same surname comes back with another forename.</summary>
    public static (string Surname, string Forename) Of(int number)
    {
        var at = (int)((long)number * NextSurname % Surnames);
        return (First[at / Second.Length] + Second[at % Second.Length], Forenames[(number + (number / Surnames)) % Forenames.Length]);
    }

    /// <summary>A number that no person has, which begins with 9, with a right check digit.</summary>
    public static string NhsNumber(int number)
    {
        for (var n = 900_000_000 + ((long)number * 11); ; n++)
        {
            var digits = $"{n}";
            var check = 11 - (digits.Select((d, at) => (d - '0') * (10 - at)).Sum() % 11);
            if (check != 10) { return $"{digits}{(check == 11 ? 0 : check)}"; }
        }
    }
}
