import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { describe, expect, it } from '@jest/globals'

import { faults } from '../../simulator/faults/faults.mjs'
import { scenarios } from '../../simulator/scenarios/scenarios.mjs'
import { signedHeaders } from './access/signed-headers.ts'

const CLI = join(import.meta.dirname, '../../simulator/cli.mjs')

/** Starts the command; returns its lines until it listens or ends, and a function that ends it. */
async function runCli(...args: readonly string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines: string[] = []
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        // The last line that is printed.
        if (/^ +timeout: /.test(line)) resolve()
      })
  })
  await Promise.race([listening, ended])
  return {
    lines,
    async end() {
      child.kill()
      return ended
    },
  }
}

describe('npm run simulator', () => {
  it('reads the keys of another ID token service from its URL', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/jwks' ? 200 : 404).end('{"keys":[]}')
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve()
      })
    })
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    const options = ['--scenario', 'keyless', '--repository', 'octo-org/theirs', '--jwks']
    try {
      const good = await runCli(...options, `${origin}/jwks`)
      expect(good.lines.join('\n')).toContain('Listening on http://127.0.0.1:')
      await good.end()
      const bad = await runCli(...options, `${origin}/none`)
      expect(await bad.end()).toBe(2)
      expect(bad.lines).toContain(`--jwks: HTTP 404 at ${origin}/none.`)
    } finally {
      server.close()
    }
  })

  it('accepts only the given credentials and place, in the commands that it prints', async () => {
    const place = ['--project', 'p', '--workspace', 'w']
    const { lines, end } = await runCli(
      '--scenario',
      'running',
      '--token',
      't',
      '--access-key',
      'A:S',
      ...place,
    )
    try {
      const [query = ''] = lines.filter((line) => line.startsWith('  curl '))
      const curl = (command: string): string => execFileSync('bash', ['-c', command], { encoding: 'utf8' })
      expect(curl(query)).toMatch(/^HTTP\/1\.1 200 /)
      expect(curl(query.replace('X-Auth-Token: t', 'X-Auth-Token: other'))).toMatch(/^HTTP\/1\.1 401 /)
      expect(curl(query.replace('workspace: w', 'workspace: other'))).toContain('DLF.0819')
      expect(curl(query.replaceAll('/v1/p/', '/v1/other/'))).toMatch(/^HTTP\/1\.1 403 /)

      expect(lines).toContain('Access key:  A, secret key: S')
      const url = query.split(' ').at(-1) ?? ''
      const signedBy = async (secret: string) => {
        const headers = { workspace: 'w', 'x-project-id': 'p' }
        return (await fetch(url, { headers: signedHeaders(url, { id: 'A', secret }, { headers }) })).status
      }
      expect([await signedBy('S'), await signedBy('other')]).toEqual([200, 401])
    } finally {
      await end()
    }
  })

  it('takes the given port, or says that it is in use', async () => {
    const first = await runCli()
    const [, port = ''] = /^Listening on .*:(\d+)$/m.exec(first.lines.join('\n')) ?? []
    const second = await runCli('--port', port)
    expect(await second.end()).toBe(2)
    expect(second.lines[0]).toBe('The port is in use: choose another with --port, or leave it out.')
    await first.end()
  })

  it.each([
    [['--scenario', 'nothing'], /^There is no scenario 'nothing'\. Use successful, /],
    [['--port', 'x'], /^--port must be a number from 0 to 65535; got 'x'\.$/],
    [['--access-key', 'A'], /^--access-key must be ID:SECRET, without spaces\.$/],
  ])('refuses %j', async (args, words) => {
    const { lines, end } = await runCli(...args)
    expect(await end()).toBe(2)
    expect(lines[0]).toMatch(words)
    expect(lines[1]).toBe('--help shows the options.')
  })

  it('lists every scenario and every fault', async () => {
    const { lines, end } = await runCli('--list')
    expect(await end()).toBe(0)
    const named = Object.keys(scenarios).filter((name) => !name.startsWith('fault-'))
    expect(lines.slice(0, named.length).map((line) => line.split(' ')[0])).toEqual(named)
    expect(lines.slice(named.length)).toEqual([
      expect.stringMatching(/^fault-NAME-once .* and fault-NAME-forever .*, with NAME one of$/),
      `  ${Object.keys(faults).join(', ')}`,
    ])
  })

  it('requires --jwks and --repository together', async () => {
    const { lines, end } = await runCli('--jwks', 'https://example.com')
    expect(await end()).toBe(2)
    expect(lines).toContain('--jwks and --repository go together.')
  })
})
