using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.PersonalData;

/// <summary>A person as the one whose data are kept (个人信息主体), over the whole installation: there is one key for all of them.</summary>
public abstract record DataSubject
{
    private DataSubject() { }

    /// <summary>Whether this record is stored and protected, and nothing else may be done with what the person wrote in it (PI-08).</summary>
    /// <param name="congress">Whose record.</param>
    /// <param name="id">Its number.</param>
    public bool Restricts(CongressId congress, string id) => this is Restricted { Filed: var filed } && filed.Any(record => record.Congress == congress && record.Id == id);

    /// <summary>Nothing was asked, or the restriction was lifted.</summary>
    public sealed record Kept : DataSubject;

    /// <summary>Erasure was asked for, and some records have to be kept: they are stored and protected, no more (限制处理, PI-08).</summary>
    /// <param name="Filed">Those records.</param>
    /// <param name="On">Since when.</param>
    public sealed record Restricted(ValueList<KeptRecord> Filed, LocalDate On) : DataSubject;

    /// <summary>Erased (删除): the key is destroyed, and with it all that was written under it.</summary>
    /// <param name="On">Since when.</param>
    public sealed record Erased(LocalDate On) : DataSubject;
}
