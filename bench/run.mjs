// Runs the row sets that were named (all without a name), prints each as a table and keeps it as JSON.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { inRepository } from './places.mjs'
import { stopAll } from './server.mjs'
import { table } from './table.mjs'

const known = (await readdir(inRepository('bench/rows'))).map(file => file.replace(/\.mjs$/, '')).sort()
const names = process.argv.length > 2 ? process.argv.slice(2) : known
const unknown = names.filter(name => !known.includes(name))
if (unknown.length > 0) {
    console.error(`No such row set: ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
    process.exit(2)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, async () => { await stopAll(); process.exit(130) })

try {
    for (const name of names) {
        const { measure } = await import(`./rows/${name}.mjs`)
        const started = new Date()
        const { about, rows } = await measure(text => console.error(text))
        console.log(`\n${name}: ${about}\n\n${table(rows)}\n`)
        const file = inRepository(`bench/results/${name}.json`)
        await mkdir(inRepository('bench/results'), { recursive: true })
        await writeFile(file, JSON.stringify({ name, about, started, cores: availableParallelism(), rows }, null, 2) + '\n')
    }
} catch (error) {
    console.error(error.message)
    process.exitCode = 1
} finally {
    await stopAll()
}
