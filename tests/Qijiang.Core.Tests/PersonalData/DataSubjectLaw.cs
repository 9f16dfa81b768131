using CsCheck;
using NodaTime;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.PersonalData;
using Qijiang.Testing;
using Xunit.Abstractions;
using static Qijiang.Core.PersonalData.DataSubjectCommand;

namespace Qijiang.Core.Tests.PersonalData;

/// <summary>The law of erasing and restricting, proved over every state that the decider can reach. A key that is destroyed does not come back.</summary>
public sealed class DataSubjectLaw(ITestOutputHelper output) : ProvedLaw<DataSubjectLaw>(output), ILaw
{
    private static readonly LocalDate _day = new(2026, 3, 2);
    private static readonly PersonId _wang = new("wang");
    private static readonly PersonalDataRules _rules = new(RuleSet.Preset("chongqing"), CongressLevel.District, _day);
    private static readonly KeptRecord _unhandled = new(RecordKind.Opinion, new("qj"), "o-1", RetentionClass.NotFiled);
    private static readonly KeptRecord _handled = new(RecordKind.Opinion, new("qj"), "o-2", RetentionClass.WithTheCase);
    private static readonly KeptRecord _elsewhere = new(RecordKind.Opinion, new("dongxi"), "o-3", RetentionClass.Permanent);
    private static readonly KeptRecord _seat = new(RecordKind.Mandates, new("qj"), "wang", RetentionClass.Permanent);

    private static readonly Proof<DataSubjectCommand, DataSubject, DataSubjectEvent> _proof = new(DataSubjectDecider.Instance, (command, state) => DataSubjectDecider.Decide(command, state, _rules))
    {
        Wishes =
        [
            new("nothing filed", _ => Ask(A.Citizen("wang"), _unhandled)),
            new("nothing there", _ => Ask(A.Citizen("wang"))),
            new("one filed", _ => Ask(A.Citizen("wang"), _unhandled, _handled)),
            new("two filed, here and in a town", _ => Ask(A.Citizen("wang"), _handled, _elsewhere)),
            new("at the counter, one filed", _ => Ask(A.IntakeClerk("wang"), _handled)),
            new("a former deputy", _ => Ask(A.Citizen("wang"), _unhandled, _seat)),
            new("somebody else's", _ => Ask(A.Citizen("li"), _unhandled)),
            new("a clerk's own idea", _ => Ask(A.IntakeClerk(), _unhandled)),
            new("the desk's", _ => Ask(A.DeskClerk("wang"), _unhandled)),
            new("an end of the restriction", _ => new LiftRestriction { By = A.Citizen("wang"), OccurredOn = _day, Person = _wang }),
            new("an end of somebody else's", _ => new LiftRestriction { By = A.Citizen("li"), OccurredOn = _day, Person = _wang }),
        ],
        Requirements = spec => spec
            .Rule("ARC-02", "a key is destroyed only where nothing has to be filed",
                (_, after) => after.Did<DataSubjectEvent.Erased>(),
                (_, after) => ((AskErasure)after.Asked!).Records.All(record => record.Class is RetentionClass.NotFiled))
            .Rule("ARC-03", "a seat or an office is on permanent record",
                (_, after) => after.Asked is AskErasure ask && ask.Records.Contains(_seat) && ask.By.Person == _wang && after.State is not DataSubject.Erased,
                (_, after) => after.Refused is HoldsOffice)
            .Rule("PI-08", "what has to be kept is restricted, all of it and nothing else",
                (_, after) => after.Did<DataSubjectEvent.Restricted>(),
                (_, after) => after.State is DataSubject.Restricted { Filed: var filed } && filed == ((AskErasure)after.Asked!).Records.Where(record => record.Class is not RetentionClass.NotFiled).ToValueList())
            .Rule("own", "the person asks, or the intake clerk for who came in person",
                (_, after) => after.Happened.Count > 0,
                (_, after) => after.Asked!.By.Principal == _wang && after.Asked.By.Office is Office.Citizen or Office.IntakeClerk)
            .Rule("gone", "what is erased stays erased",
                (before, _) => before.State is DataSubject.Erased,
                (before, after) => after.State == before.State && after.Happened.Count == 0)
            .Reachable("filed", "a restriction can grow", at => at.State is DataSubject.Restricted { Filed.Count: 2 }),
        Faults =
        [
            new("a handled opinion is erased", "ARC-02", decide => decide.Takes(c => c is AskErasure ask ? ask with { Records = ask.Records.Where(r => r != _handled).ToValueList() } : c)),
            new("a former deputy is restricted like anybody", "ARC-03", decide => decide.Takes(c => c is AskErasure ask && ask.Records.Contains(_seat) ? ask with { Records = [_handled] } : c)),
            new("a town's record is forgotten", "PI-08", decide => decide.Takes(c => c is AskErasure ask && ask.Records.Contains(_elsewhere) ? ask with { Records = [_handled] } : c)),
            new("anybody may ask", "own", decide => decide.Takes(c => c is AskErasure { By.Person.Value: "li" } ask ? ask with { By = A.Citizen("wang") } : c)),
            new("a restriction brings it back", "gone", decide => decide.Sees((c, s) => c is AskErasure && s is DataSubject.Erased ? new DataSubject.Kept() : s)),
            new("restricted twice", "again", decide => decide.Grants((c, s) => c is AskErasure { Records.Count: 1 } ask && ask.Records.Contains(_handled) && s is DataSubject.Restricted ? new DataSubjectEvent.Restricted(ask.Records, _day) : null)),
            new("an end of what can't be", "follows", Evolve: (before, e, after) => e is DataSubjectEvent.RestrictionLifted ? throw new System.Diagnostics.UnreachableException() : after),
        ],
        IsEnd = state => state is DataSubject.Erased or DataSubject.Kept,
    };

    public static IProof Proof => _proof;

    public static IEnumerable<string> NeverGranted => ["a former deputy", "somebody else's", "a clerk's own idea", "the desk's", "an end of somebody else's"];

    private static AskErasure Ask(Actor by, params KeptRecord[] records) => new(records.ToValueList()) { By = by, OccurredOn = _day, Person = _wang };
}
