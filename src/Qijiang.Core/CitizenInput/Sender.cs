using Qijiang.Core.Congresses;

namespace Qijiang.Core.CitizenInput;

/// <summary>Who wrote or spoke. A name is needed for an answer, not for being recorded (CIT-32).</summary>
/// <param name="Person">The citizen.</param>
/// <param name="Name">The name, where it was given.</param>
/// <param name="Contact">Where an answer reaches the citizen, where that was given: a number, an address. Whoever writes through the mini-program is reached there.</param>
public sealed record Sender(PersonId Person, PersonalText? Name, PersonalText? Contact);
