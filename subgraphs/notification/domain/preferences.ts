import { NOTIFICATION_KINDS, type NotificationKind } from './content.ts'

/** Whether a person wants to see notifications of one kind in the app. */
export type Preference = { kind: NotificationKind; inApp: boolean }

/** One preference for each kind: what the person has said, and true where they have said nothing. */
export function completePreferences(said: readonly Preference[]): Preference[] {
  return NOTIFICATION_KINDS.map(
    (kind) => said.find((preference) => preference.kind === kind) ?? { kind, inApp: true },
  )
}

/** The first kind that is named twice, or undefined. */
export function repeatedKind(preferences: readonly Preference[]): NotificationKind | undefined {
  const kinds = preferences.map(({ kind }) => kind)
  return kinds.find((kind, index) => kinds.indexOf(kind) !== index)
}
