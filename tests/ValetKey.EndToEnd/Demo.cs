namespace ValetKey.EndToEnd;

/// <summary>Names and secrets of the demo workspace: public, as they are printed at every start.</summary>
internal static class Demo
{
    public const string AdminEmail = "admin@example.com";
    public const string AdminPassword = "ada-admin-pass";
    public const string LizEmail = "liz@example.com";
    public const string LizPassword = "liz-pass";

    /// <summary>Joe allows nothing in any test, so he is always asked.</summary>
    public const string JoeEmail = "joe@example.com";
    public const string JoePassword = "joe-pass";

    public const string ConsumerKey = "example.com";
    public const string ConsumerSecret = "demo-consumer-secret";

    public const string WebClientId = "demo-web.apps.valetkey.test";
    public const string WebClientSecret = "demo-web-secret";
    public const string WebRedirectUri = "http://127.0.0.1:8080/oauth2callback";

    public const string UserScope = "https://apps-apis.google.com/a/feeds/user/";
    public const string CalendarScope = "https://www.google.com/calendar/feeds/";
}
