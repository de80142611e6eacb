// One row: { row, unit, ours, limit, peers: { name: number }, goal, atMost, spread }. A ratio is ours to the limit, in the same run.
const columns = ['row', 'ours', 'limit', 'peers', 'ratio', 'goal']

/** The rows as aligned text. */
export function table(rows) {
    const lines = [columns, ...rows.map(cells)]
    const widths = columns.map((_, column) => Math.max(...lines.map(line => line[column].length)))
    lines.splice(1, 0, widths.map(width => '-'.repeat(width)))
    return lines.map(line => line.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')
}

/** The middle of some measurements. */
export function median(values) {
    const sorted = [...values].sort((a, b) => a - b)
    const middle = sorted.length >> 1
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** A row out of all measurements: medians, our own range, the ratio and whether the goal is reached. */
export function row(name, unit, ours, limit, peers, goal) {
    const middles = Object.fromEntries(Object.entries(peers).map(([peer, values]) => [peer, median(values)]))
    const [own, bound] = [median(ours), median(limit)]
    return {
        row: name, unit, ours: own, range: [Math.min(...ours), Math.max(...ours)], limit: bound, peers: middles,
        ratio: own / bound, goal, reached: goal.below === undefined ? own >= goal.atLeast : own < goal.below,
    }
}

function cells({ row: name, unit, ours, range, limit, peers, ratio, goal, reached }) {
    const others = Object.entries(peers).map(([peer, value]) => `${peer} ${number(value)}`).join(', ')
    const wish = goal.below === undefined ? `>= ${number(goal.atLeast)}` : `< ${number(goal.below)}`
    return [
        `${name} (${unit})`, `${number(ours)} (${number(range[0])}-${number(range[1])})`, number(limit), others || '-',
        ratio.toFixed(2), `${wish} ${reached ? 'reached' : 'MISSED'}`,
    ]
}

const number = value => value >= 10 ? value.toFixed(0) : value.toFixed(2)
