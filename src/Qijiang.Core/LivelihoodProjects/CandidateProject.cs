using NodaTime;
using Qijiang.Core.Congresses;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>A candidate project (候选项目) with what deputies have to know before they vote (LIV-11).</summary>
/// <param name="Id">The project.</param>
/// <param name="Title">What it is called on the ballot.</param>
/// <param name="Content">What is to be done (建设内容).</param>
/// <param name="Location">Where (建设地点).</param>
/// <param name="InvestmentYuan">The planned investment (计划投资), in yuan; not negative.</param>
/// <param name="FundingSource">Where the money comes from (资金来源).</param>
/// <param name="ResponsibleUnit">Which agency answers for it (责任单位).</param>
/// <param name="FinishBy">The planned day of completion (完成时限): the government's own plan, no statutory date.</param>
public sealed record CandidateProject(
    ProjectId Id,
    OfficialText Title,
    OfficialText Content,
    OfficialText Location,
    long InvestmentYuan,
    OfficialText FundingSource,
    BodyId ResponsibleUnit,
    LocalDate FinishBy);
