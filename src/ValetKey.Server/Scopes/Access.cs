namespace ValetKey.Server.Scopes;

internal enum Access
{
    Read,
    Write,
}
