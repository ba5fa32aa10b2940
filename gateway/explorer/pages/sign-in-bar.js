/* The strip above an explorer: a form for who is signed out, a name and a button for who is signed in. */
import { words } from './words.js'

/** Fills `bar` and keeps it true to the session. */
export function showSignInBar(bar, session) {
  function render() {
    bar.replaceChildren(...(session.user ? signedIn(session.user) : [form()]))
    bar.hidden = false
  }

  function form() {
    const email = element('input', { type: 'email', name: 'email', autocomplete: 'username', required: true })
    const password = element('input', {
      type: 'password',
      name: 'password',
      autocomplete: 'current-password',
      required: true,
    })
    for (const [input, label] of [
      [email, words.email],
      [password, words.password],
    ]) {
      input.placeholder = label
      input.setAttribute('aria-label', label)
    }
    const button = element('button', { type: 'submit', textContent: words.signIn })
    const problem = element('output', { className: 'problem' })
    problem.dataset.otherwise = words.signedOut
    const made = element('form', { method: 'post' }, problem, email, password, button)
    made.addEventListener('submit', async (event) => {
      event.preventDefault()
      button.disabled = true
      problem.value = ''
      try {
        problem.value = (await session.signIn(email.value, password.value)) ?? ''
      } catch {
        problem.value = words.failed
      }
      button.disabled = false
    })
    return made
  }

  function signedIn({ name, roles }) {
    const button = element('button', { type: 'button', textContent: words.signOut })
    button.addEventListener('click', () => session.signOut().catch(() => undefined))
    return [
      element('span', { className: 'name', textContent: name }),
      element('span', { className: 'roles', textContent: roles.join(', ') }),
      button,
    ]
  }

  session.onChange(render)
  render()
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}
