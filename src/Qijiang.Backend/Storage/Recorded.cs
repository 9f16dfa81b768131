using Qijiang.Core;

namespace Qijiang.Backend.Storage;

/// <summary>An event as it stands in its stream.</summary>
/// <typeparam name="TEvent">The capability's events.</typeparam>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Command">The command it came from.</param>
/// <param name="Happening">The event with its dates and its actor.</param>
public sealed record Recorded<TEvent>(int Version, CommandStamp Command, Happening<TEvent> Happening);
