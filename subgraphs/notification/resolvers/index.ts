import type { Resolvers } from '../generated.ts'
import { markAllNotificationsRead } from './mark-all-notifications-read.ts'
import { markNotificationRead } from './mark-notification-read.ts'
import { notificationPreferences } from './notification-preferences.ts'
import { notificationReceived } from './notification-received.ts'
import { Notification } from './notification.ts'
import { updateNotificationPreferences } from './update-notification-preferences.ts'
import { User } from './user.ts'

export const resolvers: Resolvers = {
  Query: { notificationPreferences },
  Mutation: { markNotificationRead, markAllNotificationsRead, updateNotificationPreferences },
  Subscription: { notificationReceived },
  User,
  Notification,
}
