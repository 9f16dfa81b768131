using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Who is told by a reminder, as far as the register of the congress says.</summary>
/// <param name="To">As what.</param>
/// <param name="Body">Which body or agency; null where it is a person, or the register has no such body.</param>
/// <param name="Person">Which person: a deputy. Never a citizen.</param>
public sealed record Recipient(Audience To, BodyId? Body = null, PersonId? Person = null)
{
    /// <summary>The same for the same recipient; part of a key.</summary>
    public string Key => $"{To}|{Body?.Value ?? Person?.Value ?? "-"}";

    /// <summary>The recipient of a reminder.</summary>
    public static Recipient Of(ReminderNotice notice, Congress.Established congress) => notice.To switch
    {
        Audience.Owing or Audience.OwingPrincipal => OfParty(notice.To, notice.Obligation.OwedBy, congress),
        Audience.Owed when notice.Obligation.About is not Matter.OfOpinion => OfParty(notice.To, notice.Obligation.OwedTo, congress),
        Audience.CoordinatingOffice => OfKind(notice.To, congress, BodyKind.CoordinatingOffice),
        Audience.Desk => OfKind(notice.To, congress, BodyKind.Desk),
        Audience.ChairsMeeting => OfKind(notice.To, congress, BodyKind.ChairsMeeting, BodyKind.Presidium),
        _ => new(notice.To),
    };

    private static Recipient OfParty(Audience to, Party party, Congress.Established congress) => party switch
    {
        Party.OfBody { Body: var body } => new(to, body),
        Party.OfPerson { Person: var person } => new(to, null, person),
        Party.OfKind { Kind: var kind } => OfKind(to, congress, kind),
        _ => new(to),
    };

    private static Recipient OfKind(Audience to, Congress.Established congress, params BodyKind[] kinds) =>
        new(to, congress.Bodies.FirstOrDefault(body => kinds.Contains(body.Kind))?.Id);
}
