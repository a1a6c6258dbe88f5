import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll } from '@jest/globals'

import { useFolder } from './folder.ts'

/** A certificate authority of the test's own, and a server's key and certificate that it has signed. */
export type Certificates = {
  /** Path of the authority's certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly authorityFile: () => string
  readonly server: () => { readonly key: string; readonly cert: string }
}

/** Makes certificates for a host name and 127.0.0.1 before the tests of a file, and removes them afterwards. */
export function useCertificates(host: string): Certificates {
  const folder = useFolder('certificates')
  const path = (name: string): string => join(folder(), name)
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder(), stdio: 'pipe' })
  }
  beforeAll(() => {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-subj']
    openssl(
      'req',
      '-x509',
      ...key,
      '/CN=Authority of a test',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '2',
    )
    openssl('req', ...key, `/CN=${host}`, '-keyout', 'server.key', '-out', 'server.csr')
    writeFileSync(path('names'), `subjectAltName=DNS:${host},IP:127.0.0.1`)
    const signing = [
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      'names',
    ]
    openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.pem')
  })
  return {
    authorityFile: () => path('ca.pem'),
    server: () => ({
      key: readFileSync(path('server.key'), 'utf8'),
      cert: readFileSync(path('server.pem'), 'utf8'),
    }),
  }
}
