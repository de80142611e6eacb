namespace ValetKey.OAuth;

/// <summary>Which token serves at which endpoint, and what its state forbids.</summary>
internal static class TokenRules
{
    /// <summary>Whether the token is this consumer's and of the kind of this endpoint. One that was revoked or has expired passes: its state is told once the signature is right.</summary>
    public static bool IsOfRightKind(VerifiedToken? token, VerifiedConsumer consumer, OAuth1Endpoint endpoint) =>
        token is not null && token.ConsumerKey == consumer.Key && (token.State, endpoint) is
            (OAuth1TokenState.Revoked or OAuth1TokenState.Expired, OAuth1Endpoint.AccessToken or OAuth1Endpoint.Resource)
            or (OAuth1TokenState.Access, OAuth1Endpoint.Resource)
            or (OAuth1TokenState.ApprovedRequest or OAuth1TokenState.DeclinedRequest or OAuth1TokenState.UsedRequest, OAuth1Endpoint.AccessToken);

    /// <summary>What the state of a token of the right kind forbids, or <c>null</c>.</summary>
    public static OAuthProblem? Refusal(VerifiedToken? token, VerifiedConsumer consumer, OAuth1Endpoint endpoint) => token?.State switch
    {
        OAuth1TokenState.Revoked => OAuthProblem.TokenRevoked(),
        OAuth1TokenState.Expired => OAuthProblem.TokenExpired(),
        OAuth1TokenState.UsedRequest => OAuthProblem.TokenUsed(),
        OAuth1TokenState.DeclinedRequest => OAuthProblem.PermissionDenied("The user declined."),
        null when endpoint == OAuth1Endpoint.Resource && !consumer.MayActAlone => OAuthProblem.PermissionDenied("The request has no oauth_token, and no domain lets this consumer act for its users."),
        _ => null,
    };
}
