namespace Qijiang.Core.Congresses;

/// <summary>An electoral district (选区).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Names">What it is called.</param>
public sealed record ElectoralDistrict(ElectoralDistrictId Id, Names Names);
