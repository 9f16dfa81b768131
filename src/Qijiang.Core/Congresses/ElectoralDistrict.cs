using Qijiang.Core.Law;

namespace Qijiang.Core.Congresses;

/// <summary>An electoral district (选区; DEP-02).</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seats">How many deputies it elects.</param>
public sealed record ElectoralDistrict(ElectoralDistrictId Id, Bilingual Name, int Seats);
