// Start to the first answered request, and memory at rest: RSS right after that answer.
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { peers } from '../peers.mjs'
import { inRepository } from '../places.mjs'
import { publish } from '../publish.mjs'
import { freePort, start } from '../server.mjs'
import { row } from '../table.mjs'

const rounds = 7

export async function measure(say) {
    const valetKey = publish('src/ValetKey.App', 'valetkey-server', say)
    const kestrel = publish('bench/kestrel', 'bare-kestrel', say)
    const times = {}, sizes = {}
    const keep = (who, { milliseconds, megabytes }) => { (times[who] ??= []).push(milliseconds); (sizes[who] ??= []).push(megabytes) }

    for (let round = 0; round <= rounds; round++) {     // round 0 fills the disk cache and is thrown away
        say(round === 0 ? 'Warming up ...' : `Round ${round} of ${rounds} ...`)
        const seen = round === 0 ? () => { } : keep
        const data = await emptyFolder()
        try {
            seen('limit', await once(port => ({ name: 'bare Kestrel', ...aspNet(kestrel, port), url: `http://127.0.0.1:${port}/` })))
            seen('first', await once(port => ours(valetKey, port, data)))
            seen('second', await once(port => ours(valetKey, port, data)))
            for (const [name, peer] of Object.entries(peers)) seen(name, await once(peer))
        } finally {
            await rm(data, { recursive: true })
        }
    }

    const of = measured => Object.fromEntries(Object.keys(peers).map(name => [name, measured[name]]))
    return {
        about: `start to the first 200 and RSS after it; ReadyToRun, Development with the demo workspace; median of ${rounds} interleaved rounds`,
        rows: [
            row('first start, empty folder', 'ms', times.first, times.limit, of(times), { below: 600 }),
            row('second start, same folder', 'ms', times.second, times.limit, of(times), { below: 600 }),
            row('memory after the first start', 'MB', sizes.first, sizes.limit, of(sizes), { below: 120 }),
            row('memory after the second start', 'MB', sizes.second, sizes.limit, of(sizes), { below: 120 }),
        ],
    }
}

async function once(server) {
    const started = await start(server(await freePort()))
    const measured = { milliseconds: started.milliseconds, megabytes: await started.megabytes() }
    await started.stop()
    return measured
}

const aspNet = (command, port, env = {}) =>
    ({ command, args: ['--urls', `http://127.0.0.1:${port}`], cwd: command.slice(0, command.lastIndexOf('/')), env: { ...env, ASPNETCORE_ENVIRONMENT: 'Development' } })

const ours = (command, port, data) =>
    ({ name: 'valetkey-server', ...aspNet(command, port, { ValetKey__DataDirectory: data }), url: `http://127.0.0.1:${port}/healthz/ready` })

async function emptyFolder() {          // on the disk of the repository: a temporary folder may live in memory
    const parent = inRepository('artifacts/bench/data')
    await mkdir(parent, { recursive: true })
    return mkdtemp(`${parent}/`)
}
