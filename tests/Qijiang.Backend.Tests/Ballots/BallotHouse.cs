using Qijiang.Backend.Ballots;
using Qijiang.Backend.PersonalData;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Ballots;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.LivelihoodProjects;
using Qijiang.Storage.Contracts;
using static Qijiang.Core.LivelihoodProjects.PollEvent;

namespace Qijiang.Backend.Tests.Ballots;

/// <summary>The ballot side of one installation over given stores, and a poll of five deputies on two projects.</summary>
internal sealed class BallotHouse
{
    public static readonly CongressId Congress = new("qijiang");
    public static readonly PollId Poll = new("poll-2027");
    public static readonly ValueList<PersonId> Deputies = [new("deputy-li"), new("deputy-qian"), new("deputy-sun"), new("deputy-wang"), new("deputy-zhao")];
    public static readonly Decision Measure = new(new("congress"), BodyKind.Congress, "第二次全体会议", "綦人发〔2027〕1号", new("chair"), new(2027, 1, 20));
    private static readonly LivelihoodProjectRules _rules = new(RuleSet.Preset("chongqing"), CongressLevel.District, new(2027, 1, 20));

    public BallotHouse(IRowStore rows, IRowStore keyRows, IKeyPort port)
    {
        Keys = new(new KeyRows(keyRows), port);
        Box = new(rows);
        Rights = new(rows, Keys);
        var scheme = new Sealed1Scheme();
        Opening = new(Box, Rights, Keys);
        Voting = new(Box, Rights, scheme);
        Recounts = new(rows, Keys, scheme);
        Tally = new(Box, Rights, scheme, Keys, Recounts);
    }

    public static PollPaper Paper { get; } = new(
        Congress, Poll, new("2027年民生实事项目票决"), [Project("housing"), Project("water")], new PollTerms(Seats: 1), Deputies[0], [Deputies[0]]);

    public static PollRules Rules { get; } = _rules.Adopt(Paper.Terms, Measure);

    public PollKeys Keys { get; }

    public BallotBox Box { get; }

    public VotingRights Rights { get; }

    public PollOpening Opening { get; }

    public PollVoting Voting { get; }

    public PollTally Tally { get; }

    public Recounts Recounts { get; }

    public static BallotHouse InMemory(out InMemoryRowStore rows, out InMemoryRowStore keyRows) => new(rows = new(), keyRows = new(), new InMemoryKeyPort());

    public static BallotHouse InMemory() => InMemory(out _, out _);

    /// <summary>Prepares rights and key, freezes the frame as the decider does, and opens the box.</summary>
    public async Task<PollFrame> OpenAsync()
    {
        var frame = FrameOf(await Opening.PrepareAsync(Congress, Poll, Deputies, CancellationToken.None));
        await Opening.OpenAsync(frame, Deputies, CancellationToken.None);
        return frame;
    }

    public static PollFrame FrameOf(BallotMaterial material)
    {
        var preparing = PollDecider.Instance.Fold([new Prepared(Paper), new RulesConfirmed(Rules, Measure), new RollFixed(new(Deputies, 0)), .. Deputies.Select(d => new DeputySignedIn(d))]);
        var opening = new PollCommand.OpenPoll(material) { By = Actor.Qijiang, OccurredOn = new(2027, 1, 20) };
        return ((Opened)((Outcome<PollEvent>.Accepted)PollDecider.Decide(opening, preparing, _rules)).Events.Single()).Frame;
    }

    public Task<CastOutcome> CastAsync(PollFrame frame, PersonId deputy, BallotChoice choice, string key = "k") =>
        Voting.CastAsync(frame, deputy, Deputies, key, choice, CancellationToken.None);

    public Task<TallyRun> TallyAsync(PollFrame frame) => Tally.RunAsync(frame, present: 5, issued: 5, CancellationToken.None);

    public static BallotChoice For(params string[] projects) => new(projects.Select(project => new ContestChoice(project, [BallotLayout.For])).ToValueList());

    private static CandidateProject Project(string id) => new(
        new(id), new("项目" + id), new("改造管网12公里"), new("古南街道"), 8_000_000, new("区级财政"), new("water-bureau"), new(2027, 12, 31));
}
