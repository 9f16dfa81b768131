using Qijiang.Benchmarks.Measuring;
using Qijiang.Benchmarks.Reporting;

namespace Qijiang.Benchmarks;

/// <summary>What can be measured by itself.</summary>
internal interface IPart
{
    /// <summary>Its name on the command line and in docs/performance.md.</summary>
    string Name { get; }

    /// <summary>How much is measured.</summary>
    string Extent(Settings settings) => settings.ToString();

    /// <summary>Measures it. A goal that is missed is a line like any other.</summary>
    Task<Table> MeasureAsync(Settings settings);
}
