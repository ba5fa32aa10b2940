import { setTimeout as delay } from 'node:timers/promises'
import { measureLag } from '../../../gateway/door/lag.ts'
import { until } from '../support/door.ts'

/** Holds the event loop up. */
function work(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

test('one pause is none; work that does not end is', async () => {
  const lag = measureLag()
  try {
    work(500)
    await delay(60)
    expect(lag.now()).toBeLessThan(100)
    let busy = true
    const again = () => {
      work(100)
      if (busy) setImmediate(again)
    }
    again()
    await until(() => lag.now() > 30)
    busy = false
    await until(() => lag.now() < 20)
  } finally {
    lag.stop()
  }
})
