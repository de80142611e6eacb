using System.Collections.Concurrent;
using ValetKey.Server.Accounts;
using ValetKey.Server.Directory;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>The slow hashes of a workspace's passwords, made on all cores. A password that the stored hash already verifies keeps that hash.</summary>
internal sealed class WorkspacePasswords
{
    private readonly ConcurrentDictionary<UserDraft, string> fresh = new(ReferenceEqualityComparer.Instance);

    private WorkspacePasswords()
    {
    }

    /// <param name="stored">The hash of each user who exists, by address.</param>
    public static Task<WorkspacePasswords> Hash(WorkspaceFile file, IReadOnlyDictionary<string, string> stored, CancellationToken stop) => Task.Run(
        () =>
        {
            var passwords = new WorkspacePasswords();
            var users = file.Domains.SelectMany(domain => domain.Users.Select(user => (Email: $"{user.UserName}@{domain.Name}", user.Draft)));
            Parallel.ForEach(users.Where(user => user.Draft.Password is not null), new ParallelOptions { CancellationToken = stop }, user =>
            {
                if (!stored.TryGetValue(user.Email, out var hash) || !Verifies(PasswordHash.Parse(hash), user.Draft))
                {
                    passwords.fresh[user.Draft] = user.Draft.HashPassword()!;
                }
            });
            return passwords;
        },
        stop);

    /// <returns>Null where the stored hash stays.</returns>
    public string? Of(WorkspaceUser user) => fresh.GetValueOrDefault(user.Draft);

    private static bool Verifies(PasswordHash stored, UserDraft draft) => draft.HashFunctionName is null
        ? stored.Verify(draft.Password!.Reveal())
        : stored.VerifyDigest(PasswordDigest.Find(draft.HashFunctionName)!, draft.Password!.Reveal());
}
