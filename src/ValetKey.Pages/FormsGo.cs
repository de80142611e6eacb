namespace ValetKey.Pages;

/// <summary>Where the forms of a page, and the redirects that answer them, may lead.</summary>
public enum FormsGo
{
    /// <summary>Nowhere but this server: <c>form-action 'self'</c>.</summary>
    ToThisOrigin,

    /// <summary>No <c>form-action</c>: the form's answer redirects to a client's callback, which was checked against its registration.</summary>
    Anywhere,
}
