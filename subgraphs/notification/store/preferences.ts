import type { Preference } from '../domain/preferences.ts'
import type { Client } from './client.ts'

/** What a person has said about kinds of notification, in no particular order. */
export function readPreferences(client: Client, userId: string): Promise<Preference[]> {
  return client.preference.findMany({ where: { userId }, select: { kind: true, inApp: true } })
}

/** Keeps all of these preferences or none. In one order for everyone, so that two at once wait and do not deadlock. */
export async function writePreferences(
  client: Client,
  userId: string,
  preferences: readonly Preference[],
): Promise<void> {
  await client.$transaction(
    preferences
      .toSorted((a, b) => a.kind.localeCompare(b.kind))
      .map(({ kind, inApp }) =>
        client.preference.upsert({
          where: { userId_kind: { userId, kind } },
          create: { userId, kind, inApp },
          update: { inApp },
        }),
      ),
  )
}
