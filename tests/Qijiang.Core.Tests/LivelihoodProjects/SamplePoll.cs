using NodaTime;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using static Qijiang.Core.LivelihoodProjects.PollCommand;
using static Qijiang.Core.LivelihoodProjects.PollEvent;

namespace Qijiang.Core.Tests.LivelihoodProjects;

/// <summary>A poll of three deputies on two projects, one to be adopted: a quorum is two, a majority is two.</summary>
internal static class SamplePoll
{
    public static readonly LocalDate Day = new(2027, 1, 20);
    public static readonly Actor Secretariat = new(new("clerk-1"), Office.SecretariatClerk, new("secretariat"));
    public static readonly PersonId Li = new("li");
    public static readonly PersonId Wang = new("wang");
    public static readonly PersonId Zhao = new("zhao");
    public static readonly ValueList<PersonId> Voters = [Li, Wang, Zhao];

    public static readonly LivelihoodProjectRules Rules = new(RuleSet.Preset("chongqing"), CongressLevel.District, Day);
    public static readonly Decision Measure = new(new("congress"), BodyKind.Congress, "十九届一次会议第二次全体会议", "綦人发〔2027〕1号", new("chair"), Day);
    public static readonly Decision ByPresidium = new(new("presidium"), BodyKind.Presidium, "主席团第三次会议", "綦主席团〔2027〕3号", new("chair"), Day);

    public static readonly PollPaper Paper = new(
        new("qijiang"), new("poll-2027"), new("2027年民生实事项目票决"), [Project("housing"), Project("water")], new PollTerms(Seats: 1), Zhao, [Zhao]);

    public static readonly PollRules Adopted = Rules.Adopt(Paper.Terms, Measure);
    public static readonly PollRoll Roll = new(Voters, Suspended: 0);
    public static readonly BallotMaterial Material = new("test-1", 3, RollHash.Of([new("r1"), new("r2"), new("r3")]), "a2V5");
    public static readonly PollFrame Frame = PollFrame.Freeze(new("qijiang"), new("poll-2027"), ["housing", "water"], 3, Material, Adopted);

    public static IReadOnlyList<PollEvent> UntilOpen { get; } =
        [new Prepared(Paper), new RulesConfirmed(Adopted, Measure), new RollFixed(Roll), new DeputySignedIn(Wang), new DeputySignedIn(Li), new Opened(Frame, 2)];

    public static IReadOnlyList<PollEvent> UntilClosed { get; } = [.. UntilOpen, new PollEvent.Closed(2)];

    public static CandidateProject Project(string id) => new(
        new(id), new("项目" + id), new("改造管网12公里"), new("古南街道"), 8_000_000, new("区级财政"), new("water-bureau"), new LocalDate(2027, 12, 31));

    /// <summary>Two ballots: so many for each project.</summary>
    public static TallyCounts Two(int housing, int water) => new(2, 0, [[housing, 0, 0], [water, 0, 0]]);

    public static BoxSeal SealOf(int cast) => new("sha-256:root", cast, 0, 3 - cast);

    public static RecordTally Tally(TallyCounts counts) => new(SealOf(counts.Ballots), counts) { By = Actor.Qijiang, OccurredOn = Day };

    public static Prepare Preparing(PollPaper paper) => new(paper) { By = Secretariat, OccurredOn = Day };

    public static ConfirmRules Confirming(Decision decision) => new(decision) { By = Secretariat, OccurredOn = Day };

    public static FixRoll Fixing(ValueList<PersonId> voters, int suspended = 0) => new(voters, suspended) { By = Secretariat, OccurredOn = Day };

    public static SignIn SigningIn(PersonId deputy) => new(deputy) { By = new(deputy, Office.Deputy), OccurredOn = Day };

    public static OpenPoll Opening(BallotMaterial? material = null) => new(material ?? Material) { By = Secretariat, OccurredOn = Day };

    public static ClosePoll Closing() => new() { By = Secretariat, OccurredOn = Day };

    public static Announce Announcing() => new(Announcement.AtTheSitting) { By = Secretariat, OccurredOn = Day };

    public static Announce Publishing(string? number) => new(Announcement.PublicNotice, number) { By = Secretariat, OccurredOn = Day };

    public static DeclareVoid Voiding(string reason) => new(VoidGround.Declared, new(reason), ByPresidium) { By = Secretariat, OccurredOn = Day };

    public static Poll After(IEnumerable<PollEvent> events) => PollDecider.Instance.Fold(events);
}
