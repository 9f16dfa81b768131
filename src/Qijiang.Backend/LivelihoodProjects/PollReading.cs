using System.Globalization;
using Qijiang.Backend.Ballots;
using Qijiang.Core.Ballots;
using Qijiang.Core.LivelihoodProjects;

namespace Qijiang.Backend.LivelihoodProjects;

/// <summary>Shows a poll: to the secretariat how far it is and what was counted, to everybody else the result once it was announced at the sitting (LIV-21).</summary>
public sealed class PollReading(IBallotBox box)
{
    /// <summary>The poll as it is shown; null where there is none.</summary>
    /// <param name="id">Which.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="version">The version of its record.</param>
    /// <param name="secretariat">Whether the secretariat reads it, which runs the sitting.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<PollShown?> ShowAsync(PollId id, Poll state, int version, bool secretariat, CancellationToken cancel) => state switch
    {
        Poll.Preparing s => Show(id, state, version, s.Paper, s.Roll, s.Present.Count) with { Venue = s.Rules is { } rules ? Said(rules.Venue.Value) : null },
        Poll.Open { Held: var held } when !secretariat => Show(id, state, version, held),
        Poll.Open { Held: var held } => Show(id, state, version, held) with { Cast = (await box.ParticipationAsync(held.Frame, cancel)).Cast },
        Poll.Closed { Held: var held } => Show(id, state, version, held),
        Poll.Tallied { AtTheSitting: false, Held: var held } when !secretariat => Show(id, state, version, held),
        Poll.Tallied s => Show(id, state, version, s.Held) with { Cast = s.Seal.Cast, Result = Result(s) },
        Poll.Voided s => Show(id, state, version, s.Paper, null, 0),
        _ => null,
    };

    private static PollShown Show(PollId id, Poll state, int version, PollHeld held) =>
        Show(id, state, version, held.Paper, held.Roll, held.Present.Count) with { Frame = held.Frame.Hash, Venue = Said(held.Frame.Rules.Venue.Value) };

    private static PollShown Show(PollId id, Poll state, int version, PollPaper paper, PollRoll? roll, int present) => new(
        id, version, state.GetType().Name, paper.Title.Text, paper.Terms.Seats,
        [.. paper.Candidates.Select(c => new ProjectShown(c.Id, c.Title.Text, c.Content.Text, c.Location.Text, c.InvestmentYuan, c.FundingSource.Text, c.ResponsibleUnit, c.FinishBy))],
        roll?.Voters.Count, present, null, null, null);

    private static ResultShown Result(Poll.Tallied s)
    {
        var titles = s.Held.Paper.Candidates.ToDictionary(c => c.Id.Value, c => c.Title.Text ?? c.Id.Value);
        return new(
            s.Outcome, s.Seal, s.Counts,
            [Said(s.Held.Frame.Rules.Venue.Value), .. s.Outcome.Lines.Select(line => OutcomeTexts.Of(line, id => titles.GetValueOrDefault(id, id), CultureInfo.CurrentUICulture))],
            s.AtTheSitting, s.Notice);
    }

    private static string Said(VoteVenue venue) => OutcomeTexts.Of(venue, CultureInfo.CurrentUICulture);
}
