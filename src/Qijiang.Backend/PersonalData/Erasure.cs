using Qijiang.Backend.Identity;
using Qijiang.Backend.Messaging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Congresses;
using Qijiang.Core.PersonalData;

namespace Qijiang.Backend.PersonalData;

/// <summary>
/// Does what an erasure says: the look-up, the profile, then the key, and with it all that was written under it. It follows from
/// the recorded event, so that a crash in between, or a restored store, only puts it off.
/// </summary>
public sealed class Erasure(EventStore store, People people, DataKeys keys) : IOnChange
{
    /// <inheritdoc/>
    public async Task StreamChangedAsync(StreamId stream, CancellationToken cancel)
    {
        if (stream.Kind != DataSubjectJson.Subjects.Name) return;
        if (DataSubjectJson.Subjects.StateOf(await store.LoadAsync(DataSubjectJson.Subjects, stream, cancel)) is DataSubject.Erased)
            await EraseAsync(new PersonId(stream.Id), cancel);
    }

    /// <summary>Erases. Safe to ask again.</summary>
    public async Task EraseAsync(PersonId person, CancellationToken cancel)
    {
        await people.ForgetAsync(person, cancel);
        await keys.DestroyAsync(KeyOwner.Person(person), cancel);
    }

    internal static StreamId StreamOf(PersonId person) => StreamId.OfInstallation(DataSubjectJson.Subjects.Name, person.Value);
}
