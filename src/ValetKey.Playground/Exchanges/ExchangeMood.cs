namespace ValetKey.Playground.Exchanges;

/// <summary>How an exchange went.</summary>
public enum ExchangeMood
{
    Good,
    Bad,
    Waiting,
}
