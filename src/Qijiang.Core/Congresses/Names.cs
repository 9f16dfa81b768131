namespace Qijiang.Core.Congresses;

/// <summary>A name in both cultures of the product.</summary>
/// <param name="Zh">Chinese, as it stands in documents.</param>
/// <param name="En">English.</param>
public sealed record Names(string Zh, string En);
