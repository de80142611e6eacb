namespace ValetKey.Server.Directory;

/// <summary>What became of a change to a user.</summary>
internal abstract record UserOutcome
{
    private UserOutcome()
    {
    }

    /// <summary>Done and durable; the user as it is now.</summary>
    internal sealed record Done(UserRow User) : UserOutcome;

    /// <summary>A rule of the directory stands against it.</summary>
    internal sealed record Refused(DirectoryProblem Problem) : UserOutcome;

    /// <summary>The user is not the one that the caller expected: it was changed since. The user as it is.</summary>
    internal sealed record Changed(UserRow User) : UserOutcome;

    /// <summary>It would leave the domain without an administrator.</summary>
    internal sealed record LastAdministrator(UserRow User) : UserOutcome;
}
