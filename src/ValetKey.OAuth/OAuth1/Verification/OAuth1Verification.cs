using System.Text;

namespace ValetKey.OAuth;

/// <summary>What a verifier found: <see cref="Verified"/> or <see cref="Refused"/>.</summary>
public abstract record OAuth1Verification
{
    private OAuth1Verification()
    {
    }

    /// <summary>The request is what the consumer signed.</summary>
    /// <param name="Consumer">Who signed.</param>
    /// <param name="Token">With which token; <c>null</c> at the request-token endpoint and for a consumer that acts alone.</param>
    /// <param name="Parameters">All of header, query and form, in this order: the very list that was verified. Read parameters from here and nowhere else.</param>
    public sealed record Verified(VerifiedConsumer Consumer, VerifiedToken? Token, IReadOnlyList<Parameter> Parameters) : OAuth1Verification
    {
        /// <summary>The value of the first parameter of that name, or <c>null</c>.</summary>
        public string? Find(string name) => Parameters.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();
    }

    /// <summary>The request is refused.</summary>
    /// <param name="Problem">Why, and with which status.</param>
    /// <param name="ConsumerKey">Who it claims to be from; <c>null</c> where it could not be read. Not proven.</param>
    /// <param name="BaseString">What this server computed, where it came so far. For development: parameters stand in it.</param>
    public sealed record Refused(OAuthProblem Problem, string? ConsumerKey, string? BaseString) : OAuth1Verification
    {
        /// <summary>Problem and consumer; the base string holds parameters, which no log should have.</summary>
        protected override bool PrintMembers(StringBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            builder.Append("Problem = ").Append(Problem.Code).Append(", ConsumerKey = ").Append(ConsumerKey);
            return true;
        }
    }
}
