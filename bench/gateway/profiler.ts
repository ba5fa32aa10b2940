/**
 * Loaded into a process before its own code: a first SIGUSR2 begins a CPU profile, a second ends it and writes it to the
 * file that BENCH_PROFILE names. Node's own flag would count the start and the warm-up too.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'

const SAMPLE_MICROSECONDS = 500

const session = new Session()
session.connect()
let running = false

process.on('SIGUSR2', () => {
  void (running ? end() : begin())
  running = !running
})

async function begin(): Promise<void> {
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS })
  await session.post('Profiler.start')
}

async function end(): Promise<void> {
  const { profile } = await session.post('Profiler.stop')
  const file = process.env.BENCH_PROFILE ?? 'gateway.cpuprofile'
  writeFileSync(`${file}.part`, JSON.stringify(profile))
  renameSync(`${file}.part`, file)
}
