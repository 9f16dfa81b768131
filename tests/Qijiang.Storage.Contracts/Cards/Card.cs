using System.Diagnostics;
using Qijiang.Backend.Storage;
using Qijiang.Core;

namespace Qijiang.Storage.Contracts.Cards;

/// <summary>A small capability on which everything that is written once above the row store is tested: a card on a board of columns.</summary>
/// <param name="Been">The columns it has been in, the present one last; none: it was not written yet.</param>
/// <param name="IsDown">Whether it was taken down.</param>
/// <param name="Title">Its official title.</param>
/// <param name="Words">A person's own words.</param>
public sealed record Card(ValueList<string> Been, bool IsDown, OfficialText? Title, PersonalText? Words)
{
    /// <summary>Streams of cards.</summary>
    public static StreamKind<Card, CardEvent> Kind { get; } = new("card", new(new Card([], false, null, null), Evolve), CardJson.Stored.CardEvent);

    /// <summary>Accepts these events, whatever the state.</summary>
    public static Outcome<CardEvent> Accept(params CardEvent[] events) => new Outcome<CardEvent>.Accepted([.. events]);

    private static Card Evolve(Card state, CardEvent happened) => happened switch
    {
        CardEvent.Written e => state with { Been = state.Been.Add(e.Column), Title = e.Title, Words = e.Words },
        CardEvent.Moved e => state with { Been = state.Been.Add(e.Column) },
        CardEvent.TakenDown => state with { IsDown = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} is not an event of cards"),
    };
}
