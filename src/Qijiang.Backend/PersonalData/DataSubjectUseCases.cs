using System.Text.Json;
using NodaTime;
using Qijiang.Backend.CitizenInput;
using Qijiang.Backend.Congresses;
using Qijiang.Backend.ReadModels;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;
using Qijiang.Core.PersonalData;

namespace Qijiang.Backend.PersonalData;

/// <summary>What people ask to be done with the data kept of them, over all congresses of the installation.</summary>
public sealed class DataSubjectUseCases(
    EventStore store, StreamRunner runner, RuleSets rules, Lists lists, CongressDirectory congresses, MandateRegister mandates, OpinionUseCases opinions, Erasure erasure)
{
    /// <summary>How things stand with a person's data.</summary>
    public async Task<DataSubject> StateAsync(PersonId person, CancellationToken cancel) =>
        DataSubjectJson.Subjects.StateOf(await store.LoadAsync(DataSubjectJson.Subjects, Erasure.StreamOf(person), cancel));

    /// <summary>Refuses what is more than storage and protection of a record that its sender wants erased (PI-08); null where there is no restriction.</summary>
    /// <param name="congress">Whose record.</param>
    /// <param name="person">Who sent it.</param>
    /// <param name="record">Its number.</param>
    /// <param name="on">The day whose rule is cited.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<ProcessingRestricted?> ObjectionAsync(Congress.Established congress, PersonId person, string record, LocalDate on, CancellationToken cancel) =>
        (await StateAsync(person, cancel)).Restricts(congress.Id, record) ? new(RulesOf(congress, on).Erasable.Ref) : null;

    /// <summary>Erases what is kept of a person, or restricts it where it has to be kept. When this returns, it has happened.</summary>
    /// <param name="congress">Where it was asked; its rules hold.</param>
    /// <param name="act">The act behind it.</param>
    /// <param name="person">Whose data.</param>
    /// <param name="cancel">Stops waiting; what was recorded is followed none the less.</param>
    public async Task<Ran<DataSubject>> EraseAsync(Congress.Established congress, Act act, PersonId person, CancellationToken cancel)
    {
        var ofTheDay = RulesOf(congress, act.OccurredOn);
        var records = await RecordsAsync(person, ofTheDay, cancel);
        var ran = await RunAsync(act, new DataSubjectCommand.AskErasure(records) { By = act.By, OccurredOn = act.OccurredOn, Person = person }, ofTheDay, cancel);
        if (ran is Ran<DataSubject>.Done { State: DataSubject.Erased }) await erasure.EraseAsync(person, cancel);
        return ran;
    }

    /// <summary>Lets what was restricted be dealt with again.</summary>
    public Task<Ran<DataSubject>> LiftAsync(Congress.Established congress, Act act, PersonId person, CancellationToken cancel) =>
        RunAsync(act, new DataSubjectCommand.LiftRestriction { By = act.By, OccurredOn = act.OccurredOn, Person = person }, RulesOf(congress, act.OccurredOn), cancel);

    private Task<Ran<DataSubject>> RunAsync(Act act, DataSubjectCommand command, PersonalDataRules ofTheDay, CancellationToken cancel) =>
        runner.RunAsync(DataSubjectJson.Subjects, Erasure.StreamOf(command.Person), act, state => DataSubjectDecider.Decide(command, state, ofTheDay), cancel);

    // The list says where to look; how each stands, and so how long it is kept, is asked of its stream. An opinion that is not
    // in the list yet is one that nobody can have handled.
    private async Task<ValueList<KeptRecord>> RecordsAsync(PersonId person, PersonalDataRules ofTheDay, CancellationToken cancel)
    {
        var records = new List<KeptRecord>();
        await foreach (var congress in congresses.AllAsync(cancel))
        {
            if ((await mandates.OfAsync(congress.Id, person, cancel)).All.Count > 0)
                records.Add(new(RecordKind.Mandates, congress.Id, person.Value, RetentionClass.Permanent));
            await foreach (var row in lists.ReadAsync(congress.Id, OpinionView.OfSender(person), "", cancel))
            {
                var id = JsonSerializer.Deserialize(row.Data.Span, OpinionJson.Stored.OpinionRow)!.Number;
                var state = OpinionJson.Opinions.StateOf(await opinions.LoadAsync(congress.Id, id, cancel));
                if (state is not Opinion.NotReceived) records.Add(new(RecordKind.Opinion, congress.Id, id.Value, ofTheDay.ClassOf(state)));
            }
        }

        return records.ToValueList();
    }

    private PersonalDataRules RulesOf(Congress.Established congress, LocalDate on) => new(rules.Of(congress), congress.Level, on);
}
