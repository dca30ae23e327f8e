namespace DcoPortal.Domain.Statutory;

/// <summary>What the instrument of a limit says of a time that ends on a day when nobody works. Each rule carries its own: no instrument lends its convention to another.</summary>
public enum EndOfTime
{
    /// <summary>Nothing, as in SI 2014/1530: the time ends on that day.</summary>
    Stays,

    /// <summary>Rule 12(2) and (3) of the Tribunal Procedure Rules (SI 2008/2699), for the start of a SEND appeal: see <see cref="TribunalCalendar.LastLawfulDay"/>.</summary>
    TribunalRules,
}
