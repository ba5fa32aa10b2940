/* The dialog with an operation's plan, as picture and as text. */
import { joinHeaders, post } from './session.js'
import { words } from './words.js'

/** Asks the gateway for the plan of an operation, which is not executed, and shows it. */
export async function showPlan(parameters, session, written) {
  const dialog = document.getElementById('plan')
  const [picture, text, problem] = ['picture', 'text', 'problem'].map((name) =>
    dialog.querySelector(`.${name}`),
  )
  const { errors, extensions } = await post(
    { ...parameters, extensions: { includeQueryPlan: 'dry-run' } },
    joinHeaders(await session.headers(), written),
  )
  const plan = extensions?.queryPlan
  picture.replaceChildren(...(plan ? [pictureOf(plan.svg)] : []))
  text.textContent = plan?.text ?? ''
  problem.textContent = (errors ?? []).map(({ message }) => message).join('\n')
  dialog.dataset.shows = plan ? 'picture' : 'problem'
  if (!dialog.open) dialog.showModal()
}

/** As an image, in which nothing can run. */
function pictureOf(svg) {
  const image = document.createElement('img')
  image.alt = ''
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return image
}

/** Gives the dialog its words and its buttons. */
export function preparePlanView() {
  const dialog = document.getElementById('plan')
  const button = (name) => dialog.querySelector(`[data-does="${name}"]`)
  dialog.querySelector('h2').textContent = words.plan
  dialog.querySelector('p').textContent = words.planHint
  for (const name of ['picture', 'text']) {
    button(name).textContent = words[name]
    button(name).addEventListener('click', () => (dialog.dataset.shows = name))
  }
  button('close').textContent = words.close
  button('close').addEventListener('click', () => dialog.close())
}
