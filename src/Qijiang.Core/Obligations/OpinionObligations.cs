using Qijiang.Core.CitizenInput;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.Obligations;

/// <summary>What is owed in a citizen's opinion as it stands.</summary>
public static class OpinionObligations
{
    /// <summary>All that is open now: the written notice, of a sealed one as of any other (CIT-10).</summary>
    /// <param name="state">How the opinion stands.</param>
    public static ValueList<OpenObligation> Of(Opinion state) => state is not Opinion.Closed && state.Received is { Notice: null, NoticeOwed: { } owed } intake
        ? [OpenObligation.Of(
            ObligationKind.CitizenNotice, new Party.OfKind(BodyKind.Desk), new Party.OfPerson(intake.From), new Due.Within(owed), new Matter.OfOpinion(intake.Id))]
        : [];
}
