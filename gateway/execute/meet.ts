import type { FetchGroup, Membership } from './group-fetches.ts'

type Meeting<Arrived> = {
  /** How many of the group have not arrived yet. */
  awaited: number
  here: Arrived[]
  /** Of those that are here. */
  done: PromiseWithResolvers<void>
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * Where the fetches of a group wait for each other in one run of a plan. They leave together when nobody is awaited any
 * more, or when one for which others wait has waited for `patience` milliseconds; who comes later waits for the rest.
 */
export function createMeet<Arrived>(options: {
  send(together: readonly Arrived[]): Promise<void>
  patience(): number
}) {
  const meetings = new Map<FetchGroup, Meeting<Arrived>>()

  function leave(meeting: Meeting<Arrived>): void {
    clearTimeout(meeting.timer)
    meeting.timer = undefined
    const { here, done } = meeting
    if (here.length === 0) return
    meeting.here = []
    meeting.done = Promise.withResolvers()
    options.send(here).then(done.resolve, done.reject)
  }

  /** Every fetch of a group arrives once; one that has nothing to ask for, with undefined. */
  return ({ group, awaited }: Membership, arrived: Arrived | undefined): Promise<void> | undefined => {
    let meeting = meetings.get(group)
    if (!meeting) {
      meeting = { awaited: group.size, here: [], done: Promise.withResolvers(), timer: undefined }
      meetings.set(group, meeting)
    }
    const { done } = meeting
    meeting.awaited -= 1
    if (arrived !== undefined) meeting.here.push(arrived)
    if (meeting.awaited === 0) leave(meeting)
    else if (arrived !== undefined && awaited) {
      // Answers that have come while this process was busy are read before anyone leaves without them.
      meeting.timer ??= setTimeout(() => setImmediate(leave, meeting), options.patience())
    }
    return arrived === undefined ? undefined : done.promise
  }
}
