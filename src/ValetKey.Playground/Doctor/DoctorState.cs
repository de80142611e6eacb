using ValetKey.OAuth;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.Doctor;

/// <summary>What was given to the doctor. The diagnosis is made anew whenever the page is shown, and never kept.</summary>
public sealed class DoctorState : TabState
{
    /// <summary>A curl command, raw HTTP, a HAR entry, or a header with its address.</summary>
    public string RequestText { get; set; } = "";

    public string ConsumerSecret { get; set; } = "";

    public string TokenSecret { get; set; } = "";

    /// <summary>PEM text of a public key, a private key or a certificate.</summary>
    public string RsaKey { get; set; } = "";

    /// <summary>The server's base string, or the whole answer that holds it.</summary>
    public string ServerAnswer { get; set; } = "";

    /// <summary>Header lines that a proxy added.</summary>
    public string Forwarded { get; set; } = "";

    public bool ProxyTrusted { get; set; }

    /// <summary>The server's clock in Unix seconds; empty leaves the timestamp unjudged.</summary>
    public string ServerTime { get; set; } = "";

    internal override IEnumerable<string> Secrets => [ConsumerSecret, TokenSecret, SigningKey.Of(ConsumerSecret, TokenSecret).Reveal()];

    internal override IReadOnlyList<string> GrantedScopes => [];

    internal override bool HasToken => false;

    internal override void Read(PostedForm form)
    {
        if (form.Text("request", 500_000) is not { } request)
        {
            return;
        }

        RequestText = request;
        ConsumerSecret = form.Line("doctor_consumer_secret") ?? "";
        TokenSecret = form.Line("doctor_token_secret") ?? "";
        RsaKey = form.Text("rsa_key", 20_000)?.Trim() ?? "";
        ServerAnswer = form.Text("server_answer", 200_000)?.Trim() ?? "";
        Forwarded = form.Text("forwarded", 4000)?.Trim() ?? "";
        ProxyTrusted = form.Line("proxy_trusted", 10) is not null;
        ServerTime = form.Line("server_time", 20) ?? "";
    }
}
