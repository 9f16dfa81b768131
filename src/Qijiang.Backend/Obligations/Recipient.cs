using Qijiang.Core.Congresses;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>Who is told by a reminder, as far as the policy and the register of the congress say.</summary>
/// <param name="To">As what.</param>
/// <param name="Body">Which body or agency; null where it is a person, or the register has no such body.</param>
/// <param name="Person">Which person: a deputy. Never a citizen.</param>
public sealed record Recipient(Audience To, BodyId? Body = null, PersonId? Person = null)
{
    /// <summary>The same for the same recipient; part of a key.</summary>
    public string Key => $"{To}|{Body?.Value ?? Person?.Value ?? "-"}";

    /// <summary>The recipient of a reminder.</summary>
    public static Recipient Of(ReminderNotice notice, Congress.Established congress, ReminderPolicy policy) => notice.To switch
    {
        Audience.Owing or Audience.OwingPrincipal => OfParty(notice.To, notice.Obligation.OwedBy, congress),
        Audience.Owed when notice.Obligation.About is Matter.OfOpinion => new(notice.To),
        Audience.Owed => OfParty(notice.To, notice.Obligation.OwedTo, congress),
        _ => new(notice.To, policy.BodyOf(notice.To, AgencyOf(notice.Obligation), congress)),
    };

    private static BodyId? AgencyOf(OpenObligation obligation) => obligation switch
    {
        { OwedBy: Party.OfBody { Body: var body } } => body,
        { About: Matter.OfSuggestion { Agency: var agency } } => agency,
        _ => null,
    };

    private static Recipient OfParty(Audience to, Party party, Congress.Established congress) => party switch
    {
        Party.OfBody { Body: var body } => new(to, body),
        Party.OfPerson { Person: var person } => new(to, null, person),
        Party.OfKind { Kind: var kind } => new(to, congress.Bodies.FirstOrDefault(body => body.Kind == kind)?.Id),
        _ => new(to),
    };
}
