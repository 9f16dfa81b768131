namespace Qijiang.Core.Law;

/// <summary>What a rule set is called.</summary>
/// <param name="Set">The set's name: <c>chongqing</c>.</param>
/// <param name="Title">Its title: 重庆市.</param>
public sealed record SetTitle(string Set, Bilingual Title);
