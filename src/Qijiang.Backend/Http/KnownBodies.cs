using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Http;

/// <summary>Bodies and agencies that a request names have to be there. An event that names one that is not is never undone.</summary>
public static class KnownBodies
{
    /// <summary>The refusal of the first that the congress does not have; null where all are its own, or left out.</summary>
    /// <param name="acting">Who names them, in which congress.</param>
    /// <param name="bodies">Each field with the body it names.</param>
    public static Refusal? Check(Acting acting, params IEnumerable<(string Field, BodyId? Body)> bodies)
    {
        foreach (var (field, body) in bodies)
            if (body is { } id && acting.Congress.Find(id) is null) return new FieldMalformed(field);
        return null;
    }
}
