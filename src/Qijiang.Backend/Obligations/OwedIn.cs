using Qijiang.Core;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What is owed in a stream as it stands.</summary>
/// <param name="Obligations">What is open.</param>
/// <param name="IsSealed">Whether it is a report of wrongdoing, of which those alone may hear who may see it.</param>
public sealed record OwedIn(ValueList<OpenObligation> Obligations, bool IsSealed = false);
