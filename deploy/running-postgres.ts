import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isPostgresOn } from './postgres-program.ts'

/** The address of the PostgreSQL that a running `npm start` keeps in this home folder; undefined when none runs there. */
export function findRunningPostgres(home: string): string | undefined {
  const data = resolve(home, 'postgres/data')
  try {
    const [pid, , , port] = readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n')
    if (!isPostgresOn(Number(pid), data)) return undefined
    const password = readFileSync(resolve(home, 'postgres/password'), 'utf8')
    return `postgresql://postgres:${password}@127.0.0.1:${Number(port)}/postgres`
  } catch {
    return undefined
  }
}
