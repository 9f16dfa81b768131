using Qijiang.Core;

namespace Qijiang.Storage.Contracts.Cards;

/// <summary>The card was taken down; nothing more can be done with it.</summary>
public sealed record CardIsDown() : Refusal("card.is-down");
