import type { WriteStream } from 'node:tty'
import type { Look } from './render.ts'
import { createPaint } from './paint.ts'
import { lengthOf } from './text.ts'

/**
 * Where the demo is shown. In a terminal, a few live lines stay at the bottom while everything else scrolls above them;
 * anywhere else, only lines. With `silent`, nothing at all.
 */
export type Screen = {
  readonly live: boolean
  look(): Look
  print(lines: readonly string[]): void
  /** What stands at the bottom from now on; drawn again on every frame, written only when it has changed. */
  stay(lines: (() => string[]) | null): void
  close(): void
}

const FRAME_MS = 80
const MAX_WIDTH = 100
const HIDE_CURSOR = '\x1b[?25l'
const SHOW_CURSOR = '\x1b[?25h'
// A terminal that knows synchronized output shows what stands between these at once; others ignore them.
const BEGIN_FRAME = '\x1b[?2026h'
const END_FRAME = '\x1b[?2026l'

export function openScreen(stream: WriteStream, { silent }: { silent: boolean }): Screen {
  const live = stream.isTTY && !silent
  const paint = createPaint(live ? stream.getColorDepth() : 1)
  let bottom: (() => string[]) | null = null
  let drawn: string[] = []

  const look = (): Look => ({
    paint,
    width: live ? Math.max(30, Math.min(MAX_WIDTH, stream.columns)) : MAX_WIDTH,
    plain: !live,
  })

  /** The lines drawn last may have been re-wrapped by a terminal that became narrower: count their rows as they are now. */
  function rowsDrawn(): number {
    return drawn.reduce((rows, line) => rows + Math.max(1, Math.ceil(lengthOf(line) / stream.columns)), 0)
  }

  function frame(above: readonly string[] = []): void {
    const next = bottom?.() ?? []
    if (above.length === 0 && next.join('\n') === drawn.join('\n')) return
    const up = rowsDrawn()
    const erase = up > 0 ? `\x1b[${up}A\r\x1b[J` : ''
    const text = [...above, ...next].map((line) => `${line}\n`).join('')
    stream.write(BEGIN_FRAME + erase + text + END_FRAME)
    drawn = next
  }

  if (!live) {
    return {
      live,
      look,
      print: (lines) => {
        const text = lines.filter((line) => line.trim() !== '').map((line) => `${line.trimEnd()}\n`)
        if (!silent) stream.write(text.join(''))
      },
      stay: () => {},
      close: () => {},
    }
  }

  stream.write(HIDE_CURSOR)
  const timer = setInterval(frame, FRAME_MS)
  return {
    live,
    look,
    print: (lines) => frame(lines),
    stay: (lines) => {
      bottom = lines
      frame()
    },
    close: () => {
      clearInterval(timer)
      bottom = null
      frame()
      stream.write(SHOW_CURSOR)
    },
  }
}
