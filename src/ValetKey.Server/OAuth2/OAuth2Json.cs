using System.Text.Json.Serialization;
using ValetKey.Server.OAuth2.Authorize;
using ValetKey.Server.OAuth2.Token;
using ValetKey.Server.OAuth2.Tokens;

namespace ValetKey.Server.OAuth2;

/// <summary>The JSON of the token endpoint and of what is stored between two requests, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuthorizationRequest))]
[JsonSerializable(typeof(CodeBinding))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(TokenErrorBody))]
internal sealed partial class OAuth2Json : JsonSerializerContext;
