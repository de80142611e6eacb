// Publishes a project as a release is published (ReadyToRun, the framework from the machine) and says where its program is.
import { spawnSync } from 'node:child_process'
import { inRepository } from './places.mjs'

export function publish(project, program, say) {
    say(`Publishing ${project} ...`)
    const to = inRepository(`artifacts/bench/${program}`)
    const { status } = spawnSync('dotnet', [
        'publish', inRepository(project), '-c', 'Release', '-r', 'linux-x64', '--self-contained', 'false', '-p:PublishReadyToRun=true',
        '-o', to, '--nologo', '-v', 'q', '-clp:NoSummary', '--nodereuse:false',
    ], { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 })
    if (status !== 0) throw new Error(`dotnet publish ${project} failed (exit code ${status}).`)
    return `${to}/${program}`
}
