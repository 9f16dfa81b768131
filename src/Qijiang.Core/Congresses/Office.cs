using System.Text.Json.Serialization;

namespace Qijiang.Core.Congresses;

// Stored for ever by these names: add, never rename or remove.

/// <summary>In which office a person acts. Who holds which office from when to when stands in the mandates.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Office>))]
public enum Office
{
    /// <summary>Qijiang itself; no person holds it.</summary>
    System,

    /// <summary>A citizen (群众); needs no mandate.</summary>
    Citizen,

    /// <summary>A deputy (代表) of this congress.</summary>
    Deputy,

    /// <summary>Staff who receive citizens: a deputies' station (代表家站点), the letters-and-visits office.</summary>
    IntakeClerk,

    /// <summary>Staff of the desk, the deputies' affairs commission (人代工委): receive, vet, prepare assignment.</summary>
    DeskClerk,

    /// <summary>Head of the desk, who signs for it (人代工委主任).</summary>
    DeskHead,

    /// <summary>Staff of the government's office that coordinates the agencies (政府办公室).</summary>
    CoordinatingClerk,

    /// <summary>Clerk of a handling agency (承办单位经办人).</summary>
    AgencyClerk,

    /// <summary>The agency's principal leader, who signs its replies (主要负责人; SUG-25).</summary>
    AgencyPrincipal,

    /// <summary>Staff of the session's secretariat (大会秘书处): roll, sign-in, opening and closing a poll.</summary>
    SecretariatClerk,

    /// <summary>Head of the secretariat, who announces for the Presidium (大会秘书长).</summary>
    SecretariatHead,

    /// <summary>Sets up persons and offices (系统管理员).</summary>
    SystemAdministrator,
}
