namespace ValetKey.GData.Atom;

/// <summary>The namespaces of the Google Data protocol and its APIs. Elements are known by these, never by a prefix.</summary>
public static class Namespaces
{
    /// <summary>Atom (RFC 4287): the default namespace of what is written here.</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary><c>gd</c>: what the Google APIs share.</summary>
    public const string GData = "http://schemas.google.com/g/2005";

    /// <summary><c>openSearch</c> in protocol version 1.</summary>
    public const string OpenSearch10 = "http://a9.com/-/spec/opensearchrss/1.0/";

    /// <summary><c>openSearch</c> in protocol versions 2 and 3.</summary>
    public const string OpenSearch11 = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary><c>app</c> in protocol version 1: a draft of the Atom Publishing Protocol.</summary>
    public const string AppDraft = "http://purl.org/atom/app#";

    /// <summary><c>app</c> in protocol versions 2 and 3 (RFC 5023).</summary>
    public const string App = "http://www.w3.org/2007/app";

    /// <summary><c>batch</c>: several operations in one feed.</summary>
    public const string Batch = "http://schemas.google.com/gdata/batch";

    /// <summary><c>apps</c>: Provisioning.</summary>
    public const string Apps = "http://schemas.google.com/apps/2006";

    /// <summary><c>gCal</c>: Calendar.</summary>
    public const string Calendar = "http://schemas.google.com/gCal/2005";

    /// <summary><c>docs</c>: Documents List.</summary>
    public const string Documents = "http://schemas.google.com/docs/2007";

    /// <summary><c>gAcl</c>: access control lists.</summary>
    public const string Acl = "http://schemas.google.com/acl/2007";

    /// <summary><c>gContact</c>: Contacts.</summary>
    public const string Contacts = "http://schemas.google.com/contact/2008";

    /// <summary>XHTML, as text and content of type <c>xhtml</c> hold it.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary><c>xml</c>: language, base and white space.</summary>
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary><c>xmlns</c>: declarations of prefixes, which are no attributes of an element.</summary>
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>The same namespace as protocol version 2 and later have it.</summary>
    internal static string OfAnyVersion(string ns) => ns switch { OpenSearch10 => OpenSearch11, AppDraft => App, _ => ns };
}
