namespace ValetKey.OAuth;

/// <summary>Providers whose ways are known, each with the page that tells them. A provider that follows RFC 5849 needs no entry: its three endpoints are enough.</summary>
public static class OAuth1Providers
{
    /// <summary>Adobe Commerce and Magento Open Source: an integration's four credentials, made by the merchant.</summary>
    public static OAuth1Provider AdobeCommerce { get; } = new()
    {
        Id = "adobe-commerce",
        Name = "Adobe Commerce (Magento)",
        Source = new("https://developer.adobe.com/commerce/webapi/get-started/authentication/gs-authentication-oauth"),
        ApiUrl = "https://{host}/rest/",
        SignatureMethods = [SignatureMethod.HmacSha256],
        Note = "The merchant makes an integration in the admin pages, which gives key, secret, token and token secret.",
    };

    /// <summary>BrickLink: tokens are made on a page, each for the addresses that may use it.</summary>
    public static OAuth1Provider BrickLink { get; } = new()
    {
        Id = "bricklink",
        Name = "BrickLink",
        Source = new("http://apidev.bricklink.com/redmine/projects/bricklink-api/wiki/Authorization"),
        ApiUrl = "https://api.bricklink.com/api/store/v1/",
        Note = "Tokens are made on its pages, each for the IP addresses that are registered with it; oauth_version must be sent.",
    };

    /// <summary>Discogs.</summary>
    public static OAuth1Provider Discogs { get; } = new()
    {
        Id = "discogs",
        Name = "Discogs",
        Source = new("https://www.discogs.com/developers"),
        RequestTokenUrl = "https://api.discogs.com/oauth/request_token",
        AuthorizeUrl = "https://www.discogs.com/oauth/authorize",
        AccessTokenUrl = "https://api.discogs.com/oauth/access_token",
        ApiUrl = "https://api.discogs.com/",
        SignatureMethods = [SignatureMethod.HmacSha1, SignatureMethod.Plaintext],
        NeedsUserAgent = true,
    };

    /// <summary>Evernote.</summary>
    public static OAuth1Provider Evernote { get; } = new()
    {
        Id = "evernote",
        Name = "Evernote",
        Source = new("https://dev.evernote.com/doc/articles/authentication.php"),
        RequestTokenUrl = "https://www.evernote.com/oauth",
        AuthorizeUrl = "https://www.evernote.com/OAuth.action",
        AccessTokenUrl = "https://www.evernote.com/oauth",
        ApiUrl = "https://www.evernote.com/",
        Transmission = ParameterTransmission.Query,
        TokenMethod = "GET",
        Note = "The access token is passed to its API as it is; edam_expires among the token's details says when it ends.",
    };

    /// <summary>Flickr.</summary>
    public static OAuth1Provider Flickr { get; } = new()
    {
        Id = "flickr",
        Name = "Flickr",
        Source = new("https://www.flickr.com/services/api/auth.oauth.html"),
        RequestTokenUrl = "https://www.flickr.com/services/oauth/request_token",
        AuthorizeUrl = "https://www.flickr.com/services/oauth/authorize",
        AccessTokenUrl = "https://www.flickr.com/services/oauth/access_token",
        ApiUrl = "https://api.flickr.com/services/rest",
        PermissionParameter = "perms",
        Permissions = ["read", "write", "delete"],
        Note = "One permission, the highest that is wanted.",
    };

    /// <summary>Garmin Connect.</summary>
    public static OAuth1Provider GarminConnect { get; } = new()
    {
        Id = "garmin-connect",
        Name = "Garmin Connect",
        Source = new("https://github.com/RADAR-base/RADAR-Rest-Source-Auth/issues/313"),
        RequestTokenUrl = "https://connectapi.garmin.com/oauth-service/oauth/request_token",
        AuthorizeUrl = "https://connect.garmin.com/oauthConfirm",
        AccessTokenUrl = "https://connectapi.garmin.com/oauth-service/oauth/access_token",
        ApiUrl = "https://apis.garmin.com/",
        CallbackAtAuthorize = true,
        Note = "OAuth 1.0 ends there on 31 December 2026.",
    };

    /// <summary>Jira Data Center and Server, by an application link.</summary>
    public static OAuth1Provider Jira { get; } = new()
    {
        Id = "jira-data-center",
        Name = "Jira Data Center",
        Source = new("https://developer.atlassian.com/server/jira/platform/oauth/"),
        RequestTokenUrl = "https://{host}/plugins/servlet/oauth/request-token",
        AuthorizeUrl = "https://{host}/plugins/servlet/oauth/authorize",
        AccessTokenUrl = "https://{host}/plugins/servlet/oauth/access-token",
        ApiUrl = "https://{host}/rest/",
        SignatureMethods = [SignatureMethod.RsaSha1],
        Note = "The public key belongs to the application link that an administrator makes.",
    };

    /// <summary>Mastercard: no tokens, a key in a PKCS#12 file, bodies signed.</summary>
    public static OAuth1Provider Mastercard { get; } = new()
    {
        Id = "mastercard",
        Name = "Mastercard",
        Source = new("https://developer.mastercard.com/platform/documentation/authentication/using-oauth-1a-to-access-mastercard-apis/"),
        ApiUrl = "https://api.mastercard.com/",
        SignatureMethods = [SignatureMethod.RsaSha256],
        HasTokens = false,
        BodyHash = true,
        Note = "The key comes as a .p12 file, which RsaKey.ReadPfx reads; the sandbox is at https://sandbox.api.mastercard.com/.",
    };

