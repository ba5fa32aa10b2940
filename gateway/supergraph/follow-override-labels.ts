import { readFile } from 'node:fs/promises'
import type { Logger } from '../../kit/log.ts'
import { type OverrideLabels, OverrideLabelsError, parseOverrideLabels } from './override-labels.ts'
import { watchFile } from './watch-file.ts'

/**
 * For whom the labels of progressive `@override` are on, as a file says at the start.
 * @throws OverrideLabelsError when it cannot be read
 */
export async function readOverrideLabels(file: string): Promise<OverrideLabels> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new OverrideLabelsError(`The override labels in ${file} cannot be read: ${String(code)}.`)
  }
  return parseOverrideLabels(text)
}

/** Follows what the file says from then on. A text that cannot be read changes nothing, and the log says why. */
export function followOverrideLabels(options: {
  file: string
  gateway: { setOverrideLabels(labels: OverrideLabels): void }
  log: Logger
}) {
  const { file, gateway, log } = options
  return watchFile({
    file,
    async changed(text) {
      try {
        gateway.setOverrideLabels(parseOverrideLabels(text))
        log.info({ overrideLabels: file }, 'override labels read')
      } catch (error) {
        if (!(error instanceof OverrideLabelsError)) throw error
        log.error({ overrideLabels: file, reason: error.message }, 'New override labels are refused')
      }
    },
    failed: (error) =>
      log.error({ err: error, overrideLabels: file }, 'The override labels cannot be followed'),
  })
}
