using System.Text.Json.Serialization;

namespace ValetKey.Cli.Output;

/// <summary>The shapes of all JSON that is printed, written out by the compiler.</summary>
[JsonSerializable(typeof(SignedView))]
[JsonSerializable(typeof(DiagnosisView))]
[JsonSerializable(typeof(AnswerView))]
[JsonSerializable(typeof(TokenView))]
[JsonSerializable(typeof(IReadOnlyList<TokenView>))]
[JsonSerializable(typeof(TokenInfoView))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(IReadOnlyList<UserView>))]
[JsonSerializable(typeof(RemovedView))]
internal sealed partial class CliJson : JsonSerializerContext;
