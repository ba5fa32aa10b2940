import { coded, unauthenticated } from '../../../kit/errors.ts'
import { followNotifications } from '../follow-notifications.ts'
import type { SubscriptionResolvers } from '../generated.ts'
import type { NotificationRow } from '../store/index.ts'

export const notificationReceived: SubscriptionResolvers['notificationReceived'] = {
  subscribe(_parent, args, { viewer, store, fanout }) {
    if (!viewer) throw unauthenticated()
    const afterSequence = args.afterSequence ?? null
    if (afterSequence !== null && afterSequence < 0) {
      throw coded('BAD_USER_INPUT', '`afterSequence` cannot be negative.', { field: 'afterSequence' })
    }
    return followNotifications({ userId: viewer.userId, afterSequence, store, fanout })
  },
  resolve: (notification: NotificationRow) => notification,
}
