namespace Qijiang.Core.Congresses;

/// <summary>A body, office or agency that a congress deals with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What kind of body it is; rules ask for the kind.</param>
/// <param name="Names">What it is called.</param>
public sealed record Body(BodyId Id, BodyKind Kind, Names Names);
