// A form with data-passkey asks the browser for a passkey before it is sent. Without this script the
// form stays hidden and the code from the app, which needs no script, is the way in.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const listed = (keys) => keys?.map((key) => ({ ...key, id: bytes(key.id) }))

function opened(options) {
  const asked = { ...options, challenge: bytes(options.challenge) }
  if (options.user) asked.user = { ...options.user, id: bytes(options.user.id) }
  if (options.excludeCredentials) asked.excludeCredentials = listed(options.excludeCredentials)
  if (options.allowCredentials) asked.allowCredentials = listed(options.allowCredentials)
  return asked
}

function closed(credential) {
  const response = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[part]) response[part] = text(credential.response[part])
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response
  }
}

async function options(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options)
  const answer = await fetch(form.dataset.from, { headers: { Accept: 'application/json' } })
  return answer.json()
}

async function ask(form) {
  const found = await options(form)
  const publicKey = opened((found.creation_options ?? found.request_options).publicKey)
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey })
  form.elements.credential.value = JSON.stringify(closed(credential))
  form.submit()
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ask(form).catch(() => { form.querySelector('[data-passkey-failed]').hidden = false })
    })
  }
}
