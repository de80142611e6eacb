using Microsoft.EntityFrameworkCore;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Domain-wide scopes: what the file lists for a domain is what the domain allows, and nothing else, so that a line taken away takes the right away.</summary>
internal static class DomainWideScopesPart
{
    public static async Task Apply(WorkspaceFile file, WorkspaceChanges changes, CancellationToken stop)
    {
        var rows = changes.Db.Set<DomainWideScopesRow>();
        foreach (var domain in file.Domains)
        {
            var before = await rows.Where(row => row.Domain == domain.Name).ToListAsync(stop);
            foreach (var grant in domain.DomainWideScopes)
            {
                var row = before.Find(row => row.Client == grant.Client);
                if (row is null)
                {
                    row = new DomainWideScopesRow { Client = grant.Client, Domain = domain.Name, Scopes = "" };
                    rows.Add(row);
                }

                row.Scopes = string.Join(' ', grant.Scopes);
                if (await changes.Db.Consumers.FindAsync([grant.Client], stop) is null)
                {
                    changes.Complain(grant.Place, $"names {grant.Client}, which is no consumer", "Name a consumer of this file or of the database.");
                }
            }

            rows.RemoveRange(before.Where(row => domain.DomainWideScopes.All(grant => grant.Client != row.Client)));
        }

        await changes.Save(stop);
    }
}
