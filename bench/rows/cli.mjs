// The command line from start to end: a process started, its answer read, its end awaited.
import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { inRepository } from '../places.mjs'
import { row } from '../table.mjs'

const rounds = 5, runs = 10
const request = ['--consumer-key', 'key', '--consumer-secret', 'secret', '--token', 'token', '--token-secret', 'secret', 'https://api.example.com/items?q=a%20b']

export async function measure(say) {
    const to = inRepository('artifacts/bench/valetkey'), hello = inRepository('artifacts/bench/hello')
    say('Publishing src/ValetKey.Cli ...')
    await mkdir(inRepository('artifacts/bench'), { recursive: true })
    succeed('dotnet', ['publish', inRepository('src/ValetKey.Cli'), '-c', 'Release', '-o', to, '--nologo', '-v', 'q', '-clp:NoSummary', '--nodereuse:false', '-p:CppCompilerAndLinker=gcc'])
    succeed('gcc', ['-O2', '-o', hello, inRepository('bench/peers/hello.c')])
    const valetkey = `${to}/valetkey`
    const commands = {
        limit: [hello],
        version: [valetkey, '--version'],
        sign: [valetkey, 'sign', ...request],
        python3: ['/usr/bin/python3', '-c', 'print("Hello, World!")'],
        node: [process.execPath, '-e', 'console.log("Hello, World!")'],
    }
    const times = {}, results = inRepository('artifacts/bench/cli.json')
    for (let round = 1; round <= rounds; round++) {
        say(`Round ${round} of ${rounds} ...`)
        for (const [name, words] of Object.entries(commands)) {
            succeed('hyperfine', ['-N', '-w', '3', '-r', `${runs}`, '--export-json', results, words.map(quoted).join(' ')])
            times[name] = [...times[name] ?? [], ...JSON.parse(await readFile(results)).results[0].times.map(seconds => seconds * 1000)]
        }
    }

    const peers = { python3: times.python3, node: times.node }
    return {
        about: `start to end by hyperfine, median of ${rounds} interleaved rounds of ${runs}; limit: hello world in C`,
        rows: [
            row('valetkey --version', 'ms', times.version, times.limit, peers, { below: 15 }),
            row('valetkey sign', 'ms', times.sign, times.limit, peers, { below: 20 }),
        ],
    }
}

const quoted = word => `'${word}'`

function succeed(program, words) {
    const { status, stderr } = spawnSync(program, words, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 })
    if (status !== 0) throw new Error(`${program} failed (exit code ${status}): ${stderr ?? 'is it installed?'}`)
}
