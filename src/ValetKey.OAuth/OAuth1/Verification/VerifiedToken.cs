namespace ValetKey.OAuth;

/// <summary>What a server has on file about a request or access token.</summary>
/// <param name="Token">The token as it was sent.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ConsumerKey">Whom it was issued to.</param>
/// <param name="State">What has become of it.</param>
public sealed record VerifiedToken(string Token, Secret Secret, string ConsumerKey, OAuth1TokenState State)
{
    /// <summary>Asked for under OAuth 1.0 before revision A, so that its exchange brings no verifier; counts only where <see cref="OAuth1VerifierOptions.KnowsRevision10"/> is set.</summary>
    public bool NeedsNoVerifier { get; init; }
}
