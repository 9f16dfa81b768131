using Qijiang.Core.Congresses;

namespace Qijiang.Core.PersonalData;

/// <summary>A record in which a person's data stand.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Congress">Whose record.</param>
/// <param name="Id">Its number; of mandates, the person.</param>
/// <param name="Class">How long it is kept.</param>
public sealed record KeptRecord(RecordKind Kind, CongressId Congress, string Id, RetentionClass Class);
