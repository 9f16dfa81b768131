using System.Collections.Immutable;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Suggestions;

/// <summary>
/// The rules of suggestions for one level of congress on one day: that of the act to be decided. A limit becomes a period by
/// <see cref="RulePeriods.StartingOn"/>, and a due date by <see cref="WorkingCalendar.DueOf"/>:
/// <c>calendar.DueOf(rules.ReplyWithin.StartingOn(assigned)).On</c>.
/// </summary>
/// <param name="set">The rule set of the congress.</param>
/// <param name="level">Its level.</param>
/// <param name="on">The day of the act.</param>
/// <param name="calendar">The calendar in force, asked for the last day of a period.</param>
public sealed class SuggestionRules(RuleSet set, CongressLevel level, LocalDate on, WorkingCalendar calendar)
{
    /// <summary>The keys that these rules ask for.</summary>
    public static ImmutableArray<RuleKey> Keys { get; } = RuleKey.Of(
        Capability.Suggestions,
        ("suggestion.delegationOnlyInSession", typeof(bool)),
        ("suggestion.coSignersConfirm", typeof(bool)),
        ("suggestion.copyFrom", typeof(int)),
        ("suggestion.withdrawalNeeds", typeof(WithdrawalNeeds)),
        ("suggestion.assignWithin", typeof(TimeLimit)),
        ("suggestion.mergeTellsDeputies", typeof(bool)),
        ("suggestion.division", typeof(string)),
        ("suggestion.returnWithin", typeof(TimeLimit)),
        ("suggestion.reassignWithin", typeof(TimeLimit)),
        ("suggestion.reassignRestartsReplyClock", typeof(bool)),
        ("suggestion.contactWithin", typeof(TimeLimit)),
        ("suggestion.coHandlerOpinionWithin", typeof(TimeLimit)),
        ("suggestion.coHandlerRedoWithin", typeof(TimeLimit)),
        ("suggestion.replyWithin", typeof(TimeLimit)),
        ("suggestion.replyWithinComplex", typeof(TimeLimit)),
        ("suggestion.extensionApproval", typeof(ExtensionApproval)),
        ("suggestion.suspensionGrantedBy", typeof(SuspensionGrantedBy)),
        ("suggestion.replyClasses", typeof(string)),
        ("suggestion.commitmentClass", typeof(string)),
        ("suggestion.replySignedBy", typeof(Office)),
        ("suggestion.jointReplyTo", typeof(JointReplyTo)),
        ("suggestion.jointEvaluator", typeof(JointEvaluator)),
        ("suggestion.evaluateWithin", typeof(TimeLimit)),
        ("suggestion.evaluateDeliveryWithin", typeof(TimeLimit)),
        ("suggestion.opinionWhenDissatisfied", typeof(bool)),
        ("suggestion.rehandlingDecidedBy", typeof(BodyKind)),
        ("suggestion.rehandleWithin", typeof(TimeLimit)),
        ("suggestion.maxRehandleRounds", typeof(int)),
        ("suggestion.deliveryDissatisfiedGoesTo", typeof(string)),
        ("suggestion.lateEvaluationPolicy", typeof(LateEvaluationPolicy)),
        ("suggestion.correctWithin", typeof(TimeLimit)));

    /// <summary>Whether a delegation can make a suggestion only in session (SUG-01).</summary>
    public Rule<bool> DelegationOnlyInSession => Get<bool>("suggestion.delegationOnlyInSession");

    /// <summary>Whether each co-signer confirms for himself or herself (SUG-02).</summary>
    public Rule<bool> CoSignersConfirm => Get<bool>("suggestion.coSignersConfirm");

    /// <summary>From how many characters on a source's words, found whole in the text, make it a copy (SUG-04).</summary>
    public Rule<int> CopyFrom => Get<int>("suggestion.copyFrom");

    /// <summary>Whose word withdraws a joint suggestion (SUG-07).</summary>
    public Rule<WithdrawalNeeds> WithdrawalNeeds => Get<WithdrawalNeeds>("suggestion.withdrawalNeeds");

    /// <summary>Within what a suggestion made between sessions is assigned (SUG-10).</summary>
    public Rule<TimeLimit> AssignWithin => Get<TimeLimit>("suggestion.assignWithin");

    /// <summary>That deputies are told of a merger (SUG-11).</summary>
    public Rule<bool> MergeTellsDeputies => Get<bool>("suggestion.mergeTellsDeputies");

    /// <summary>How a suggestion may be divided among agencies (SUG-12).</summary>
    public Rule<string> Division => Get<string>("suggestion.division");

    /// <summary>Within what an agency may return it as misassigned (SUG-13).</summary>
    public Rule<TimeLimit> ReturnWithin => Get<TimeLimit>("suggestion.returnWithin");

    /// <summary>Within what it is assigned anew (SUG-13).</summary>
    public Rule<TimeLimit> ReassignWithin => Get<TimeLimit>("suggestion.reassignWithin");

