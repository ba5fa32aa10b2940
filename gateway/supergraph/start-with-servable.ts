import { readFile } from 'node:fs/promises'
import type { Logger } from '../../kit/log.ts'
import type { History } from './history.ts'
import { SupergraphError } from './load-supergraph.ts'
import { shortVersion, versionOf } from './version.ts'

/**
 * Starts with the supergraph that stands in the file or, where that cannot be served or was refused before, with the one
 * that was served last, and says so.
 * @throws SupergraphError with what is wrong with the file, when nothing can be served
 */
export async function startWithServable<Started>(options: {
  file: string
  history: History
  log: Logger
  start(supergraphSdl: string): Promise<Started>
}): Promise<Started> {
  const { file, history, log, start } = options
  const inFile = await readSupergraph(file)
  let reason: SupergraphError
  if (typeof inFile === 'string') {
    const refusedBefore = await reasonOfBefore(inFile, history)
    const started = refusedBefore ?? (await tryToStart(inFile, start))
    if (!(started instanceof SupergraphError)) {
      await history.accept(inFile, new Date())
      return started
    }
    reason = started
  } else reason = inFile

  for (const { version, since, path } of await history.list()) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined || text === inFile) continue
    const started = await tryToStart(text, start)
    if (started instanceof SupergraphError) continue
    log.error(
      { supergraph: file, reason: reason.message, version: shortVersion(version), since },
      'The supergraph cannot be served: the last one that could be is served in its place',
    )
    return started
  }
  throw reason
}

async function readSupergraph(file: string): Promise<string | SupergraphError> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return new SupergraphError(`The supergraph ${file} cannot be read: ${code}.`)
  }
}

/** What a running gateway refused, a restart must not let in. Whether that still holds is looked at again afterwards. */
async function reasonOfBefore(text: string, history: History): Promise<SupergraphError | undefined> {
  const refused = await history.refused()
  const version = versionOf(text)
  if (refused?.version !== version || (await history.allows(version))) return undefined
  return (await history.list()).length > 0 ? new SupergraphError(refused.reason) : undefined
}

async function tryToStart<Started>(
  text: string,
  start: (supergraphSdl: string) => Promise<Started>,
): Promise<Started | SupergraphError> {
  try {
    return await start(text)
  } catch (error) {
    if (error instanceof SupergraphError) return error
    throw error
  }
}
