namespace ValetKey.OAuth;

/// <summary>Keeps authorization requests of one browser while its user is away at the server.</summary>
public interface IPendingAuthorizations
{
    /// <summary>Keeps a request, for minutes.</summary>
    void Save(AuthorizationRequest request);

    /// <summary>Gives the request of that state back, once; <c>null</c> where this browser has none.</summary>
    AuthorizationRequest? Take(string state);
}
