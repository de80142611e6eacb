using System.Text;
using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class BaseStringBufferTests
{
    [Fact]
    public void Writes_what_the_readable_rules_give() => Gen.Select(Gen.OneOf("GET", "post", "PATCH"), Gen.OneOf("http", "HTTPS"),
            Gen.OneOf("example.com", "EXAMPLE.com:443", "127.0.0.1:80", "[::1]:8080"), Any.Text, Any.Parameter.Array[0, 40]).Sample((method, scheme, authority, path, parameters) =>
    {
        var buffer = BaseStringBuffer.Rent();
        foreach (var (name, value) in parameters)
        {
            buffer.Add(name, value);
        }

        var written = Encoding.ASCII.GetString(buffer.Compose(method, scheme, authority, "/" + path));
        buffer.Return();
        return written == SignatureBaseString.Of(method, BaseStringUri.Of(scheme, authority, "/" + path), parameters);
    });

    [Fact]
    public void Reads_a_query_as_the_readable_rules_do_or_leaves_it_to_them() => Gen.OneOf(
            Any.Parameters.Select(FormEncoding.Encode),
            Gen.Char["abAB019-._~%+=&;/: 2Fcé\0"].Array[0, 30].Select(text => new string(text))).Sample(query =>
    {
        var buffer = BaseStringBuffer.Rent();
        buffer.Add("oauth_nonce", "n", isProtocol: true);
        if (!buffer.TryAddQuery(query))
        {
            Assert.Equal(1, buffer.Count);
            Assert.True(!Ascii.IsValid(query) || query.Contains('%', StringComparison.Ordinal) || query.Contains('\0', StringComparison.Ordinal));
            return;
        }

        Assert.Equal(
            SignatureBaseString.Of("GET", "http://h/", [new("oauth_nonce", "n"), .. FormEncoding.Decode(query)]),
            Encoding.ASCII.GetString(buffer.Compose("GET", "http", "h", "/")));
        buffer.Return();
    });

    [Fact]
    public void Writes_the_header_that_the_record_writes() => Gen.Select(Any.Text, Any.Text, Gen.Char['!', '~'].Array[0, 9].Select(text => new string(text))).Sample((token, signature, realm) =>
    {
        var buffer = BaseStringBuffer.Rent();
        Parameter[] parameters = [new("oauth_consumer_key", token), new("oauth_token", token), new("oauth_version", "1.0"), new("oauth_callback", signature)];
        foreach (var (name, value) in parameters)
        {
            buffer.Add(name, value, isProtocol: true);
        }

        buffer.Add("q", "not in the header");
        buffer.Compose("GET", "http", "h", "/");
        return buffer.Header(realm, signature) == new AuthorizationHeader(realm, [.. parameters, new(ProtocolParameter.Signature, signature)]).ToString();
    });

    [Fact]
    public void Refuses_a_lone_surrogate() => Any.Broken.Sample(broken =>
    {
        Assert.Throws<ArgumentException>(() => BaseStringBuffer.Rent().Add("a", broken));
        Assert.Throws<ArgumentException>(() => BaseStringBuffer.Rent().Add(broken, "a"));
    });
}
