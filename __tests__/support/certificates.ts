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

// Nothing is left to the system's own settings: some systems have none, and those of macOS make no authority.
const settings = (host: string): string => `
[req]
distinguished_name = subject
x509_extensions = authority
[subject]
commonName = Name of the certificate
[authority]
basicConstraints = critical, CA:TRUE
[server]
subjectAltName = DNS:${host}, IP:127.0.0.1
`

/** Makes certificates for a host name and 127.0.0.1 before the tests of a file, and removes them afterwards. */
export function useCertificates(host: string): Certificates {
  const folder = useFolder('certificates')
  const path = (name: string): string => join(folder(), name)
  // No newer options than these: macOS has LibreSSL in the place of OpenSSL.
  const openssl = (command: string, ...more: readonly string[]): void => {
    execFileSync('openssl', [...command.split(' '), ...more], { cwd: folder(), stdio: 'pipe' })
  }
  beforeAll(() => {
    writeFileSync(path('settings'), settings(host))
    const request = 'req -config settings -newkey rsa:2048 -nodes'
    openssl(`${request} -x509 -days 2 -keyout ca.key -out ca.pem -subj`, '/CN=Authority of a test')
    openssl(`${request} -keyout server.key -out server.csr -subj`, `/CN=${host}`)
    const signing = '-CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile settings -extensions server'
    openssl(`x509 -req -in server.csr ${signing} -out server.pem`)
  })
  return {
    authorityFile: () => path('ca.pem'),
    server: () => ({
      key: readFileSync(path('server.key'), 'utf8'),
      cert: readFileSync(path('server.pem'), 'utf8'),
    }),
  }
}
