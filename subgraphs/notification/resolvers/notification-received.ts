import { coded, unauthenticated } from '../../../kit/errors.ts'
import { mapEach } from '../../../kit/follow-log.ts'
import { followNotifications } from '../follow-notifications.ts'
import type { SubscriptionResolvers } from '../generated.ts'

export const notificationReceived: SubscriptionResolvers['notificationReceived'] = {
  async subscribe(_parent, args, { viewer, store, fanout }) {
    if (!viewer) throw unauthenticated()
    const after = args.afterSequence ?? (await store.lastSequence(viewer.userId))
    if (after < 0) {
      throw coded('BAD_USER_INPUT', '`afterSequence` cannot be negative.', { field: 'afterSequence' })
    }
    return mapEach(followNotifications({ userId: viewer.userId, after, store, fanout }), {
      map: (notification) => ({ notificationReceived: notification }),
    })
  },
}
