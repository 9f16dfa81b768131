using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Suggestions;

/// <summary>What an answer has to be like, and to whom it goes (SUG-22 to SUG-26).</summary>
internal static class Answers
{
    public static Refusal? ReplyObjects(SuggestionCommand.GiveReply c, Suggestion.InHand s, SuggestionRules rules) => c switch
    {
        _ when c.By.Principal != c.SignedBy || (c.By.OnBehalfOf is null && c.By.Office != rules.ReplySignedBy.Value) =>
            new NotSignedByPrincipal(rules.ReplySignedBy.Ref) { Field = "signedBy" },
        _ when !ReplyClassScheme.Allows(c.Class, rules.ReplyClasses.Value) => new ReplyClassUnknown(rules.ReplyClasses.Ref) { Field = "class" },
        { Promises.Count: 0 } when c.Class.Code == rules.CommitmentClass.Value => new PromiseMissing(rules.CommitmentClass.Ref) { Field = "promises" },
        _ => PromisesObject(c.Promises, c.OccurredOn, s),
    };

    public static Refusal? PromisesObject(ValueList<Promise> promises, LocalDate on, Suggestion.InHand s)
    {
        var taken = s.Handlings.SelectMany(h => h.Commitments).Select(x => x.Id).ToHashSet();
        return promises switch
        {
            _ when promises.Any(p => SuggestionTexts.IsEmpty(p.Item)) => new TextMissing { Field = "promises.item" },
            _ when promises.Any(p => p.By < on) => new TooEarly(on) { Field = "promises.by" },
            _ when promises.Any(p => !taken.Add(p.Id)) => new CommitmentIdTaken { Field = "promises.id" },
            _ => null,
        };
    }

    /// <summary>Every signatory or the lead alone, as the rules say; a delegation's contact group; and those whose suggestions were merged in.</summary>
    public static ValueList<PersonId> To(Dossier dossier, SuggestionRules rules)
    {
        var lists = dossier.Merged.Select(m => m.Signatories).Prepend(dossier.Makers.Signatories);
        var every = rules.JointReplyTo.Value is JointReplyTo.Every;
        var people = lists.SelectMany(list => every ? list : [list[0]]);
        return (dossier.Makers.Delegation is { Convenor: var convenor } ? people.Append(convenor) : people).Distinct().ToValueList();
    }
}
