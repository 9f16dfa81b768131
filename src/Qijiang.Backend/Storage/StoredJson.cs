using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Qijiang.Backend.PersonalData;

namespace Qijiang.Backend.Storage;

/// <summary>How everything stored is written as JSON: UTF-8 with Chinese as it is, dates as ISO 8601, texts marked for sealing.</summary>
public static class StoredJson
{
    /// <summary>Fresh options for a source-generated context; each context takes one.</summary>
    public static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectRequiredConstructorParameters = false,
            AllowOutOfOrderMetadataProperties = true,
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new PersonalTextConverter());
        options.Converters.Add(new OfficialTextConverter());
        return options;
    }
}
