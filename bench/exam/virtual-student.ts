import {
  type BenchItem,
  type Tokens,
  asKey,
  drawResponse,
  finishSession,
  readSession,
  refresh,
  register,
  startSession,
  submitAnswer,
} from './bench-exam.ts'
import { type Door, openDoor } from './door.ts'

/** Every question is answered and later answered anew, as students do; then the exam is finished and begun again. */
const PASSES = 2
const TOKEN_FOR_MS = 300_000

/** What was acknowledged for one session: the place of each answer, and for each question the one that must stand. */
type Sitting = {
  id: string
  items: BenchItem[]
  answers: number
  sequences: number[]
  standing: Map<string, { acknowledged: string; uncertain: string[] }>
}

/** What a student tells the round about each thing it did. */
export type Tally = {
  acknowledged(milliseconds: number): void
  failed(error: unknown): void
  finished(): void
}

export type VirtualStudent = Awaited<ReturnType<typeof createVirtualStudent>>

/** Opens an account with a connection of its own. */
export async function createVirtualStudent(url: string, email: string) {
  const door: Door = openDoor(url)
  let tokens: Tokens = await register(door, email)
  let signedInAt = performance.now()
  door.signedInWith(tokens.accessToken)
  const sittings: Sitting[] = []

  async function begin(examId: string): Promise<Sitting> {
    const { id, items } = await startSession(door, examId)
    if (items.length === 0) throw new Error('EMPTY: the session shows no questions')
    const sitting: Sitting = { id, items, answers: 0, sequences: [], standing: new Map() }
    sittings.push(sitting)
    return sitting
  }

  async function answerNext(sitting: Sitting, tally: Tally): Promise<void> {
    const item = sitting.items[sitting.answers % sitting.items.length] as BenchItem
    sitting.answers += 1
    const response = drawResponse(item, Math.random)
    const standing = sitting.standing.get(item.id) ?? { acknowledged: 'none', uncertain: [] }
    sitting.standing.set(item.id, standing)
    const began = performance.now()
    try {
      const { sequence } = await submitAnswer(door, {
        sessionId: sitting.id,
        itemId: item.id,
        response,
        clientSequence: sitting.answers,
        timeSpentMs: 1_000,
      })
      tally.acknowledged(performance.now() - began)
      sitting.sequences.push(sequence)
      standing.acknowledged = asKey(response)
      standing.uncertain = []
    } catch (error) {
      // Not acknowledged: it may stand all the same.
      standing.uncertain.push(asKey(response))
      tally.failed(error)
    }
  }

  return {
    door,

    /** Answers one question after the other until the moment comes. */
    async answerUntil(examId: string, deadline: number, tally: Tally): Promise<void> {
      if (performance.now() - signedInAt > TOKEN_FOR_MS) {
        tokens = await refresh(door, tokens.refreshToken)
        door.signedInWith(tokens.accessToken)
        signedInAt = performance.now()
      }
      let sitting = sittings.at(-1)
      while (performance.now() < deadline) {
        try {
          if (sitting && sitting.answers >= sitting.items.length * PASSES) {
            await finishSession(door, sitting.id)
            tally.finished()
            sitting = undefined
          }
          sitting ??= await begin(examId)
        } catch (error) {
          tally.failed(error)
          continue
        }
        await answerNext(sitting, tally)
      }
    },

    /** Reads every session back and compares it with what was acknowledged. */
    async verify() {
      const missing: string[] = []
      let compared = 0
      // While an exam is being sat, the reviews of its earlier sittings are closed.
      const last = sittings.at(-1)
      if (last) await finishSession(door, last.id)
      for (const sitting of sittings) {
        const { sequence, responses } = await readSession(door, sitting.id)
        const acknowledged = new Set(sitting.sequences)
        if (acknowledged.size < sitting.sequences.length || Math.max(0, ...acknowledged) > sequence) {
          missing.push(
            `session ${sitting.id}: ${sitting.sequences.length} acknowledged, last event ${sequence}`,
          )
        }
        for (const [itemId, { acknowledged: sent, uncertain }] of sitting.standing) {
          compared += 1
          const stands = asKey(responses.get(itemId))
          if (stands !== sent && !uncertain.includes(stands)) {
            missing.push(
              `session ${sitting.id}, question ${itemId}: ${sent} was acknowledged, ${stands} stands`,
            )
          }
        }
      }
      const acknowledged = sittings.reduce((sum, { sequences }) => sum + sequences.length, 0)
      return { sessions: sittings.length, acknowledged, compared, missing }
    },
  }
}
