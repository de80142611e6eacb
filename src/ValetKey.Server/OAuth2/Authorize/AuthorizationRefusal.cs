namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>Why an authorization request goes no further. The type says where the answer may go (RFC 6749 §4.1.2.1).</summary>
/// <param name="Reason">For the log.</param>
internal abstract record AuthorizationRefusal(string Reason)
{
    /// <summary>The client or its redirect URI is in doubt: a page tells the person, and nothing is sent anywhere.</summary>
    internal sealed record OnPage(string Reason, string Title, string What, string Mend) : AuthorizationRefusal(Reason)
    {
        /// <summary>For a redirect URI that is not registered: what differs from the nearest one.</summary>
        public RedirectDifference? Difference { get; init; }
    }

    /// <summary>The client is certain: it gets the error.</summary>
    internal sealed record ToClient(ReturnAddress Address, string Error, string Description) : AuthorizationRefusal(Error);
}
