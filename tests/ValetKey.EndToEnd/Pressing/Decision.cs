namespace ValetKey.EndToEnd.Pressing;

/// <summary>What a person presses on the consent page.</summary>
public enum Decision
{
    Allow,
    Deny,
}
