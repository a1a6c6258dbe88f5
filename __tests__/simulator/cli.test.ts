import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { describe, expect, it } from '@jest/globals'

import { faults } from '../../simulator/faults/faults.mjs'
import { scenarios } from '../../simulator/scenarios/scenarios.mjs'

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
        if (line.startsWith('Listening on ')) resolve()
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
