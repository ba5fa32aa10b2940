import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answers, Reply, Request } from './messages.ts'

/** The process that holds the clients, asked for one thing at a time. `onTick` is told how far it has come. */
export function startClientProcess(onTick: (tick: Extract<Reply, { type: 'tick' }>) => void) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'client.ts'))
  return {
    /** @throws Error with the client's own words, or when it ended */
    ask<Type extends Request['type']>(request: Extract<Request, { type: Type }>): Promise<Answers[Type]> {
      return new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          child.off('message', hear)
          child.off('exit', ended)
          act()
        }
        const hear = (reply: Reply) => {
          if (reply.type === 'tick') onTick(reply)
          else if (reply.type === 'failed') settle(() => reject(new Error(reply.message)))
          else settle(() => resolve(reply.result as Answers[Type]))
        }
        const ended = (code: number | null) =>
          settle(() => reject(new Error(`The client process ended with code ${code}.`)))
        child.on('message', hear)
        child.once('exit', ended)
        child.send(request)
      })
    },
    async stop(): Promise<void> {
      if (child.exitCode !== null) return
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.disconnect()
      await exited
    },
  }
}
