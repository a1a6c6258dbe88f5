import { readFileSync } from 'node:fs'
import { request } from 'node:https'

import { describe, expect, it } from '@jest/globals'

import { startSimulator } from '../../../simulator/server/simulator.mjs'
import { useCertificates } from '../../support/certificates.ts'

const certificates = useCertificates('simulator.test')
const authority = () => readFileSync(certificates.authorityFile(), 'utf8')

/** Returns status and body, or the code of the error that ended the request. */
async function ask(scenario: string, ca?: string): Promise<string> {
  const simulator = await startSimulator({ scenario, tls: certificates.server() })
  try {
    return await new Promise((resolve) => {
      const fail = (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? error.message)
      }
      const outgoing = request(
        `${simulator.url}/v1/p/system-tasks/1`,
        {
          headers: { 'X-Auth-Token': 't', 'X-Project-Id': 'p' },
          agent: false,
          ...(ca !== undefined && { ca }),
        },
        (answer) => {
          let body = ''
          answer.setEncoding('utf8').on('data', (part: string) => {
            body += part
          })
          answer.on('error', fail).on('end', () => {
            resolve(`${String(answer.statusCode)} ${body}`)
          })
        },
      )
      outgoing.on('error', fail).end()
    })
  } finally {
    await simulator.close()
  }
}

describe('startSimulator with a certificate', () => {
  it('answers over https a client that trusts its authority', async () => {
    expect(await ask('running', authority())).toMatch(/^200 .*"status":"RUNNING"/)
  })

  it('is rejected by a client that does not trust its authority', async () => {
    expect(await ask('running')).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  })

  it.each([
    ['reset-before', /^ECONNRESET$/],
    ['reset-in-body', /^ECONNRESET$/],
    ['cut-content-length', /^ECONNRESET$/],
    ['cut-chunked', /^ECONNRESET$/],
    ['close-after', /^200 \{/],
    ['http-503', /^503 \{/],
  ])('shows the fault %s with TLS, too', async (fault, seen) => {
    expect(await ask(`fault-${fault}-forever`, authority())).toMatch(seen)
  })
})
