import { unauthenticated } from '../../kit/errors.ts'
import { anyone, self, signedIn } from '../../kit/policy.ts'
import { rule, type IRules } from '../../kit/shield.ts'
import type { Context } from './context.ts'
import type { NotificationRow } from './store/index.ts'

const recipient = rule('recipient', { cache: 'no_cache' })(
  (notification: NotificationRow, _args, { viewer }: Context) =>
    viewer ? viewer.userId === notification.userId : unauthenticated(),
)

export const policy = {
  Query: { notificationPreferences: signedIn },
  Mutation: {
    markNotificationRead: signedIn,
    markAllNotificationsRead: signedIn,
    updateNotificationPreferences: signedIn,
  },
  Subscription: { notificationReceived: signedIn },
  User: {
    id: signedIn,
    notifications: self,
    unreadNotificationCount: self,
  },
  Notification: recipient,
  NotificationConnection: signedIn,
  NotificationEdge: signedIn,
  NotificationPreference: signedIn,
  PageInfo: signedIn,
  MarkNotificationReadPayload: signedIn,
  MarkAllNotificationsReadPayload: signedIn,
  UpdateNotificationPreferencesPayload: signedIn,
  InvalidInput: anyone,
  NotFound: anyone,
  WrongState: anyone,
} satisfies IRules
