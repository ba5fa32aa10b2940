import { connect } from 'node:net'

/**
 * Sends bytes as they are, and gives all that comes back once the gateway has closed the connection.
 * @param end closes the sending half after that, as a client does that says nothing more
 */
export function sendRaw(origin: string, bytes: string | Buffer, { end = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
      if (end) socket.end(bytes)
      else socket.write(bytes)
    })
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => (text += chunk))
    // The other side may be gone before all of a long request is sent.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    socket.once('end', () => socket.end())
    socket.once('close', () => resolve(text))
  })
}

/** The status and the one error of an answer that came as bytes. */
export function refusalIn(answer: string): [status: number, code: unknown, message: unknown] {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  const { errors } = JSON.parse(body) as {
    errors: { message: string; extensions: Record<string, unknown> }[]
  }
  const traceId = /^x-trace-id: ([0-9a-f]{32})$/im.exec(head)?.[1]
  expect(errors).toHaveLength(1)
  expect(errors[0]?.extensions.traceId).toBe(traceId)
  return [Number(head.split(' ')[1]), errors[0]?.extensions.code, errors[0]?.message]
}
