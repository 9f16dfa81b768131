using System.Collections.Immutable;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Obligations;

/// <summary>Which kinds of bodies an audience stands for.</summary>
internal static class AudienceBodies
{
    extension(Audience who)
    {
        /// <summary>The kinds; none where it is a party of the obligation.</summary>
        public ImmutableArray<BodyKind> Kinds => who switch
        {
            Audience.CoordinatingOffice => [BodyKind.CoordinatingOffice],
            Audience.Desk => [BodyKind.Desk],
            Audience.ChairsMeeting => [BodyKind.ChairsMeeting, BodyKind.Presidium],
            Audience.Committee => [BodyKind.Committee],
            Audience.LocalCongress => [BodyKind.LocalCongress],
            _ => [],
        };

        /// <summary>Whether a congress may have several of the kind, of which a policy has to choose.</summary>
        public bool IsOneOfSeveral => who is Audience.Committee or Audience.LocalCongress;
    }
}
