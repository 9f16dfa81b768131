using System.Text.Json.Serialization;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;

namespace Qijiang.Backend.Obligations;

/// <summary>The stored form of the rows and messages about what is owed.</summary>
[JsonSerializable(typeof(DueRow))]
[JsonSerializable(typeof(LedgerRow))]
[JsonSerializable(typeof(DecisionRow))]
[JsonSerializable(typeof(DigestRow))]
[JsonSerializable(typeof(OnChannel))]
[JsonSerializable(typeof(ReminderNotice))]
[JsonSerializable(typeof(ReminderRow))]
[JsonSerializable(typeof(WaitingRow))]
[JsonSerializable(typeof(PeriodSuspension))]
internal sealed partial class ObligationJson : JsonSerializerContext
{
    public static ObligationJson Stored { get; } = new(StoredJson.Options());
}
