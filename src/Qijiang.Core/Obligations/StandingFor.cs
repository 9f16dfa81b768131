using Qijiang.Core.Congresses;

namespace Qijiang.Core.Obligations;

/// <summary>Which body a policy means by <see cref="Audience.Committee"/> or <see cref="Audience.LocalCongress"/>.</summary>
/// <param name="Who">As what it is told.</param>
/// <param name="Body">The body of the congress's register.</param>
/// <param name="Follows">The agencies whose matters it follows (对口联系); empty: those of every agency that no other body of the kind follows.</param>
public sealed record StandingFor(Audience Who, BodyId Body, ValueList<BodyId> Follows);
