namespace ValetKey.OAuth;

/// <summary>What a server has on file about a request or access token.</summary>
/// <param name="Token">The token as it was sent.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="ConsumerKey">Whom it was issued to.</param>
/// <param name="State">What has become of it.</param>
public sealed record VerifiedToken(string Token, Secret Secret, string ConsumerKey, OAuth1TokenState State);
