using Qijiang.Core;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>The poll has not opened yet, or is closed.</summary>
public sealed record PollNotOpen() : Refusal("poll.not-open");
