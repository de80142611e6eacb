namespace ValetKey.Playground.Steps;

/// <summary>A scope as a person may type it: visible ASCII without quotes and backslashes (RFC 6749 §3.3).</summary>
internal static class ScopeValue
{
    public static bool IsValid(string text) => text.Length > 0 && text.All(c => c is >= '!' and <= '~' and not '"' and not '\\');
}
