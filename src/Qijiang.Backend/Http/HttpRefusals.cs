using Qijiang.Core;

namespace Qijiang.Backend.Http;

/// <summary>A command came without a usable <c>Idempotency-Key</c> header (1 to 100 visible ASCII characters).</summary>
public sealed record IdempotencyKeyMissing() : Refusal("request.idempotency-key-missing");

/// <summary>The body exceeds <see cref="CommandMiddleware.MaxBody"/>.</summary>
public sealed record BodyTooLarge() : Refusal("request.body-too-large");

/// <summary>The body is not the JSON that was expected; <see cref="Refusal.Field"/> names the place.</summary>
public sealed record BodyMalformed() : Refusal("request.body-malformed");

/// <summary>A field is missing or empty.</summary>
public sealed record FieldMissing : Refusal
{
    /// <summary>Names the field.</summary>
    /// <param name="field">The field in the JSON spelling.</param>
    public FieldMissing(string field) : base("request.field-missing") => Field = field;
}

/// <summary>A field holds what it can't: too long, of the wrong form, an unknown value.</summary>
public sealed record FieldMalformed : Refusal
{
    /// <summary>Names the field.</summary>
    /// <param name="field">The field in the JSON spelling.</param>
    public FieldMalformed(string field) : base("request.field-malformed") => Field = field;
}

/// <summary>Nobody is signed in, or the token has expired.</summary>
public sealed record SignInNeeded() : Refusal("office.sign-in-needed");

/// <summary>The person holds none of the offices that may do this, today or on the date of the act.</summary>
public sealed record OfficeNotHeld() : Refusal("office.not-held");

/// <summary>The act is dated in the future.</summary>
public sealed record ActInTheFuture : Refusal
{
    /// <summary>Names the field.</summary>
    public ActInTheFuture() : base("act.in-the-future") => Field = "occurredOn";
}

/// <summary>The act is dated before any rule held, or outside of the calendar: there is no law here to decide it by.</summary>
public sealed record NoRuleThen : Refusal
{
    /// <summary>Names the field.</summary>
    public NoRuleThen() : base("act.no-rule-then") => Field = "occurredOn";
}

/// <summary>No such thing, or not for this person to see; the two are not told apart.</summary>
public sealed record NotFound() : Refusal("resource.unknown");

/// <summary>No such congress.</summary>
public sealed record CongressUnknown() : Refusal("congress.unknown");

/// <summary>No such address.</summary>
public sealed record AddressUnknown() : Refusal("address.unknown");

/// <summary>The address is there, but not for this method.</summary>
public sealed record MethodNotAllowed() : Refusal("request.method-not-allowed");

/// <summary>Too many requests in a short time.</summary>
public sealed record TooManyRequests() : Refusal("request.too-many");

/// <summary>Something of ours failed. Nothing is known to be lost; asking again with the same key is safe.</summary>
public sealed record Failed() : Refusal("server.failed");
