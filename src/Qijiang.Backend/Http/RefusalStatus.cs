using Microsoft.AspNetCore.Http;
using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>The HTTP status of a refusal. In this one place; no endpoint picks a status.</summary>
public static class RefusalStatus
{
    /// <summary>The status: by code where one is special, 422 where a field is at fault, else 409: not in this state.</summary>
    public static int Of(Refusal refusal) => refusal.Code switch
    {
        "request.idempotency-key-missing" or "request.body-malformed" or "request.field-missing" or "request.field-malformed" => StatusCodes.Status400BadRequest,
        "office.sign-in-needed" or "sign-in.failed" or "sign-in.code-refused" or "data-subject.erased" => StatusCodes.Status401Unauthorized,
        "office.not-held" or "sign-in.code-not-yours-to-issue" or "ballot.right-unknown" or "data-subject.not-yours" => StatusCodes.Status403Forbidden,
        "request.method-not-allowed" => StatusCodes.Status405MethodNotAllowed,
        "request.body-too-large" => StatusCodes.Status413PayloadTooLarge,
        "request.too-many" or "sign-in.too-many-failures" => StatusCodes.Status429TooManyRequests,
        "server.failed" => StatusCodes.Status500InternalServerError,
        "command.id-reused" or "notice.faulty" => StatusCodes.Status422UnprocessableEntity,
        "login.busy" or "login.unavailable" => StatusCodes.Status503ServiceUnavailable,
        _ when refusal.Code.EndsWith(".unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when refusal.Code.StartsWith("login.", StringComparison.Ordinal) => StatusCodes.Status401Unauthorized,
        _ when refusal.Field is not null => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
