using System.Text.Json.Serialization;
using Qijiang.Core;

namespace Qijiang.Storage.Contracts.Cards;

/// <summary>What can happen to a <see cref="Card"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Written), "card.written.v1")]
[JsonDerivedType(typeof(Moved), "card.moved.v1")]
[JsonDerivedType(typeof(TakenDown), "card.taken-down.v1")]
public abstract record CardEvent
{
    private CardEvent() { }

    /// <summary>It was written, with an official title and a person's own words.</summary>
    public sealed record Written(string Column, OfficialText Title, PersonalText Words) : CardEvent;

    /// <summary>It was moved to another column.</summary>
    public sealed record Moved(string Column) : CardEvent;

    /// <summary>It was taken down.</summary>
    public sealed record TakenDown : CardEvent;
}
