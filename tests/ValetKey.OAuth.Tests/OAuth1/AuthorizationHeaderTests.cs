using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class AuthorizationHeaderTests
{
    [Theory]
    [InlineData("OAuth realm=\"Photos\", oauth_token=\"1%2Fabc\"", "Photos", "oauth_token=1/abc")]
    [InlineData("oauth oauth_token=\"a\"", null, "oauth_token=a")]
    [InlineData("OAUTH\toauth_token = \"a\"\t,\toauth_nonce= \"b\" ", null, "oauth_token=a;oauth_nonce=b")]
    [InlineData("OAuth , oauth_token=\"a\",, oauth_nonce=\"b\",", null, "oauth_token=a;oauth_nonce=b")]
    [InlineData("OAuth Realm=\"a \\\"b\\\\\", x=\"\"", "a \"b\\", "x=")]
    [InlineData("OAuth oauth_signature=\"a+b/c=\"", null, "oauth_signature=a+b/c=")]     // percent-decoded only, so raw Base64 does no harm
    [InlineData("OAuth", null, "")]
    [InlineData("OAuth a=\"1\", a=\"1\"", null, "a=1;a=1")]
    public void Is_read(string header, string? realm, string pairs)
    {
        Assert.True(AuthorizationHeader.TryParse(header, out var parsed, out var whyNot), whyNot);
        Assert.Equal((realm, pairs), (parsed.Realm, string.Join(';', parsed.Parameters.Select(p => $"{p.Name}={p.Value}"))));
    }

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("")]
    [InlineData("OAuthX a=\"1\"")]
    [InlineData("OAuth oauth_token=topsecret")]
    [InlineData("OAuth oauth_token=\"topsecret")]
    [InlineData("OAuth oauth_token=\"topsecret\\")]
    [InlineData("OAuth oauth_token=\"topsecret\" oauth_nonce=\"b\"")]
    [InlineData("OAuth oauth_token")]
    [InlineData("OAuth =\"topsecret\"")]
    [InlineData("OAuth \"topsecret\"")]
    [InlineData("OAuth a=\"%zz\"")]
    [InlineData("OAuth %zz=\"topsecret\"")]
    [InlineData("OAuth realm=\"topsecret\", realm=\"b\"")]
    public void Is_refused_with_a_reason_and_without_its_contents(string header)
    {
        Assert.False(AuthorizationHeader.TryParse(header, out _, out var whyNot));
        Assert.DoesNotContain("topsecret", whyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_back_from_its_canonical_form() => Gen.Select(Any.Text.Null(), Any.Parameters).Sample((realm, parameters) =>
    {
        var header = new AuthorizationHeader(realm, [.. parameters.Where(p => p.Name.Length > 0 && !p.Name.Equals("realm", StringComparison.OrdinalIgnoreCase))]);
        Assert.True(AuthorizationHeader.TryParse(header.ToString(), out var again, out var whyNot), whyNot);
        Assert.Equal((header.Realm, header.ToString()), (again.Realm, again.ToString()));
    });
}
