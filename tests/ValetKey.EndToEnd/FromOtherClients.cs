using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>OAuth 1.0 clients of other languages, unmodified, against a running server: request token, consent, access token, then a user is read.</summary>
public sealed class FromOtherClients(DemoServer demo)
{
    private const string Callback = "http://127.0.0.1:8099/ready?keep=this";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("requests_oauthlib_1.py", "HMAC-SHA1")]
    [InlineData("requests_oauthlib_1.py", "HMAC-SHA256")]
    [InlineData("ruby_oauth.rb", "HMAC-SHA1")]
    [InlineData("ruby_oauth.rb", "PLAINTEXT")]
    [InlineData("net_oauth.pl", "HMAC-SHA1")]
    [InlineData("net_oauth.pl", "HMAC-SHA256")]
    [InlineData("net_oauth.pl", "PLAINTEXT")]
    [InlineData("liboauth.c", "HMAC-SHA1")]
    [InlineData("liboauth.c", "PLAINTEXT")]
    [InlineData("pecl_oauth.php", "HMAC-SHA1")]
    [InlineData("pecl_oauth.php", "HMAC-SHA256")]
    [InlineData("npm_oauth.mjs", "HMAC-SHA1")]
    [InlineData("npm_oauth.mjs", "PLAINTEXT")]
    [InlineData("npm_oauth_1_0a.mjs", "HMAC-SHA1")]
    [InlineData("npm_oauth_1_0a.mjs", "HMAC-SHA256")]
    [InlineData("npm_oauth_1_0a.mjs", "HMAC-SHA512")]
    public async Task The_three_legged_dance_reads_a_user(string client, string method) => await DanceAsync(client, demo.Origin, Callback,
        ("SIGNATURE_METHOD", method), ("CONSUMER_KEY", Demo.ConsumerKey), ("CONSUMER_SECRET", Demo.ConsumerSecret));

    [Fact]
    public async Task The_three_legged_dance_reads_a_user_with_a_verifier_that_a_person_copies() => await DanceAsync("requests_oauthlib_1.py", demo.Origin, "oob",
        ("SIGNATURE_METHOD", "HMAC-SHA1"), ("CONSUMER_KEY", Demo.ConsumerKey), ("CONSUMER_SECRET", Demo.ConsumerSecret));

    [Fact]
    public async Task The_three_legged_dance_reads_a_user_with_RSA_SHA1()
    {
        await using var server = await RunningServer.StartAsync(Repository.PathOf("tests/ValetKey.EndToEnd/rsa-workspace.yaml"), Stop);
        await DanceAsync("requests_oauthlib_1.py", server.Origin, Callback, ("SIGNATURE_METHOD", "RSA-SHA1"), ("CONSUMER_KEY", "rsa.example.com"),
            ("RSA_KEY_FILE", Repository.PathOf("tests/vectors/keys/rsa-test-key-1.pkcs1.pem")));
    }

    private static async Task DanceAsync(string client, Uri origin, string callback, params IEnumerable<(string, string)> consumer)
    {
        await using var program = await ClientProgram.StartAsync(client, origin, [("SCOPE", Demo.UserScope), ("CALLBACK", callback), .. consumer], Stop);
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var answered = await admin.AnswerAsync(new Uri(await program.ReadLineAsync(Stop)), Decision.Allow, Stop);
        if (callback != "oob")
        {
            Assert.StartsWith(callback + "&", answered.SentTo?.AbsoluteUri, StringComparison.Ordinal);
        }

        await program.WriteLineAsync(answered.SentTo?.AbsoluteUri ?? SuccessPage.VerifierOf(answered.Page), Stop);
        Assert.True(await program.WaitForExitAsync(Stop) == 0, program.Output);
        if (!client.StartsWith("liboauth", StringComparison.Ordinal))      // which shows the body alone
        {
            Assert.Contains("200 application/atom+xml", program.Output, StringComparison.Ordinal);
        }

        Assert.Matches("userName=[\"']liz", program.Output);
        Assert.Matches("familyName=[\"']Bennet", program.Output);
    }
}
