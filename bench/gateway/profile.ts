import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BodyName } from './bodies.ts'
import { ROOT } from './contestants.ts'
import { measure } from './measure.ts'
import type { Stage } from './stage.ts'

type Profile = {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
    children?: number[]
  }[]
  samples: number[]
  timeDeltas: number[]
}

const SHOWN = 25

/** Where ours spends its time under a load: functions by their own time, files by that of all they call. */
export async function profileOurs(
  stage: Stage,
  body: BodyName,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<string[]> {
  const folder = join(stage.folder, `profile-${body}`)
  mkdirSync(folder)
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500']
  const gateway = await stage.startGateway('ours', flags)
  const measured = await measure(stage, gateway, {
    body,
    connections,
    warmupMs: 1_500,
    measureMs: seconds * 1000,
  })
  await gateway.process.stop()
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))
  if (file === undefined) throw new Error('Node wrote no profile')
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
  return [
    '',
    `${body}: ${measured.perSecond.toFixed(0)} a second under the profiler, ${measured.errors} errors`,
    ...summarise(profile),
  ]
}

function summarise({ nodes, samples, timeDeltas }: Profile): string[] {
  const own = new Map<number, number>()
  samples.forEach((id, index) => own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0)))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const functions = new Map<string, number>()
  const files = new Map<string, number>()
  let busy = 0

  // Each file counts once for a stack, however often it stands in it.
  const visited = (id: number, above: ReadonlySet<string>): void => {
    const node = byId.get(id)
    if (!node) return
    const { functionName, url, lineNumber } = node.callFrame
    const place = placeOf(url)
    const time = own.get(id) ?? 0
    const within = place === '' || above.has(place) ? above : new Set([...above, place])
    if (functionName !== '(idle)' && functionName !== '(root)') {
      busy += time
      const name = `${functionName || '(anonymous)'} ${place === '' ? '' : `${place}:${lineNumber + 1}`}`
      functions.set(name, (functions.get(name) ?? 0) + time)
      for (const each of within) files.set(each, (files.get(each) ?? 0) + time)
    }
    for (const child of node.children ?? []) visited(child, within)
  }
  const [root] = nodes
  if (root) visited(root.id, new Set())

  const shares = (times: Map<string, number>) =>
    [...times]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([name, time]) => `${((100 * time) / busy).toFixed(1).padStart(6)} %  ${name}`)
  return [
    'functions, their own time',
    ...shares(functions),
    'files, with all that they call',
    ...shares(files),
  ]
}

/** A file of ours by its path, a package by its name, Node's own by its module. */
function placeOf(url: string): string {
  const [, inPackage] = /\/node_modules\/(?!.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  return inPackage ?? url.replace('file://', '').replace(`${ROOT}/`, '')
}