    /// <summary>NetSuite, token-based authentication.</summary>
    public static OAuth1Provider NetSuite { get; } = new()
    {
        Id = "netsuite",
        Name = "NetSuite",
        Source = new("https://doc.wearepatchworks.com/product-documentation/connectors-and-instances/patchworks-connectors/netsuite-prebuilt-connector/oauth-1-authentication"),
        ApiUrl = "https://{host}.suitetalk.api.netsuite.com/",
        SignatureMethods = [SignatureMethod.HmacSha256],
        Realm = "the account id, with _ where the host has a dash: 1234567_SB1",
        Note = "An administrator makes token and token secret for a user and a role.",
    };

    /// <summary>Schoology.</summary>
    public static OAuth1Provider Schoology { get; } = new()
    {
        Id = "schoology",
        Name = "Schoology",
        Source = new("https://developers.schoology.com/api-documentation/authentication"),
        ApiUrl = "https://api.schoology.com/v1/",
        SignatureMethods = [SignatureMethod.HmacSha1, SignatureMethod.Plaintext],
        Realm = "Schoology API",
        Note = "Two-legged requests carry an empty oauth_token: sign with new OAuth1Token(\"\", \"\"). Timestamps must not go back.",
    };

    /// <summary>SmugMug.</summary>
    public static OAuth1Provider SmugMug { get; } = new()
    {
        Id = "smugmug",
        Name = "SmugMug",
        Source = new("https://api.smugmug.com/api/v2/doc/tutorial/authorization.html"),
        RequestTokenUrl = "https://api.smugmug.com/services/oauth/1.0a/getRequestToken",
        AuthorizeUrl = "https://api.smugmug.com/services/oauth/1.0a/authorize",
        AccessTokenUrl = "https://api.smugmug.com/services/oauth/1.0a/getAccessToken",
        ApiUrl = "https://api.smugmug.com/api/v2/",
        SignatureMethods = [SignatureMethod.HmacSha1, SignatureMethod.Plaintext],
        PermissionParameter = "Permissions",
        Permissions = ["Read", "Add", "Modify"],
        Note = "One permission; Access=Full beside it shows what is not public. A request token lives five minutes.",
    };

    /// <summary>Trello.</summary>
    public static OAuth1Provider Trello { get; } = new()
    {
        Id = "trello",
        Name = "Trello",
        Source = new("https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/"),
        RequestTokenUrl = "https://trello.com/1/OAuthGetRequestToken",
        AuthorizeUrl = "https://trello.com/1/OAuthAuthorizeToken",
        AccessTokenUrl = "https://trello.com/1/OAuthGetAccessToken",
        ApiUrl = "https://api.trello.com/1/",
        PermissionParameter = "scope",
        Permissions = ["read", "write", "account"],
        TokenLifetime = "30 days, or as expiration says (1hour, 1day, 30days, never)",
        Note = "name on the consent page is what it calls the application.",
    };

    /// <summary>Tumblr.</summary>
    public static OAuth1Provider Tumblr { get; } = new()
    {
        Id = "tumblr",
        Name = "Tumblr",
        Source = new("https://www.tumblr.com/docs/en/api/v2"),
        RequestTokenUrl = "https://www.tumblr.com/oauth/request_token",
        AuthorizeUrl = "https://www.tumblr.com/oauth/authorize",
        AccessTokenUrl = "https://www.tumblr.com/oauth/access_token",
        ApiUrl = "https://api.tumblr.com/v2/",
    };

    /// <summary>WooCommerce on a shop without TLS: no tokens, signed in the query.</summary>
    public static OAuth1Provider WooCommerce { get; } = new()
    {
        Id = "woocommerce",
        Name = "WooCommerce over http",
        Source = new("https://woocommerce.github.io/woocommerce-rest-api-docs/"),
        ApiUrl = "http://{host}/wp-json/wc/v3/",
        SignatureMethods = [SignatureMethod.HmacSha256, SignatureMethod.HmacSha1],
        Transmission = ParameterTransmission.Query,
        HasTokens = false,
        Note = "Over https it takes key and secret by Basic authentication instead.",
    };

    /// <summary>X, formerly Twitter, in the user's context.</summary>
    public static OAuth1Provider X { get; } = new()
    {
        Id = "x",
        Name = "X (Twitter)",
        Source = new("https://docs.x.com/fundamentals/authentication/api-reference"),
        RequestTokenUrl = "https://api.x.com/oauth/request_token",
        AuthorizeUrl = "https://api.x.com/oauth/authorize",
        AccessTokenUrl = "https://api.x.com/oauth/access_token",
        ApiUrl = "https://api.x.com/",
        PermissionParameter = "x_auth_access_type",
        PermissionAtRequest = true,
        Permissions = ["read", "write"],
        Note = "The callback must be registered; oob shows a PIN, which is the verifier.",
    };

    /// <summary>All, by name.</summary>
    public static IReadOnlyList<OAuth1Provider> All { get; } =
        [AdobeCommerce, BrickLink, Discogs, Evernote, Flickr, GarminConnect, Jira, Mastercard, NetSuite, Schoology, SmugMug, Trello, Tumblr, WooCommerce, X];

    /// <summary>The provider of that <see cref="OAuth1Provider.Id"/>, or <c>null</c>.</summary>
    public static OAuth1Provider? Find(string id) => All.FirstOrDefault(provider => provider.Id == id);
}
