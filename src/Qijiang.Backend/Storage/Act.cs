using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Storage;

/// <summary>An act that reached us: everything about it but what it is.</summary>
/// <param name="Command">Its id and digest.</param>
/// <param name="By">Who acts, in which office, on whose behalf.</param>
/// <param name="OccurredOn">When it happened in law.</param>
/// <param name="Channel">How it reached us.</param>
public sealed record Act(CommandStamp Command, Actor By, LocalDate OccurredOn, Channel Channel);
