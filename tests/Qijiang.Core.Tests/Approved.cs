using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentAssertions;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Qijiang.Core.Tests;

/// <summary>The stored form of events, approved by a person: a changed byte fails next to the file that shows it.</summary>
public static class Approved
{
    private static readonly JsonSerializerOptions _stored = new JsonSerializerOptions(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>What is serialised is what was approved, and reads back as the same event. What was received lies in the output folder, to be copied if it is right.</summary>
    public static void Holds<TEvent>(string folder, TEvent sample) where TEvent : notnull
    {
        var name = NameOf(sample.GetType());
        var received = JsonSerializer.Serialize(sample, _stored) + "\n";
        var file = Path.Combine(AppContext.BaseDirectory, folder, "approved", $"{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(Path.ChangeExtension(file, ".received.json"), received);
        (File.Exists(file) ? File.ReadAllText(file) : "(nothing is approved)").Should().Be(received, $"{folder}/approved/{name}.json says so");
        JsonSerializer.Deserialize<TEvent>(received, _stored).Should().Be(sample);
    }

    /// <summary>The name under which an event type is stored.</summary>
    public static string NameOf(Type type)
    {
        var family = type;
        while (family.BaseType is { } outer && outer != typeof(object)) family = outer;
        return (string)family.GetCustomAttributes<JsonDerivedTypeAttribute>().Single(a => a.DerivedType == type).TypeDiscriminator!;
    }
}
