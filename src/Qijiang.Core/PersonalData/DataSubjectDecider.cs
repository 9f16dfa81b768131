using System.Diagnostics;
using Qijiang.Core.Congresses;
using static Qijiang.Core.Outcome<Qijiang.Core.PersonalData.DataSubjectEvent>;
using static Qijiang.Core.PersonalData.DataSubject;
using static Qijiang.Core.PersonalData.DataSubjectCommand;

namespace Qijiang.Core.PersonalData;

/// <summary>Decides whether what is kept of a person is erased or restricted: erased only where nothing of it has to be filed (ARC-02, PI-08).</summary>
public static class DataSubjectDecider
{
    /// <summary>The initial state and how it evolves.</summary>
    public static Decider<DataSubject, DataSubjectEvent> Instance { get; } = new(new Kept(), Evolve);

    /// <summary>Decides. Asking the same again yields no events.</summary>
    /// <param name="command">What is wanted.</param>
    /// <param name="state">How things stand.</param>
    /// <param name="rules">The rules on the day of the act.</param>
    /// <returns>Refused as <c>data-subject.not-yours</c>, <c>data-subject.holds-office</c>, <c>data-subject.erased</c>.</returns>
    public static Outcome<DataSubjectEvent> Decide(DataSubjectCommand command, DataSubject state, PersonalDataRules rules) => (command, state) switch
    {
        _ when !IsThePersons(command) => new NotYours(),
        (AskErasure, Erased) => Accept(),
        (AskErasure c, _) when c.Records.Any(record => record.Kind is RecordKind.Mandates) => new HoldsOffice(rules.Erasable.Ref),
        (AskErasure c, _) => Filed(c, rules) switch
        {
            [] => Accept(new DataSubjectEvent.Erased(c.OccurredOn)),
            var filed => state is Restricted { Filed: var known } && known == filed ? Accept() : Accept(new DataSubjectEvent.Restricted(filed, c.OccurredOn)),
        },
        (LiftRestriction, Kept) => Accept(),
        (LiftRestriction, Restricted) => Accept(new DataSubjectEvent.RestrictionLifted()),
        (LiftRestriction, Erased) => new PersonErased(),
        _ => throw new UnreachableException(),
    };

    private static ValueList<KeptRecord> Filed(AskErasure command, PersonalDataRules rules) =>
        command.Records.Where(record => record.Class != rules.Erasable.Value).ToValueList();

    // One's own, or entered by the intake clerk for who came in person.
    private static bool IsThePersons(DataSubjectCommand command) => command.By.Office switch
    {
        Office.Citizen => command.By.Person == command.Person && command.By.OnBehalfOf is null,
        Office.IntakeClerk => command.By.OnBehalfOf == command.Person,
        _ => false,
    };

    private static DataSubject Evolve(DataSubject state, DataSubjectEvent happened) => happened switch
    {
        DataSubjectEvent.Restricted e => new Restricted(e.Filed, e.On),
        DataSubjectEvent.RestrictionLifted => new Kept(),
        DataSubjectEvent.Erased e => new Erased(e.On),
        _ => throw new UnreachableException(),
    };
}
