using Qijiang.Testing;
using static Qijiang.Core.Suggestions.SuggestionCommand;
using static Qijiang.Core.Tests.Suggestions.Sample;
using Event = Qijiang.Core.Suggestions.SuggestionEvent;

namespace Qijiang.Core.Tests.Law.Witnesses;

/// <summary>Making, signing and withdrawing a suggestion (SUG-01 to SUG-07).</summary>
internal static class SubmissionWitnesses
{
    public static IEnumerable<Witness> All =>
    [
        new("chongqing", "suggestion.delegationOnlyInSession", "suggestion.delegation-only-in-session", ByADelegationBetweenSessions),
        new("chongqing", "suggestion.coSignersConfirm", "made by chen", WithACoSignerWhoNeverConfirmed) { Only = true },
        new("chongqing", "suggestion.copyFrom", "11 characters: submitted; 12 characters: suggestion.copied-from-source", QuotingACitizen),
        new("chongqing", "suggestion.withdrawalNeeds", "asked", WithdrawnByTheLeadAlone) { Or = ["Lead"] },
    ];

    private static string ByADelegationBetweenSessions(World w) =>
        World.Told(w.Suggestion.When(Submission() with { Delegation = new(new("delegation-1"), Li) }), _ => "submitted");

    private static string WithACoSignerWhoNeverConfirmed(World w) =>
        World.Told(w.Suggestion.GivenDone(Submission(Li)).When(Receipt), e => $"made by {string.Join(", ", e.OfType<Event.Received>().Single().CoSigners.Prepend(Chen).Select(p => p.Value))}");

    // The text begins with these words, without a mark between them.
    private static string QuotingACitizen(World w)
    {
        string Quoting(string words) => World.Told(w.Suggestion.When(Submission() with { SourceTexts = [new(new("wang"), words)] }), _ => "submitted");
        return $"11 characters: {Quoting("古南街道河堤路路灯年久")}; 12 characters: {Quoting("古南街道河堤路路灯年久失")}";
    }

    public static string WithdrawnByTheLeadAlone(World w)
    {
        var joint = w.Suggestion.GivenDone(Submission(Li), new ConfirmCoSignature { By = A.Deputy("li"), OccurredOn = Submitted }, Receipt);
        var withdraw = new Withdraw(new("情况已变化。")) { By = A.Deputy("chen"), OccurredOn = Received };
        return World.Told(joint.When(withdraw), e => e.OfType<Event.Withdrawn>().Any() ? "withdrawn" : "asked");
    }
}
