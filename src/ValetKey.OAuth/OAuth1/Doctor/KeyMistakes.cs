namespace ValetKey.OAuth;

/// <summary>Mistakes in the key (RFC 5849 §3.4.2).</summary>
internal static class KeyMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(DoctorCause.TokenSecretOmitted, Stage.Key, plan => [new(plan with { TokenSecret = "" }, "The key ends after the &.")]),
        new(DoctorCause.SecretsSwapped, Stage.Key, plan =>
            [new(plan with { ConsumerSecret = plan.TokenSecret, TokenSecret = plan.ConsumerSecret }, "The token secret stands first.")]),
        new(DoctorCause.KeyAmpersandMissing, Stage.Key, plan => [new(plan with { KeySeparator = "" }, "The secrets are joined with nothing between them.")]),
        new(DoctorCause.ConsumerSecretOmitted, Stage.Key, plan => [new(plan with { ConsumerSecret = "" }, "The key begins with the &.")]),
        new(DoctorCause.KeyNotEncoded, Stage.Key, plan => [new(plan with { EncodeSecret = static s => s }, "The secrets have characters that must be escaped, and stand there raw.")]),
        new(DoctorCause.KeyEncodedTwice, Stage.Key, plan =>
            [new(plan with { EncodeSecret = s => plan.EncodeSecret(PercentEncoding.Encode(s)) }, "The % of the first encoding was encoded again.")]),
        new(DoctorCause.KeyJoinedThenEncoded, Stage.Key, plan =>
        [
            new(plan with { EncodeSecret = static s => s, FinishKey = PercentEncoding.Encode }, "The & of the key became %26."),
            new(plan with { FinishKey = PercentEncoding.Encode }, "The finished key was encoded once more."),
        ]),
        new(DoctorCause.KeyEncodedOtherwise, Stage.Key, plan =>
        [
            new(plan with { EncodeSecret = OtherEncoding.SpaceAsPlus(plan.EncodeSecret) }, "A space became +."),
            new(plan with { EncodeSecret = OtherEncoding.ReservedBare(plan.EncodeSecret) }, "! * ' ( ) stayed as they are."),
            new(plan with { EncodeSecret = OtherEncoding.LowerCase(plan.EncodeSecret) }, "The escapes are in lower case."),
            new(plan with { EncodeSecret = OtherEncoding.Tilde(plan.EncodeSecret) }, "~ became %7E."),
        ]),
        new(DoctorCause.IdentifierAsSecret, Stage.Key, plan =>
        [
            new(plan with { ConsumerSecret = plan.Request.Find(ProtocolParameter.ConsumerKey) ?? "" }, "The consumer key stood for its secret."),
            new(plan with { TokenSecret = plan.Request.Find(ProtocolParameter.Token) ?? "" }, "The token stood for its secret."),
            new(plan with { ConsumerSecret = plan.Request.Find(ProtocolParameter.ConsumerKey) ?? "", TokenSecret = plan.Request.Find(ProtocolParameter.Token) ?? "" },
                "Consumer key and token stood for their secrets.", AloneOnly: true),
        ]),
        new(DoctorCause.SecretPadded, Stage.Key, Padded),
    ];

    private static IEnumerable<Variant> Padded(SigningPlan plan)
    {
        yield return new(plan with { ConsumerSecret = plan.ConsumerSecret.Trim(), TokenSecret = plan.TokenSecret.Trim() }, "The secret on file has it, and the client's has not.");
        foreach (var end in (string[])["\n", "\r\n", " "])
        {
            var rare = end != "\n";
            yield return new(plan with { ConsumerSecret = plan.ConsumerSecret + end }, "The client's consumer secret ends with it.", rare);
            yield return new(plan with { TokenSecret = plan.TokenSecret + end }, "The client's token secret ends with it.", rare);
            yield return new(plan with { ConsumerSecret = plan.ConsumerSecret + end, TokenSecret = plan.TokenSecret + end }, "Both secrets of the client end with it.", rare);
        }

        yield return new(plan with { ConsumerSecret = " " + plan.ConsumerSecret }, "The client's consumer secret begins with it.", AloneOnly: true);
        yield return new(plan with { TokenSecret = " " + plan.TokenSecret }, "The client's token secret begins with it.", AloneOnly: true);
    }
}
