using ValetKey.OAuth;

namespace ValetKey.AspNetCore.Tests;

internal sealed record Reply(int Status, string Body, string WwwAuthenticate, string? RetryAfter)
{
    /// <summary>Of header and body, which must say the same; null where there is none.</summary>
    public string? Problem
    {
        get
        {
            var told = OAuthProblem.Read(Status, Body, null)?.Code;
            Assert.Equal(told, OAuthProblem.Read(Status, "", WwwAuthenticate)?.Code);
            return told;
        }
    }
}
