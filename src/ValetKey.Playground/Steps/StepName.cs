namespace ValetKey.Playground.Steps;

/// <summary>The steps of a tab; in lower case also the ids of their elements.</summary>
public enum StepName
{
    Scopes,
    Credentials,
    Token,
    Use,
    Diagnosis,
}
