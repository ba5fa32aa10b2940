import { render } from '../domain/render.ts'
import type { NotificationResolvers } from '../generated.ts'

export const Notification: NotificationResolvers = {
  kind: ({ content }) => content.kind,
  title: ({ content, locale }) => render(content, locale).title,
  body: ({ content, locale }) => render(content, locale).body,
  link: ({ content, locale }) => render(content, locale).link,
  recipient: ({ userId }) => ({ id: userId }),
}
