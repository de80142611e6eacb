namespace ValetKey.Playground.Steps;

/// <summary>The operations that the request builder knows.</summary>
internal static class KnownOperations
{
    private static readonly string[] Users = ["https://apps-apis.google.com/a/feeds/user/", "https://www.googleapis.com/auth/admin.directory.user"];
    private static readonly string[] Calendars = ["https://www.google.com/calendar/feeds/", "http://www.google.com/calendar/feeds/", "https://www.googleapis.com/auth/calendar"];
    private static readonly string[] Documents = ["https://docs.google.com/feeds/", "http://docs.google.com/feeds/", "https://www.googleapis.com/auth/drive"];

    public static IReadOnlyList<KnownOperation> All { get; } =
    [
        new("retrieve-user", "Provisioning", "Retrieve a user", "GET", "/a/feeds/{domain}/user/2.0/{user}", Users),
        new("list-users", "Provisioning", "List users", "GET", "/a/feeds/{domain}/user/2.0", Users),
        new("create-user", "Provisioning", "Create a user", "POST", "/a/feeds/{domain}/user/2.0", Users)
        {
            Body = """
                <entry xmlns="http://www.w3.org/2005/Atom" xmlns:apps="http://schemas.google.com/apps/2006">
                  <category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/apps/2006#user"/>
                  <apps:login userName="new-user" password="a-first-password" suspended="false"/>
                  <apps:quota limit="2048"/>
                  <apps:name familyName="User" givenName="New"/>
                </entry>
                """,
        },
        new("update-user", "Provisioning", "Update a user", "PUT", "/a/feeds/{domain}/user/2.0/new-user", Users)
        {
            Body = """
                <entry xmlns="http://www.w3.org/2005/Atom" xmlns:apps="http://schemas.google.com/apps/2006">
                  <category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/apps/2006#user"/>
                  <apps:login userName="new-user" suspended="true"/>
                  <apps:name familyName="User" givenName="Renewed"/>
                </entry>
                """,
        },
        new("delete-user", "Provisioning", "Delete a user", "DELETE", "/a/feeds/{domain}/user/2.0/new-user", Users),
        new("list-calendars", "Calendar", "List calendars", "GET", "/calendar/feeds/default/allcalendars/full", Calendars) { Version = "2.0" },
        new("list-own-calendars", "Calendar", "List own calendars", "GET", "/calendar/feeds/default/owncalendars/full", Calendars) { Version = "2.0" },
        new("list-documents", "Documents", "List documents", "GET", "/feeds/default/private/full", Documents) { Version = "3.0" },
    ];

    public static IReadOnlyList<KnownOperation> OpenedBy(IReadOnlyList<string> scopes) => [.. All.Where(operation => scopes.Any(operation.IsOpenedBy))];
}
