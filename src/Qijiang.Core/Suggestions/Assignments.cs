using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using static Qijiang.Core.Outcome<Qijiang.Core.Suggestions.SuggestionEvent>;
using static Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Suggestions;

/// <summary>Divides a suggestion among agencies and opens their periods (SUG-12 to SUG-16, SUG-20).</summary>
internal static class Assignments
{
    public static Outcome<SuggestionEvent> Open(SuggestionCommand.AssignToAgencies c, LocalDate first, SuggestionRules rules)
    {
        if (!IsLawful(c.Parts)) return new DivisionUnlawful(rules.Division.Ref) { Field = "parts" };
        if (rules.ExtensionApproval.Value is ExtensionApproval.Desk && c.Decision.Kind is not BodyKind.Desk && c.Parts.Any(p => p.ComplexBecause is not null))
            return new ExtensionNeedsConsent(rules.ExtensionApproval.Ref) { Field = "parts" };
        return Accept([.. c.Parts.Select(p => Opening(p, first, c.Decision, rules))]);
    }

    /// <summary>The same part with another agency. Whether its reply period starts anew is a rule (SUG-14).</summary>
    public static HandlingOpened Anew(SuggestionCommand.Reassign c, Handling part, Stage.Replying meanwhile, SuggestionRules rules)
    {
        var opening = Opening(new(c.To, part.Role), part.FirstAssignedOn, c.Decision, rules);
        return rules.ReassignRestartsReplyClock.Value ? opening : opening with { Owed = meanwhile.Owed };
    }

    private static HandlingOpened Opening(Part part, LocalDate first, Decision decision, SuggestionRules rules)
    {
        var replies = part.Role is not HandlingRole.CoHandler;
        var because = replies ? part.ComplexBecause : null;
        var owed = replies ? (because is null ? rules.ReplyWithin : rules.ReplyWithinComplex) : rules.CoHandlerOpinionWithin;
        return new(
            part.Agency, part.Role, owed.StartingOn(decision.On), rules.ReturnWithin.StartingOn(decision.On),
            replies ? rules.ContactWithin.StartingOn(decision.On) : null, because, first, decision);
    }

    // One lead with any number of co-handlers, or at least two separate handlers; no agency twice.
    private static bool IsLawful(ValueList<Part> parts)
    {
        var leads = parts.Count(p => p.Role is HandlingRole.Lead);
        var separate = parts.Count(p => p.Role is HandlingRole.Separate);
        return parts.Select(p => p.Agency).Distinct().Count() == parts.Count
            && ((leads == 1 && separate == 0) || (leads == 0 && separate == parts.Count && separate >= 2));
    }
}