    /// <summary>Whether reassignment restarts the reply period (SUG-14).</summary>
    public Rule<bool> ReassignRestartsReplyClock => Get<bool>("suggestion.reassignRestartsReplyClock");

    /// <summary>Within what the agency meets the deputy (SUG-15).</summary>
    public Rule<TimeLimit> ContactWithin => Get<TimeLimit>("suggestion.contactWithin");

    /// <summary>Within what a co-handler gives its opinion (SUG-16).</summary>
    public Rule<TimeLimit> CoHandlerOpinionWithin => Get<TimeLimit>("suggestion.coHandlerOpinionWithin");

    /// <summary>Within what a co-handler gives a new opinion (SUG-16).</summary>
    public Rule<TimeLimit> CoHandlerRedoWithin => Get<TimeLimit>("suggestion.coHandlerRedoWithin");

    /// <summary>Within what the agency replies (SUG-20, SUG-21).</summary>
    public Rule<TimeLimit> ReplyWithin => Get<TimeLimit>("suggestion.replyWithin");

    /// <summary>Within what it replies to a broad or difficult one, from assignment (SUG-20, SUG-21).</summary>
    public Rule<TimeLimit> ReplyWithinComplex => Get<TimeLimit>("suggestion.replyWithinComplex");

    /// <summary>Who must agree to the longer limit (SUG-20a).</summary>
    public Rule<ExtensionApproval> ExtensionApproval => Get<ExtensionApproval>("suggestion.extensionApproval");

    /// <summary>Who may let an agency's period stand still (CAL-13).</summary>
    public Rule<SuspensionGrantedBy> SuspensionGrantedBy => Get<SuspensionGrantedBy>("suggestion.suspensionGrantedBy");

    /// <summary>The scheme of reply classes (SUG-22).</summary>
    public Rule<string> ReplyClasses => Get<string>("suggestion.replyClasses");

    /// <summary>The class that makes commitments (SUG-23).</summary>
    public Rule<string> CommitmentClass => Get<string>("suggestion.commitmentClass");

    /// <summary>The office that signs a reply (SUG-25).</summary>
    public Rule<Office> ReplySignedBy => Get<Office>("suggestion.replySignedBy");

    /// <summary>Who gets the reply to a joint suggestion (SUG-26).</summary>
    public Rule<JointReplyTo> JointReplyTo => Get<JointReplyTo>("suggestion.jointReplyTo");

    /// <summary>Who evaluates the reply to a joint suggestion (SUG-26).</summary>
    public Rule<JointEvaluator> JointEvaluator => Get<JointEvaluator>("suggestion.jointEvaluator");

    /// <summary>Within what the deputy evaluates a reply (SUG-31).</summary>
    public Rule<TimeLimit> EvaluateWithin => Get<TimeLimit>("suggestion.evaluateWithin");

    /// <summary>Within what the deputy evaluates delivery (SUG-31).</summary>
    public Rule<TimeLimit> EvaluateDeliveryWithin => Get<TimeLimit>("suggestion.evaluateDeliveryWithin");

    /// <summary>Whether a dissatisfied evaluation states specific opinions (SUG-32).</summary>
    public Rule<bool> OpinionWhenDissatisfied => Get<bool>("suggestion.opinionWhenDissatisfied");

    /// <summary>Which body decides on re-handling and gives the handling opinion (SUG-32, SUG-34).</summary>
    public Rule<BodyKind> RehandlingDecidedBy => Get<BodyKind>("suggestion.rehandlingDecidedBy");

    /// <summary>Within what the re-handled reply is due, from receipt of the demand (SUG-33).</summary>
    public Rule<TimeLimit> RehandleWithin => Get<TimeLimit>("suggestion.rehandleWithin");

    /// <summary>How often a reply can be re-handled before the desk convenes both sides (SUG-34).</summary>
    public Rule<int> MaxRehandleRounds => Get<int>("suggestion.maxRehandleRounds");

    /// <summary>Where dissatisfaction with delivery leads (SUG-35).</summary>
    public Rule<string> DeliveryDissatisfiedGoesTo => Get<string>("suggestion.deliveryDissatisfiedGoesTo");

    /// <summary>What a late evaluation is worth (SUG-36).</summary>
    public Rule<LateEvaluationPolicy> LateEvaluation => Get<LateEvaluationPolicy>("suggestion.lateEvaluationPolicy");

    /// <summary>Within what a mis-click may be put right (SUG-38).</summary>
    public Rule<TimeLimit> CorrectWithin => Get<TimeLimit>("suggestion.correctWithin");

    /// <summary>The same rules as they were on another day: those under which a running period started.</summary>
    /// <param name="day">The day.</param>
    public SuggestionRules At(LocalDate day) => day == on ? this : new(set, level, day, calendar);

    /// <summary>Whether a period is over on a day: its last day has passed.</summary>
    /// <param name="period">The period.</param>
    /// <param name="day">The day.</param>
    public bool IsOver(StatutoryPeriod period, LocalDate day) => day > calendar.DueOf(period).On;

    private Rule<T> Get<T>(string key) => set.Get<T>(key, level, on);
}
